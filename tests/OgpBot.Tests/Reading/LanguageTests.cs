using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class LanguageTests(PeruWords words) : IClassFixture<PeruWords>
{
    [Theory]
    [InlineData("compromisos de justicia", Language.Spanish)]
    [InlineData("¿open data 2015?", Language.Spanish)]
    [InlineData("cuantos compromisos hay", Language.Spanish)]
    [InlineData("muestra los compromisos de Open Data", Language.Spanish)]
    [InlineData("que es involve", Language.Spanish)]
    [InlineData("gracias", Language.Spanish)]
    [InlineData("justice commitments", Language.English)]
    [InlineData("how many commitments are there", Language.English)]
    [InlineData("commitments about policía", Language.English)]
    [InlineData("thank you", Language.English)]
    public void The_words_tell_the_language_whatever_was_preferred(string text, Language language)
    {
        Assert.Equal(language, words.Read(text, Language.English).Language);
        Assert.Equal(language, words.Read(text, Language.Spanish).Language);
    }

    [Theory]
    [InlineData("PE0062")]
    [InlineData("Peru 2017")]
    [InlineData("plan 2")]
    [InlineData("year:2017")]
    [InlineData("👍")]
    public void Names_and_numbers_leave_the_language_as_it_was(string text)
    {
        Assert.Equal(Language.English, words.Read(text, Language.English).Language);
        Assert.Equal(Language.Spanish, words.Read(text, Language.Spanish).Language);
    }

    [Theory]
    [InlineData("in Spanish, please", Language.Spanish)]
    [InlineData("en español por favor", Language.Spanish)]
    [InlineData("in English", Language.English)]
    [InlineData("en inglés", Language.English)]
    public void The_last_answer_can_be_had_in_the_other_language(string text, Language language)
    {
        var question = words.After("area:justice year:2017", text);

        Assert.Equal(("area:justice year:2017", language), (CanonicalQuery.Print(question), question.Language));
    }
}
