using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>What Slack sends: mentions in channels, which come as app_mention and as message, and direct messages.</summary>
internal static class SlackTraffic
{
    public const string SigningSecret = "8f742231b10e8888abcd99faultsfault";

    public const string Person = "U0PERSON1";

    /// <param name="places">Channels of the workspace that mention the bot.</param>
    public static Question Ask(int number, int places)
    {
        var expected = $"PE{(number % 104) + 1:0000}";
        var ts = string.Create(CultureInfo.InvariantCulture, $"{1_795_400_000 + number}.{number % 1_000_000:000000}");
        if (number % 4 == 0)
        {
            // One question in each direct conversation, so that its answer is known without a thread.
            var direct = $"D{number:00000000}";
            return new(direct, "slack", direct, expected, [Event(number, "M", new { type = "message", channel = direct, channel_type = "im", user = Person, text = expected, ts, event_ts = ts, client_msg_id = $"m{number}" })]);
        }

        var channel = $"C{number % places:00000000}";
        var text = $"<@{SlackStandIn.BotUser}> {expected}";
        var mention = Event(number, "A", new { type = "app_mention", channel, user = Person, text, ts, event_ts = ts, client_msg_id = $"m{number}" });
        var twin = Event(number, "M", new { type = "message", channel, channel_type = "channel", user = Person, text, ts, event_ts = ts, client_msg_id = $"m{number}" }) with { IsTwin = true };
        return new(ts, "slack", channel, expected, (number % 3) switch { 0 => [mention], 1 => [mention, twin], _ => [twin, mention] });
    }

    /// <summary>A mention with these words.</summary>
    public static Delivery Mention(int number, string channel, string text)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"{1_795_400_000 + number}.000001");
        return Event(number, "A", new { type = "app_mention", channel, user = Person, text = $"<@{SlackStandIn.BotUser}> {text}", ts, event_ts = ts, client_msg_id = $"m{number}" });
    }

    /// <summary>A direct message with these words.</summary>
    public static Delivery Direct(int number, string channel, string text)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"{1_795_400_000 + number}.000001");
        return Event(number, "M", new { type = "message", channel, channel_type = "im", user = Person, text, ts, event_ts = ts, client_msg_id = $"m{number}" });
    }

    /// <summary>The person opens the bot's home page.</summary>
    public static Delivery OpenHome(int number, string channel) => Event(number, "H", new { type = "app_home_opened", user = Person, channel, tab = "home", event_ts = $"{number}.1" });

    /// <summary>The slash command with these words.</summary>
    public static Delivery Command(string channel, string text)
    {
        (string Name, string Value)[] fields =
        [
            ("command", "/ogp"), ("text", text), ("team_id", SlackStandIn.Team), ("api_app_id", SlackStandIn.App), ("channel_id", channel), ("channel_name", "general"),
            ("user_id", Person), ("trigger_id", $"1.2.{Guid.NewGuid():n}"), ("response_url", "https://hooks.slack.com/commands/1/2/3"),
        ];
        var body = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        return new("/slack/commands", Encoding.UTF8.GetBytes(body)) { Headers = Sign, ContentType = "application/x-www-form-urlencoded" };
    }

    private static Delivery Event(int number, string kind, object inner)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            token = "unused",
            team_id = SlackStandIn.Team,
            api_app_id = SlackStandIn.App,
            @event = inner,
            type = "event_callback",
            event_id = $"Ev{kind}{number}",
            event_time = 1_795_400_000 + number,
            authorizations = new[] { new { team_id = SlackStandIn.Team, user_id = SlackStandIn.BotUser, is_bot = true, is_enterprise_install = false } },
            is_ext_shared_channel = false,
        });
        return new("/slack/events", body) { Headers = Sign };
    }

    private static IEnumerable<(string Name, string Value)> Sign(byte[] body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{timestamp}:"), .. body];
        yield return ("X-Slack-Request-Timestamp", timestamp);
        yield return ("X-Slack-Signature", $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningSecret), signed))}");
    }
}
