namespace OgpBot.Host.Teams;

/// <summary>A thread of a channel is a conversation whose ID ends with the message that began it: 19:…@thread.tacv2;messageid=….</summary>
internal static class TeamsThread
{
    private const string Mark = ";messageid=";

    public static string ChannelOf(string conversation) =>
        conversation.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var end ? conversation[..end] : conversation;
}
