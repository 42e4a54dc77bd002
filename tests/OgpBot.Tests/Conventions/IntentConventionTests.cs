using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Tests.Intents;

namespace OgpBot.Tests.Conventions;

public sealed class IntentConventionTests(Answers answers) : IClassFixture<Answers>
{
    [Fact]
    public void Every_intent_is_registered_once_and_has_a_name_of_its_own()
    {
        var classes = typeof(IIntent).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IIntent)));

        Assert.Equal(classes.Select(type => type.Name).Order(), answers.Intents.Select(intent => intent.GetType().Name).Order());
        Assert.Equal(answers.Intents.Count, answers.Intents.Select(intent => intent.Name).Distinct().Count());
        Assert.All(answers.Intents, intent => Assert.Matches("^[a-z]+(-[a-z]+)*$", intent.Name));
    }

    [Fact]
    public async Task Every_intent_has_an_English_and_a_Spanish_example()
    {
        var vocabulary = await answers.Store.VocabularyAsync(TestContext.Current.CancellationToken);

        // A follow-up that leads nowhere cannot be asked by itself.
        foreach (var intent in answers.Intents.Where(intent => intent is not Nowhere))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                // An example whose words do not tell, such as PE0062, counts for both.
                Assert.True(
                    intent.Examples.Any(example => Reader.Read(example, vocabulary, Context.Fresh(language)).Language == language),
                    $"{intent.Name} has no {language} example");
            }
        }
    }

    [Fact]
    public void Every_question_is_taken_by_exactly_one_intent()
    {
        Catalog.Filter[] filters =
        [
            Catalog.Filter.None,
            new() { Members = ["Peru"] },
            new() { Plans = [2] },
            new() { CurrentPlan = true },
            new() { Ids = [new("PE0062", "PE0062")] },
            new() { Ids = [new("PE0061", "PE0062")] },
        ];

        foreach (var question in from verb in Enum.GetValues<Verb>() from topic in Enum.GetValues<Topic>() from filter in filters select new Question { Verb = verb, Topic = topic, Filter = filter })
        {
            var takers = answers.Intents.Where(intent => intent.Answers(question)).Select(intent => intent.Name).ToList();

            Assert.True(takers.Count == 1, $"{question.Verb} {question.Topic} {CanonicalQuery.Print(question)}: {string.Join(", ", takers)}");
        }
    }
}
