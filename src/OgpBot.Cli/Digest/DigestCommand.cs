using System.CommandLine;
using System.Globalization;
using OgpBot.Cli.Terminal;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;

namespace OgpBot.Cli.Digest;

/// <summary>What is followed, and what a digest would say.</summary>
internal static class DigestCommand
{
    // More than a screen; --json shows the same.
    private const int Most = 200;

    private const int LongestDays = 400;

    private static readonly Argument<string> Query = new("QUERY") { Description = "A list, as in ask: \"new resources for Peru\", \"starred commitments\"." };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per line, for programs." };

    private static readonly Option<string> Since = new("--since") { Description = "How far back: 7d, 30d.", DefaultValueFactory = _ => "30d" };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("digest", "What channels and people follow, and what a digest would say.")
        {
            Usages = ["ogpbot digest list", "ogpbot digest preview \"resources for Peru\" --since 30d"],
            Remarks =
            [
                "broken: the last digest could not be delivered. Nothing is lost: it is tried again when it is due, and active again as soon as one arrives.",
                "What is new is known since a host first ran on this data folder, for up to 400 days.",
            ],
        };
        command.Add(List(surroundings));
        command.Add(Preview(surroundings));
        return command;
    }

    private static Command List(Surroundings surroundings)
    {
        var command = new Command("list", "Every subscription, broken ones first, without the people who set them.") { Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var runtime = Runtime.Open(parsed, surroundings);
            var subscriptions = await runtime.Subscriptions.AllAsync(Most, cancellationToken);
            if (parsed.GetValue(Json))
            {
                foreach (var subscription in subscriptions)
                {
                    await surroundings.Output.WriteLineAsync(SubscriptionJson.Write(subscription));
                }
            }
            else if (subscriptions.Count == 0)
            {
                await surroundings.Output.WriteLineAsync("Nothing is followed.");
            }
            else
            {
                Consoles.Output(surroundings, parsed.Colours(surroundings)).Write(SubscriptionView.Draw(subscriptions, Most));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Preview(Surroundings surroundings)
    {
        var command = new Command("preview", "What a digest of this would have said.") { Query, Since };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Days(parsed.GetValue(Since)!) is not { } back)
            {
                throw new UsageException($"--since takes a number of days up to {LongestDays}, such as 30d.");
            }

            await using var runtime = Runtime.Open(parsed, surroundings);
            var question = Reader.Read(parsed.GetValue(Query)!, await runtime.Catalog.VocabularyAsync(cancellationToken), Context.Fresh(Language.English));
            var list = CanonicalQuery.Print(new Question { Topic = question.Topic, Filter = question.Filter });
            if (await runtime.Previews.PreviewAsync([list], Watch.New, new(Rhythm.AtOnce, 0, default, "UTC"), Language.English, back, cancellationToken) is not { } preview)
            {
                throw new UsageException($"{list} cannot be followed: ask for commitments, resources, plans or posts.");
            }

            var since = preview.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await surroundings.Output.WriteLineAsync($"{preview.Headline ?? "Nothing new"} (since {since}; {list})");
            foreach (var item in preview.Items)
            {
                await surroundings.Output.WriteLineAsync($"  {PlainText.Line(item.Title)}");
            }

            return preview.Headline is null ? ExitCode.Nothing : ExitCode.Done;
        });
        return command;
    }

    private static TimeSpan? Days(string since) =>
        since is [.. var number, 'd'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestDays ? TimeSpan.FromDays(days) : null;
}
