using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;

namespace OgpBot.Host.Teams;

/// <summary>
/// The message extension: people look something up while they write, and put it into a message of theirs. Each search stands alone, so nothing is
/// remembered of it.
/// </summary>
internal sealed class TeamsSearch(TeamsOptions options, Bot bot, CatalogStore catalog)
{
    private const int MostResults = 25;

    // Nobody scrolls further; and each page is an answer of its own.
    private const int Deepest = 500;

    // In the list, two lines; the card holds all of it.
    private const int LongestTitle = 60;

    private const int LongestText = 200;

    /// <summary>Results for what was typed; before anything is typed, the starred commitments.</summary>
    public async Task<JsonObject> FindAsync(JsonElement value, Language language, CancellationToken cancellationToken)
    {
        var typed = Typed(value);
        var skip = Math.Clamp(value.Member("queryOptions").Number("skip") ?? 0, 0, Deepest);
        var count = Math.Clamp(value.Member("queryOptions").Number("count") ?? MostResults, 1, MostResults);
        var question = await ReadAsync(typed.Length > 0 ? typed : Queries.Find(new Filter { Starred = true }), language, cancellationToken);
        var first = await bot.AnswerAsync(question with { Page = 1 }, cancellationToken);
        if (!first.Items.Any())
        {
            return first.Total is null or 0 ? Message(first.Text) : skip > 0 ? Results([]) : Results([Result(first.Text, first.Query ?? "", TeamsCard.Preview(first))]);
        }

        List<Item> found = [];
        for (var page = (skip / Paging.Size) + 1; page <= first.Pages && found.Count < (skip % Paging.Size) + count; page++)
        {
            var reply = page == 1 ? first : await bot.AnswerAsync(question with { Page = page }, cancellationToken);
            found.AddRange(reply.Items);
        }

        return Results(found.Skip(skip % Paging.Size).Take(count).Select(item => Result(item, first.Language)));
    }

    /// <summary>The record that a page of the organisation's site is about; no result for any other address.</summary>
    public async Task<JsonObject> PreviewAsync(string? url, Language language, CancellationToken cancellationToken)
    {
        var link = url is null ? null : options.PreviewedDomains.Select(domain => RecordLink.Read(url, domain)).FirstOrDefault(found => found is not null);
        return await OpenAsync(link?.Says, language, cancellationToken);
    }

    /// <summary>The whole record, after a result was picked.</summary>
    public async Task<JsonObject> OpenAsync(string? says, Language language, CancellationToken cancellationToken)
    {
        if (says is not { Length: > 0 and <= TeamsText.Longest })
        {
            return Results([]);
        }

        var reply = await bot.AnswerAsync(await ReadAsync(says, language, cancellationToken), cancellationToken);
        return Results(reply.Blocks.OfType<Detail>().Any() ? [Result(reply.Items.First().Title, reply.Text, TeamsCard.Preview(reply))] : []);
    }

    private async Task<Question> ReadAsync(string text, Language language, CancellationToken cancellationToken) =>
        Reader.Read(text, await catalog.VocabularyAsync(cancellationToken), Context.Fresh(language));

    /// <summary>Clients name the parameter as the manifest does, or not at all; initialRun says that nothing was typed yet.</summary>
    private static string Typed(JsonElement value) =>
        value.Member("parameters").Members().Where(parameter => parameter.Text("name") != "initialRun").Select(parameter => parameter.Text("value")).OfType<string>().FirstOrDefault() is { } typed
            ? typed.Trim() is var text && text.Length > TeamsText.Longest ? text[..TeamsText.Longest] : typed.Trim()
            : "";

    private static JsonObject Result(Item item, Language language)
    {
        var reply = new Reply(item.Title, new Detail(item, []), new Note(Source.Credit)) { Language = language };
        return Result(item.Title, string.Join(" · ", [.. PlainText.IdFor(item) is { } id ? [id] : Array.Empty<string>(), .. item.Details]), TeamsCard.Preview(reply));
    }

    /// <summary>Picking a result puts its card into the message. A tap action would ask once more, and the Agents Playground shows no list that has one.</summary>
    private static JsonObject Result(string title, string text, JsonObject card) => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.adaptive",
        ["content"] = card,
        ["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = PlainText.Cut(PlainText.Line(title), LongestTitle), ["text"] = PlainText.Cut(PlainText.Line(text), LongestText) },
        },
    };

    private static JsonObject Results(IEnumerable<JsonObject> attachments) => new()
    {
        ["composeExtension"] = new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = new JsonArray([.. attachments]) },
    };

    private static JsonObject Message(string text) => new() { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = PlainText.Cut(text, 500) } };
}
