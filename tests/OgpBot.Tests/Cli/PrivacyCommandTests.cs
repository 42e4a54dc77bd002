using OgpBot.Cli;
using OgpBot.Storage;

namespace OgpBot.Tests.Cli;

public sealed class PrivacyCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Without_a_host_a_person_is_forgotten_at_once()
    {
        var ran = await shell.RunAsync(["forget", "--team", "T1", "--user", "U1"]);

        Assert.Equal((ExitCode.Done, "Done. Nothing in bot.db names this person any more.\n", ""), (ran.Code, ran.Output, ran.Error));
    }

    [Fact]
    public async Task Beside_a_host_the_wish_is_noted_for_it()
    {
        using var host = BotLock.Take(new DataFolder(Path.Combine(shell.Folder, "data")));

        var ran = await shell.RunAsync(["forget", "--channel", "teams", "--team", "tenant", "--user", "29:x"]);

        Assert.Equal((ExitCode.Done, "Noted. The running host forgets this person within a minute.\n"), (ran.Code, ran.Output));
    }

    [Theory]
    [InlineData("forget", "--user", "U1")]
    [InlineData("forget", "--team", "T1", "--user", "U1", "--channel", "irc")]
    public async Task A_wish_that_names_nobody_is_bad_usage(params string[] args) => Assert.Equal(ExitCode.BadUsage, (await shell.RunAsync(args)).Code);

    [Fact]
    public async Task Questions_without_an_answer_are_listed_without_who_asked_and_can_be_cleared()
    {
        var none = await shell.RunAsync(["unanswered"]);
        await shell.RunAsync(["ask", "asdfgh qwerty <@U0ANA4567>"]);

        var listed = await shell.RunAsync(["unanswered", "--clear"], width: 100);
        var after = await shell.RunAsync(["unanswered"]);

        Assert.Equal("No unanswered questions.\n", none.Output);
        Assert.Matches(@"asdfgh qwerty\W+1\W+[0-9-]+\W+unclear", listed.Output);
        Assert.Equal(none.Output, after.Output);
    }
}
