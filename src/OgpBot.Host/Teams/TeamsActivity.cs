using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Teams;

/// <summary>What the bot says, as the Bot Framework's protocol has it. Text or a card, never both: Teams makes two messages of that, and tells the ID of neither.</summary>
internal sealed record TeamsActivity(string Type)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    // The notification of a phone shows no more.
    private const int LongestSummary = 100;

    // Six times as long in JSON, if all of it must be escaped; 40 KB counted as UTF-16 are the limit.
    private const int LongestText = 3_000;

    private static readonly Shaped<DrawnJson> Cards = new(reply => new(JsonSerializer.SerializeToUtf8Bytes(TeamsCard.Message(reply), TeamsJson.Wire.JsonObject)));

    public TeamsAccount? From { get; init; }

    public TeamsAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    public string? Text { get; init; }

    /// <summary>plain: the text is no markdown.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows of a card.</summary>
    public string? Summary { get; init; }

    public TeamsAttachment[]? Attachments { get; init; }

    public static TeamsActivity Typing(TeamsRoute route) => Addressed("typing", route);

    public static TeamsActivity Message(Reply reply, TeamsRoute route) => reply.Blocks.Count == 0 && reply.Choices.Count == 0
        ? Words(reply, route)
        : Addressed("message", route) with
        {
            Summary = PlainText.Cut(PlainText.Line(reply.Text), LongestSummary),
            Attachments = [new(CardType, Cards.Of(reply))],
        };

    /// <summary>The same without a card, for a place that takes none.</summary>
    public static TeamsActivity Words(Reply reply, TeamsRoute route) => Addressed("message", route) with
    {
        Text = PlainText.Cut(PlainText.Of(reply), LongestText),
        TextFormat = "plain",
    };

    private static TeamsActivity Addressed(string type, TeamsRoute route) => new(type)
    {
        From = route.BotId is { } bot ? new(bot) : null,
        Conversation = new(route.ConversationId),
        ReplyToId = route.ReplyToId,
        Locale = route.Locale,
    };
}

internal sealed record TeamsAccount(string Id);

internal sealed record TeamsAttachment(string ContentType, DrawnJson Content);

/// <summary>Asks for the chat with one person. The same chat comes back however often it is asked for.</summary>
internal sealed record TeamsPersonalChat(TeamsAccount? Bot, TeamsAccount[] Members, string TenantId, TeamsTenancy ChannelData, bool IsGroup = false);

internal sealed record TeamsTenancy(TeamsAccount Tenant);
