using OgpBot.Catalog;
using OgpBot.Tests.Members;

namespace OgpBot.Tests.Acceptance;

/// <summary>The whole bot over <see cref="World"/>.</summary>
public sealed class BotOverManyMembers : BotUnderTest
{
    private protected override CatalogContent Content => World.Content;
}

/// <summary>Questions over many members, with answers worked out from the data by hand: questions/members.tsv.</summary>
public sealed class MemberAcceptanceTests(BotOverManyMembers bot) : IClassFixture<BotOverManyMembers>
{
    [Fact]
    public async Task People_get_the_right_answer_over_many_members()
    {
        List<string> failures = [];
        var questions = AcceptanceQuestion.Set("members");

        foreach (var question in questions)
        {
            var missed = await new Judge(bot, question, await bot.AnswerAsync(question)).FailuresAsync();
            failures.AddRange(missed.Select(failure => $"{question.Before?.Insert(0, "(after) ") ?? ""} {question.Written}: {failure}".Trim()));
        }

        Assert.True(failures.Count == 0, $"of {questions.Count} questions:\n{string.Join('\n', failures)}");
    }
}
