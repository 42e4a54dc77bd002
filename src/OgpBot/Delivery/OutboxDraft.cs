using System.Security.Cryptography;

namespace OgpBot.Delivery;

/// <summary>A reply made ready to be stored, before the one writer's turn: what it costs, nobody else waits for.</summary>
internal sealed record OutboxDraft(Outgoing Message, string Place, StoredReply Reply)
{
    public static OutboxDraft Of(Outgoing message, string place) =>
        new(message with { Reference = RandomNumberGenerator.GetHexString(10, lowercase: true) }, place, StoredReply.Write(message.Reply));
}
