namespace OgpBot.Tests.Acceptance;

/// <summary>Questions as people ask them, with answers worked out by hand from the source page: questions/*.tsv.</summary>
public sealed class AcceptanceTests(BotUnderTest bot) : IClassFixture<BotUnderTest>
{
    /// <summary>Questions that are not answered well yet, each with the reason.</summary>
    private static readonly ILookup<string, string> KnownGaps = AcceptanceFile.Rows("known-gaps").ToLookup(row => row[0], row => row[1]);

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var (kind, set) in AcceptanceQuestion.Sets.SelectMany(set => AcceptanceQuestion.Set(set).Select(question => (question.Kind, set))).Distinct().Order())
            {
                kinds.Add(kind, set);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task People_get_the_right_answer(string kind, string set)
    {
        List<string> failures = [];
        var open = AcceptanceQuestion.Set(set).Where(question => question.Kind == kind && !KnownGaps[set].Contains(question.Written)).ToList();

        foreach (var question in open)
        {
            failures.AddRange((await FailuresAsync(question)).Select(failure => $"{question.Before?.Insert(0, "(after) ") ?? ""} {question.Written}: {failure}".Trim()));
        }

        Assert.True(failures.Count == 0, $"of {open.Count} questions:\n{string.Join('\n', failures)}");
    }

    [Fact]
    public async Task What_is_listed_as_a_gap_still_is_one()
    {
        foreach (var set in AcceptanceQuestion.Sets)
        {
            var questions = AcceptanceQuestion.Set(set);

            Assert.All(KnownGaps[set], gap => Assert.Contains(questions, question => question.Written == gap));
            foreach (var question in questions.Where(question => KnownGaps[set].Contains(question.Written)))
            {
                Assert.True((await FailuresAsync(question)).Count > 0, $"“{question.Written}” is answered now: take it out of known-gaps.tsv");
            }
        }
    }

    private async Task<IReadOnlyList<string>> FailuresAsync(AcceptanceQuestion question) =>
        await new Judge(bot, question, await bot.AnswerAsync(question)).FailuresAsync();
}
