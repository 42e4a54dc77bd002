namespace OgpBot.Conversations;

/// <summary>Where a message was said: enough to remember the conversation and to answer there.</summary>
/// <param name="Channel">The folder that speaks for it: web, cli, slack, teams. Never read by an intent.</param>
/// <param name="Tenant">The workspace or tenant; empty where a channel has none.</param>
/// <param name="Conversation">Unique within the tenant; a thread is a conversation of its own.</param>
public sealed record Address(string Channel, string Tenant, string Conversation);

/// <summary>One message from a person, as typed.</summary>
/// <param name="Preferred">The language to answer in when the words do not tell; null when unknown.</param>
public sealed record Utterance(string Text, Address Address, Language? Preferred = null)
{
    /// <summary>Null where nobody can be told apart: the command line, the web page.</summary>
    public Asker? Asker { get; init; }
}
