using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

/// <summary>What a question wants done with the records.</summary>
public sealed class VerbTests(PeruWords words) : IClassFixture<PeruWords>
{
    [Theory]
    [InlineData("how many commitments are there", "count commitments")]
    [InlineData("¿cuántos compromisos de justicia hay?", "count area:justice")]
    [InlineData("number of starred commitments in 2015", "count year:2015 is:starred")]
    [InlineData("how many commitments per plan", "count by:plan")]
    [InlineData("commitments by area", "rank by:area")]
    [InlineData("top 3 areas", "rank by:area top:3")]
    [InlineData("¿qué área tiene más compromisos?", "rank by:area")]
    [InlineData("which area has the fewest commitments", "rank by:area order:fewest")]
    [InlineData("compromisos por año", "rank by:year")]
    [InlineData("compare plan 2 and plan 3", "compare plan:2 plan:3 by:plan")]
    [InlineData("2012 vs 2019", "compare year:2012 year:2019 by:year")]
    [InlineData("diferencia entre justicia y salud", "compare area:justice area:health by:area")]
    [InlineData("areas x years", "pivot by:area across:year")]
    [InlineData("tabla dinámica de áreas por año", "pivot by:area across:year")]
    [InlineData("brief Peru justice", "brief country:peru area:justice")]
    [InlineData("resumen de justicia", "brief area:justice")]
    [InlineData("what does Involve mean", "explain glossary term:involve")]
    [InlineData("¿qué significa Involve?", "explain glossary term:involve")]
    [InlineData("list the action plans", "plans")]
    [InlineData("¿cuál es el plan vigente?", "plans plan:current")]
    [InlineData("list all areas", "areas")]
    [InlineData("show the glossary", "explain glossary")]
    [InlineData("latest posts", "posts")]
    [InlineData("how can Peru get more starred commitments", "star-guidance country:peru")]
    [InlineData("help", "help")]
    [InlineData("¿qué puedes hacer?", "help")]
    [InlineData("hi there", "hello")]
    [InlineData("muchas gracias", "thanks")]
    public void The_verb_is_understood(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("cuants compromisos d justicia xfa", "count area:justice")]
    [InlineData("q compromisos hay de salud", "area:health")]
    [InlineData("pls show commitments abt justice w/o a star", "area:justice -is:starred")]
    public void Abbreviations_of_chats_are_written_out(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("hello, justice commitments please", "area:justice")]
    [InlineData("thanks! and how many commitments are there in 2019?", "count year:2019")]
    [InlineData("hola, ¿cuántos compromisos hay en 2019? gracias", "count year:2019")]
    public void A_greeting_with_a_question_is_a_question(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Fact]
    public void Words_that_no_title_holds_are_left_out_and_the_answer_says_so()
    {
        var question = words.Read("justice commitments 2019 for zzyzx");

        Assert.Equal("area:justice year:2019", CanonicalQuery.Print(question));
        Assert.Equal([new Notice(NoticeKind.Ignored, ["zzyzx"])], question.Notices);
    }

    [Fact]
    public void A_subject_that_no_title_holds_is_not_left_out()
    {
        var question = words.Read("commitments about zzyzx");

        Assert.Equal("word:zzyzx", CanonicalQuery.Print(question));
        Assert.Empty(question.Notices);
    }

    [Fact]
    public void Spanish_words_look_for_English_titles_and_the_answer_says_so()
    {
        var question = words.Read("compromisos sobre policía");

        Assert.Equal("word:police", CanonicalQuery.Print(question));
        Assert.Equal([new Notice(NoticeKind.Translated, ["policia", "police"])], question.Notices);
    }

    [Fact]
    public void A_whole_title_is_that_title()
    {
        var title = words.Vocabulary.Titles.Order(StringComparer.Ordinal).First(title => title.Contains("procedures", StringComparison.Ordinal));

        Assert.Equal(title, words.Read($"tell me about {title.ToUpperInvariant()}").Filter.Title);
    }
}
