using System.Text.Json;

namespace OgpBot.Host.Teams;

/// <summary>What arrives: the members of an activity that are of use. IDs are texts of any form; what the bot does not know is left alone.</summary>
internal sealed record ReceivedActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>Of an invoke: what is asked for.</summary>
    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    /// <summary>IANA name of the person's time zone; not every client tells.</summary>
    public string? LocalTimezone { get; init; }

    public string? ServiceUrl { get; init; }

    /// <summary>msteams; agents from other Microsoft 365 applications.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Of a click: the message that holds the card.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>expectReplies: what the bot says belongs in the response.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Of an installationUpdate: add or remove. With a new version of the app come remove-upgrade and add-upgrade, which change nothing here.</summary>
    public string? Action { get; init; }

    public ReceivedAccount? From { get; init; }

    /// <summary>The bot.</summary>
    public ReceivedAccount? Recipient { get; init; }

    public ReceivedConversation? Conversation { get; init; }

    public IReadOnlyList<ReceivedAccount?>? MembersAdded { get; init; }

    public IReadOnlyList<ReceivedAccount?>? MembersRemoved { get; init; }

    /// <summary>Of several kinds, with members of their own.</summary>
    public JsonElement Entities { get; init; }

    public JsonElement Attachments { get; init; }

    public JsonElement ChannelData { get; init; }

    /// <summary>Of a click or an invoke. What a client says: never authority.</summary>
    public JsonElement Value { get; init; }
}

internal sealed record ReceivedAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

internal sealed record ReceivedConversation
{
    /// <summary>With ;messageid= for a thread of a channel.</summary>
    public string? Id { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }
}
