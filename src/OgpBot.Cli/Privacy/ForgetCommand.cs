using System.CommandLine;
using OgpBot.Privacy;
using OgpBot.Storage;

namespace OgpBot.Cli.Privacy;

/// <summary>Forgets a person at the operator's hand, as "forget me" does at their own.</summary>
internal static class ForgetCommand
{
    private static readonly Option<string> Channel = new("--channel") { Description = "slack or teams.", DefaultValueFactory = _ => "slack" };

    private static readonly Option<string> Team = new("--team") { Description = "The workspace (T…) or tenant.", Required = true };

    private static readonly Option<string> User = new("--user") { Description = "The person's ID there: U… in Slack, 29:… in Teams.", Required = true };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("forget", "Delete every row that names a person.")
        {
            Usages = ["ogpbot forget --team T0123 --user U0456", "ogpbot forget --channel teams --team 5a3f… --user 29:1x…"],
            Remarks =
            [
                "What the person follows goes; what channels follow stays, without the ID. Afterwards bot.db is rewritten, so that no byte of the ID is left in it.",
                "Beside a running host the wish is noted, and the host does it within a minute.",
            ],
        };
        command.Add(Channel);
        command.Add(Team);
        command.Add(User);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        Mistyped.Reject(parsed);
        var channel = parsed.GetRequiredValue(Channel);
        if (channel is not ("slack" or "teams"))
        {
            throw new UsageException("The channel is slack or teams.");
        }

        await using var runtime = Runtime.Open(parsed, surroundings);
        await runtime.Forgetting.AskAsync(new Person(channel, parsed.GetRequiredValue(Team), parsed.GetRequiredValue(User)), cancellationToken);
        if (TakeLock(new DataFolder(parsed.DataFolder(surroundings))) is not { } taken)
        {
            await surroundings.Output.WriteLineAsync("Noted. The running host forgets this person within a minute.");
            return ExitCode.Done;
        }

        using (taken)
        {
            var left = await runtime.Forgetting.ForgetAsync(cancellationToken);
            var gone = left == 0 && await runtime.Scrub.ScrubAsync(cancellationToken);
            await surroundings.Output.WriteLineAsync(gone
                ? "Done. Nothing in bot.db names this person any more."
                : "Noted. Messages from or to this person are still under way: the host forgets them when it has run next.");
        }

        return ExitCode.Done;
    }

    /// <summary>Null while a host works on the folder.</summary>
    private static IDisposable? TakeLock(DataFolder folder)
    {
        try
        {
            return BotLock.Take(folder);
        }
        catch (DatabaseRefusedException refused) when (refused.Refusal == Refusal.InUse)
        {
            return null;
        }
    }
}
