using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class TalkTests(Answers answers) : IClassFixture<Answers>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Language.English, "help")]
    [InlineData(Language.Spanish, "ayuda")]
    public async Task A_greeting_says_how_to_get_help(Language language, string word)
    {
        var reply = await answers.AskAsync(new Question { Verb = Verb.Greet, Language = language });

        Assert.Equal("greet", reply.Intent);
        Assert.Contains(word, reply.Text, StringComparison.Ordinal);
        Assert.Equal(word, reply.Choices[0].Says);
        Assert.Null(reply.Query);
    }

    [Theory]
    [InlineData("secrets", Language.English, "I only look up OGP data")]
    [InlineData("secrets", Language.Spanish, "Solo busco datos de OGP")]
    [InlineData("other", Language.English, "not what I am for")]
    [InlineData("other", Language.Spanish, "No estoy para eso")]
    public async Task A_refusal_is_friendly_says_why_and_shows_what_else_there_is(string why, Language language, string text)
    {
        var reply = await answers.AskAsync(new Question { Verb = Verb.Decline, Notices = [new Notice(NoticeKind.Declined, [why])], Language = language });

        Assert.Contains(text, reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Items);
        Assert.NotEmpty(reply.Choices);
    }

    [Theory]
    [InlineData(Verb.Unclear)]
    [InlineData(Verb.Decline)]
    public async Task Nothing_of_a_hostile_message_is_repeated(Verb verb)
    {
        Values<Notice> notices = [new Notice(NoticeKind.Ignored, ["<script>alert(1)</script>"]), new Notice(NoticeKind.Corrected, ["drop", "table"]), new Notice(NoticeKind.Cut, ["1000"])];

        var reply = await answers.AskAsync(new Question { Verb = verb, Notices = notices });

        Assert.DoesNotContain("script", Answers.Said(reply), StringComparison.Ordinal);
        Assert.DoesNotContain("drop", Answers.Said(reply), StringComparison.Ordinal);
        Assert.Contains("Only the first 1000 characters were read.", Answers.Lines(reply));
    }

    [Theory]
    [InlineData(Language.English, "For example")]
    [InlineData(Language.Spanish, "Por ejemplo")]
    public async Task What_cannot_be_read_is_answered_with_examples_that_can(Language language, string text)
    {
        var vocabulary = await answers.Store.VocabularyAsync(Cancelled);

        var reply = await answers.AskAsync(new Question { Verb = Verb.Unclear, Language = language });

        Assert.Contains(text, reply.Text, StringComparison.Ordinal);
        foreach (var choice in reply.Choices)
        {
            var typed = Reader.Read(choice.Label, vocabulary, Context.Fresh(language));
            var clicked = Reader.Read(choice.Says, vocabulary, Context.Fresh(language));

            Assert.Equal((clicked.Verb, clicked.Topic, clicked.Filter), (typed.Verb, typed.Topic, typed.Filter));
            Assert.Contains(choice.Label, reply.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public async Task Help_shows_examples_of_every_kind_in_the_language_and_fits_on_one_screen(Language language)
    {
        var vocabulary = await answers.Store.VocabularyAsync(Cancelled);

        var reply = await answers.AskAsync("help", language);

        var groups = Assert.Single(reply.Blocks.OfType<Facts>()).Rows;
        Assert.Equal(7, groups.Count);
        Assert.InRange(Answers.Lines(reply).Count, 6, 14);
        Assert.All(groups.SelectMany(group => group.Value.Split(" · ")), example => Assert.Equal(language, Reader.Read(example, vocabulary, Context.Fresh(language)).Language));
        Assert.All(reply.Choices, choice => Assert.DoesNotContain(Reader.Read(choice.Says, vocabulary, Context.Fresh(language)).Verb, new[] { Verb.Unclear, Verb.Decline, Verb.Help }));
    }
}
