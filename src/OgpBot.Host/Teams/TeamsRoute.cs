namespace OgpBot.Host.Teams;

/// <summary>How an answer gets back to a Teams conversation: the parts of the Bot Framework's conversation reference that are needed.</summary>
/// <param name="ServiceUrl">As the activity gave it; checked against the allowed hosts when stored and when used.</param>
/// <param name="ConversationId">With ;messageid= for a thread of a channel.</param>
/// <param name="ReplyToId">The activity that is answered; null for what is said unasked.</param>
/// <param name="BotId">The bot's ID in this channel (recipient of the activity).</param>
internal sealed record TeamsRoute(string ServiceUrl, string ConversationId, string? ReplyToId, string? BotId, string? Locale);
