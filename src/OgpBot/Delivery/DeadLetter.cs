namespace OgpBot.Delivery;

/// <summary>A message that needs a person: it made the bot fail too often, its reply was refused, or nobody knows whether the reply arrived.</summary>
/// <param name="Reference">What the person who asked was told, and what the log says.</param>
/// <param name="State">dead (never answered), failed (certainly not sent) or unknown (perhaps sent).</param>
/// <param name="Text">What was asked, or what was to be said.</param>
public sealed record DeadLetter(
    string Reference, string State, string Channel, string Tenant, string Conversation, string Reason, int Tries, DateTimeOffset EndedAt, string Text);
