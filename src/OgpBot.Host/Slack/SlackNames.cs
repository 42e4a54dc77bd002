namespace OgpBot.Host.Slack;

/// <summary>What the app's manifest and the code call the same.</summary>
internal static class SlackNames
{
    /// <summary>As in <see cref="Conversations.Address.Channel"/>.</summary>
    public const string Channel = "slack";

    public const string Command = "/ogp";

    /// <summary>The global shortcut "Find commitments", and the modal that it opens.</summary>
    public const string Find = "find_commitments";

    /// <summary>The message shortcut "Look up IDs in this message".</summary>
    public const string LookUp = "look_up_ids";

    /// <summary>A modal that shows an answer.</summary>
    public const string Result = "result";

    /// <summary>A button that says its value, as if it were typed: each one's action_id begins so.</summary>
    public const string Says = "say-";

    /// <summary>A button that leads to another page of the answer that it stands under.</summary>
    public const string SaysPage = "say-page-";

    /// <summary>A button that shows everybody what one person sees. Its value is the query.</summary>
    public const string Share = "share";

    /// <summary>A button that opens the modal <see cref="Find"/>.</summary>
    public const string OpenFind = "open-find";

    /// <summary>The block of a message that somebody shared.</summary>
    public const string SharedBy = "shared-by";
}
