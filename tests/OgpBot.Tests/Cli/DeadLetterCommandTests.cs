using OgpBot.Cli;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Cli;

public sealed class DeadLetterCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Without_dead_letters_the_list_says_so()
    {
        var ran = await shell.RunAsync(["deadletter", "list"]);

        Assert.Equal((ExitCode.Done, "No dead letters.\n", ""), (ran.Code, ran.Output, ran.Error));
    }

    [Fact]
    public async Task A_dead_letter_is_listed_without_what_was_said_shown_with_it_and_replayed_once()
    {
        await BuryAsync("abc123", "PE0062 please");

        var listed = await shell.RunAsync(["deadletter", "list"], width: 120);
        var shown = await shell.RunAsync(["deadletter", "show", "abc123"], width: 120);
        var asJson = await shell.RunAsync(["deadletter", "show", "abc123", "--json"]);
        var replayed = await shell.RunAsync(["deadletter", "replay", "abc123"]);
        var again = await shell.RunAsync(["deadletter", "replay", "abc123"]);

        Assert.Matches(@"abc123 +dead +slack +2026-03-01 12:00:00Z +InvalidOperationException", listed.Output);
        Assert.Contains("1 in all.", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("please", listed.Output, StringComparison.Ordinal);
        Assert.Matches(@"Text +PE0062 please", shown.Output);
        Assert.StartsWith("""{"reference":"abc123","state":"dead","channel":"slack","tenant":"T1","conversation":"C1",""", asJson.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, "Will be tried again: abc123\n"), (replayed.Code, replayed.Output));
        Assert.Equal((ExitCode.Nothing, "ogpbot: no dead letter has the reference abc123.\n"), (again.Code, again.Error));
    }

    [Fact]
    public async Task A_dead_letter_that_is_dropped_is_gone()
    {
        await BuryAsync("abc123", "PE0062");

        var dropped = await shell.RunAsync(["deadletter", "drop", "abc123"]);
        var shown = await shell.RunAsync(["deadletter", "show", "abc123"]);

        Assert.Equal((ExitCode.Done, "Dropped: abc123\n"), (dropped.Code, dropped.Output));
        Assert.Equal(ExitCode.Nothing, shown.Code);
    }

    private async Task BuryAsync(string reference, string text)
    {
        using var state = new OpenState(new DataFolder(Path.Combine(shell.Folder, "data")), TimeProvider.System);
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        await state.Writer.WriteAsync(
            transaction => transaction.Execute(
                """
                insert into inbox (channel, tenant, conversation, text, route, state, tries, due_at, lease_until, reference, reason, received_at, ended_at)
                values ('slack', 'T1', 'C1', @text, '{}', 'dead', 5, @at, 0, @reference, 'InvalidOperationException', @at, @at)
                """,
                new { text, reference, at }),
            TestContext.Current.CancellationToken);
    }
}
