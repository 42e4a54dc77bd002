using System.Text.Json.Nodes;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Host.Slack;

/// <summary>Previews of links to records that the catalog holds. Other links are left alone.</summary>
internal sealed class SlackUnfurls(Bot bot, CatalogStore catalog, SlackOptions options)
{
    // Slack shows no more in one message.
    private const int MostLinks = 5;

    private const int MostFacts = 3;

    /// <summary>By their addresses, to the letter; empty when none is known.</summary>
    public async Task<JsonObject> DrawAsync(IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        var drawn = new JsonObject();
        foreach (var url in urls.Distinct(StringComparer.Ordinal))
        {
            if (drawn.Count < MostLinks && RecordLink.Read(url, options.UnfurlDomain) is { } link && await QuestionOfAsync(link, cancellationToken) is { } question)
            {
                var reply = Preview(await bot.AnswerAsync(question, cancellationToken));
                drawn[url] = new JsonObject { ["blocks"] = BlockKitRenderer.Render(reply) };
            }
        }

        return drawn;
    }

    private async Task<Question?> QuestionOfAsync(RecordLink link, CancellationToken cancellationToken)
    {
        var members = await catalog.MembersAsync(cancellationToken);
        if (members.FirstOrDefault(member => SlugOf(member) == link.Member) is not { } member)
        {
            return null;
        }

        if (link.Commitment is not { } id)
        {
            return new Question { Verb = Verb.Show, Topic = Topic.Members, Filter = new Filter { Members = [member.Name] }, Language = link.Language };
        }

        var ids = Queries.OfIds(id);
        return await catalog.CountCommitmentsAsync(ids with { Members = [member.Name] }, cancellationToken) == 1
            ? new Question { Verb = Verb.Show, Topic = Topic.Commitments, Filter = ids, Language = link.Language }
            : null;
    }

    /// <summary>The record, a few facts that its own line does not say, and the credit.</summary>
    private static Reply Preview(Reply reply)
    {
        var place = SourceTexts.In(reply.Language).Label;
        var details = reply.Blocks.OfType<Detail>().Select(detail => detail with
        {
            Rows = [.. detail.Rows.Where(row => row.Label != place && !detail.Item.Details.Any(said => Says(said, row.Value))).Take(MostFacts)],
        });
        return new Reply(reply.Text, [.. details, .. reply.Blocks.OfType<Note>().TakeLast(1)]) { Intent = reply.Intent, Language = reply.Language };
    }

    /// <summary>"member since 2011" says 2011.</summary>
    private static bool Says(string detail, string value) => detail == value || detail.EndsWith($" {value}", StringComparison.Ordinal);

    private static string SlugOf(Member member) => member.Slug.Value ?? string.Join('-', Folding.Words(member.Name));
}
