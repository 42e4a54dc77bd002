using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class ExampleTests(PeruWords words) : IClassFixture<PeruWords>
{
    /// <summary>Help prints the examples: what a person copies from there must work.</summary>
    [Fact]
    public void Every_example_reaches_the_intent_that_gives_it()
    {
        var intents = words.Intents;

        var astray = from intent in intents
                     from example in intent.Examples
                     from language in Enum.GetValues<Language>()
                     let question = words.Read(example, language)
                     let takers = string.Join(", ", intents.Where(each => each.Answers(question)).Select(each => each.Name))
                     where takers != intent.Name
                     select $"{intent.Name}: “{example}” goes to {takers}";

        Assert.True(!astray.Any(), string.Join('\n', astray));
    }

    [Fact]
    public void Nothing_in_an_example_is_corrected_or_left_out()
    {
        var examples = words.Intents.Where(intent => intent is not (Decline or Nowhere)).SelectMany(intent => intent.Examples);

        Assert.All(examples, example => Assert.DoesNotContain(words.Read(example).Notices, notice => notice.Kind is NoticeKind.Corrected or NoticeKind.Ignored or NoticeKind.BadQualifier));
    }
}
