using System.Text.Json;

namespace OgpBot.Host.Slack;

/// <summary>A click, a modal or a shortcut, under Slack's names. Which members there are depends on its type; every one may be missing.</summary>
internal sealed record SlackInteraction
{
    public string? Type { get; init; }

    public string? ApiAppId { get; init; }

    public SlackThing? Team { get; init; }

    /// <summary>In place of the team when a whole organisation installed the app.</summary>
    public SlackThing? Enterprise { get; init; }

    public SlackPerson? User { get; init; }

    public SlackThing? Channel { get; init; }

    public SlackContainer? Container { get; init; }

    /// <summary>The message that was clicked on, or that the shortcut is about.</summary>
    public SlackClickedMessage? Message { get; init; }

    public IReadOnlyList<SlackAction>? Actions { get; init; }

    public SlackView? View { get; init; }

    /// <summary>Of a shortcut.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Opens a modal, once, within three seconds.</summary>
    public string? TriggerId { get; init; }

    /// <summary>A secret: whoever has it may write there.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Never with its secrets.</summary>
    public override string ToString() => $"{Type} in {Team?.Id}";
}

internal sealed record SlackThing
{
    public string? Id { get; init; }
}

internal sealed record SlackPerson
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? TeamId { get; init; }

    /// <summary>es-PE and the like; Slack tells it seldom.</summary>
    public string? Locale { get; init; }
}

internal sealed record SlackContainer
{
    /// <summary>Seen by one person alone.</summary>
    public bool? IsEphemeral { get; init; }

    public string? MessageTs { get; init; }

    public string? ThreadTs { get; init; }

    public string? ChannelId { get; init; }
}

internal sealed record SlackClickedMessage
{
    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? Text { get; init; }

    public JsonElement? Blocks { get; init; }
}

internal sealed record SlackAction
{
    public string? ActionId { get; init; }

    public string? Value { get; init; }

    public string? ActionTs { get; init; }
}

internal sealed record SlackView
{
    public string? Id { get; init; }

    /// <summary>home or modal.</summary>
    public string? Type { get; init; }

    public string? Hash { get; init; }

    public string? CallbackId { get; init; }

    public SlackViewState? State { get; init; }
}

internal sealed record SlackViewState
{
    /// <summary>By block, then by action.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, SlackInput>>? Values { get; init; }
}

/// <summary>What somebody filled in.</summary>
internal sealed record SlackInput
{
    public string? Value { get; init; }

    public SlackOption? SelectedOption { get; init; }

    public IReadOnlyList<SlackOption>? SelectedOptions { get; init; }
}

internal sealed record SlackOption
{
    public string? Value { get; init; }
}

/// <summary>A block of small print.</summary>
internal sealed record SlackContext
{
    public IReadOnlyList<SlackContextText>? Elements { get; init; }
}

internal sealed record SlackContextText
{
    public string? Text { get; init; }
}
