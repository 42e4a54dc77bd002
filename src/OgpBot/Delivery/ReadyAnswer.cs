using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>The answer to a message that is not stored yet: both are stored together, so that one wait for the disk does for them.</summary>
/// <param name="Turn">Leave to send it at once; null when it has to wait.</param>
/// <param name="Remember">As for <see cref="Bot.KnownAnswerAsync"/>.</param>
/// <param name="Lane">Of the conversation, held until it is known what became of the message.</param>
internal sealed record ReadyAnswer(OutboxDraft Draft, Turn? Turn, Func<StateTransaction, int>? Remember, string Lane);
