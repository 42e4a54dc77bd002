using CsCheck;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class ChoicesTests(PeruCatalog peru) : IClassFixture<PeruCatalog>
{
    [Fact]
    public async Task Every_choice_and_bar_of_every_answer_can_be_asked_and_leads_somewhere()
    {
        var vocabulary = await peru.Store.VocabularyAsync(TestContext.Current.CancellationToken);

        await Questions(vocabulary).SampleAsync(
            async question =>
            {
                var reply = await peru.AskAsync(question);
                var bars = reply.Blocks.OfType<Chart>().SelectMany(chart => chart.Bars).Where(bar => bar.Says is not null);

                Assert.InRange(reply.Choices.Count, 0, 6);
                Assert.Equal(reply.Choices.Count, reply.Choices.Select(choice => choice.Says).Distinct().Count());
                Assert.DoesNotContain(reply.Choices, choice => choice.Says == reply.Query);
                foreach (var choice in reply.Choices)
                {
                    Assert.True(await FindsAsync(choice.Says, vocabulary) > 0, $"“{choice.Label}” ({choice.Says}) of “{reply.Text}” leads nowhere");
                }

                foreach (var bar in bars)
                {
                    Assert.Equal(bar.Value, await FindsAsync(bar.Says!, vocabulary));
                }
            },
            iter: 300);
    }

    [Fact]
    public async Task Every_query_of_every_answer_reads_back_to_the_same_answer()
    {
        var vocabulary = await peru.Store.VocabularyAsync(TestContext.Current.CancellationToken);

        await Questions(vocabulary).SampleAsync(
            async question =>
            {
                var reply = await peru.AskAsync(question);
                var again = await peru.AskAsync(CanonicalQuery.Parse(reply.Query!, vocabulary)! with { Language = question.Language });

                Assert.Equal((reply.Text, reply.Total, reply.Query), (again.Text, again.Total, again.Query));
                Assert.Equal(reply.Items.Select(item => item.Id), again.Items.Select(item => item.Id));
            },
            iter: 200);
    }

    private static Gen<Question> Questions(Vocabulary vocabulary)
    {
        var years = Gen.OneOf<YearRange[]>(
            [], [new YearRange(2012, 2012)], [new YearRange(2018, 2018)], [new YearRange(2015, null)], [new YearRange(2015, 2015), new YearRange(2019, 2019)]);
        var areas = Gen.OneOf<string[]>([[], [], .. vocabulary.Areas.Select(area => new[] { area }), ["Justice", "Education"]]);
        var ids = Gen.OneOf<IdRange[]>(
            [], [], [new IdRange("PE0036", "PE0036")], [new IdRange("PE0105", "PE0105")], [new IdRange("PE0001", "PE0013")], [new IdRange("PE0086", "PE0086"), new IdRange("KE0001", "KE0001")]);
        var words = Gen.OneOf<string[]>([], [], ["training"], ["sanitation", "lawyers"], ["transparency", "portal"]);
        var members = Gen.OneOf<string[]>([], ["Peru"], ["Chile"], ["Peru", "Chile"]);
        var filter = Gen.Select(
            Gen.Select(members, ids, areas), Gen.Select(years, words, Gen.OneOf<bool?>(null, null, true, false)),
            (first, second) => new Filter
            {
                Members = [.. first.Item1],
                Ids = [.. first.Item2],
                Areas = [.. first.Item3],
                Years = [.. second.Item1],
                Words = [.. second.Item2],
                Starred = second.Item3,
            });
        var by = Gen.OneOf<Field?>(null, Field.Area, Field.Year, Field.Plan, Field.Star, Field.Member, Field.Lead, Field.Type);
        var verb = Gen.OneOf(Verb.Find, Verb.Show, Verb.Count, Verb.Rank, Verb.Compare, Verb.Pivot, Verb.Brief, Verb.Cite);
        return Gen.Select(
            Gen.Select(verb, filter, by), Gen.Select(Gen.OneOf<int?>(null, 1, 3), Gen.Bool, Gen.Int[1, 5], Gen.OneOf(Language.English, Language.Spanish)),
            (first, second) => new Question
            {
                Verb = first.Item1,
                Filter = first.Item2,
                By = first.Item3,
                Top = second.Item1,
                Fewest = second.Item2,
                Page = second.Item3,
                Language = second.Item4,
            });
    }

    private async Task<int> FindsAsync(string says, Vocabulary vocabulary)
    {
        var question = CanonicalQuery.Parse(says, vocabulary);

        Assert.NotNull(question);
        return question.Topic == Topic.Resources
            ? (await peru.Store.FindResourcesAsync(question.Filter, question.Sort, 0, 1, TestContext.Current.CancellationToken)).Total
            : (await peru.AskAsync(question)).Total ?? 0;
    }
}
