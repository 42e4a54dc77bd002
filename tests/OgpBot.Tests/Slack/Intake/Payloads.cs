using System.Text.Json.Nodes;

namespace OgpBot.Tests.Slack.Intake;

/// <summary>What Slack sends, in the shapes that its documentation gives.</summary>
internal static class Payloads
{
    private static int number;

    public static JsonObject Envelope(JsonObject inner, string? eventId = null, string team = SlackIntake.Team, string app = SlackIntake.App, long time = 1_772_366_400) => new()
    {
        ["token"] = "x",
        ["team_id"] = team,
        ["api_app_id"] = app,
        ["event"] = inner,
        ["type"] = "event_callback",
        ["event_id"] = eventId ?? $"Ev{Interlocked.Increment(ref number)}",
        ["event_time"] = time,
        ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = team, ["user_id"] = SlackIntake.Bot, ["is_bot"] = true, ["is_enterprise_install"] = false }),
    };

    public static JsonObject Mention(string text, string ts = "1.1", string channel = "C1", string? thread = null) =>
        Message("app_mention", $"<@{SlackIntake.Bot}> {text}", ts, channel, null, thread);

    public static JsonObject Direct(string text, string ts = "1.1", string? thread = null) => Message("message", text, ts, "D1", "im", thread);

    public static JsonObject InChannel(string text, string ts = "1.1", string channel = "C1", string? thread = null) => Message("message", text, ts, channel, "channel", thread);

    public static JsonObject Click(string actionId, string value, string channel = "C1", bool ephemeral = false, string? thread = null, string? url = null, JsonArray? blocks = null, string team = SlackIntake.Team)
    {
        var click = Interaction("block_actions", team);
        click["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "5.5", ["channel_id"] = channel, ["is_ephemeral"] = ephemeral };
        click["channel"] = new JsonObject { ["id"] = channel, ["name"] = "general" };
        click["message"] = new JsonObject { ["ts"] = "5.5", ["thread_ts"] = thread, ["text"] = "answer", ["blocks"] = blocks };
        click["response_url"] = url;
        click["actions"] = new JsonArray(Action(actionId, value));
        return click;
    }

    public static JsonObject ClickInView(string actionId, string value, string viewType)
    {
        var click = Interaction("block_actions");
        click["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" };
        click["view"] = new JsonObject { ["id"] = "V1", ["type"] = viewType, ["hash"] = "1.h" };
        click["actions"] = new JsonArray(Action(actionId, value));
        return click;
    }

    public static JsonObject Shortcut(string callbackId)
    {
        var shortcut = Interaction("shortcut");
        shortcut["callback_id"] = callbackId;
        return shortcut;
    }

    public static JsonObject MessageShortcut(string callbackId, string text, JsonArray? blocks = null)
    {
        var shortcut = Interaction("message_action");
        shortcut["callback_id"] = callbackId;
        shortcut["channel"] = new JsonObject { ["id"] = "C1" };
        shortcut["message"] = new JsonObject { ["ts"] = "5.5", ["text"] = text, ["blocks"] = blocks };
        return shortcut;
    }

    /// <param name="values">What each field holds: a menu's value, words, or true for a ticked box.</param>
    public static JsonObject Submission(string callbackId, params (string Field, JsonNode Value)[] values)
    {
        var submission = Interaction("view_submission");
        submission["view"] = new JsonObject
        {
            ["id"] = "V1",
            ["type"] = "modal",
            ["callback_id"] = callbackId,
            ["state"] = new JsonObject { ["values"] = new JsonObject(values.Select(value => KeyValuePair.Create(value.Field, (JsonNode?)new JsonObject { [value.Field] = value.Value }))) },
        };
        return submission;
    }

    public static JsonObject Chosen(string value) => new() { ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = value } };

    private static JsonObject Message(string type, string text, string ts, string channel, string? channelType, string? thread) => new()
    {
        ["type"] = type,
        ["user"] = "U1",
        ["text"] = text,
        ["ts"] = ts,
        ["event_ts"] = ts,
        ["channel"] = channel,
        ["channel_type"] = channelType,
        ["thread_ts"] = thread,
        ["team"] = SlackIntake.Team,
        ["blocks"] = new JsonArray(),
    };

    private static JsonObject Interaction(string type, string team = SlackIntake.Team) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = "U1", ["name"] = "alice", ["team_id"] = team },
        ["team"] = new JsonObject { ["id"] = team, ["domain"] = "ogp" },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
        ["api_app_id"] = SlackIntake.App,
        ["token"] = "x",
        ["trigger_id"] = "1.2.3",
    };

    private static JsonObject Action(string actionId, string value) =>
        new() { ["action_id"] = actionId, ["block_id"] = "b", ["type"] = "button", ["value"] = value, ["action_ts"] = $"{Interlocked.Increment(ref number)}.1" };
}
