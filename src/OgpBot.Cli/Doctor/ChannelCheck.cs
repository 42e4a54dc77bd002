using System.Collections.Frozen;
using System.Text.Json;

namespace OgpBot.Cli.Doctor;

/// <summary>Which settings of the channels are there. Only their names are ever shown.</summary>
internal static class ChannelCheck
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>Each way is complete by itself; the first is the one that is told about when none is begun.</summary>
    private static readonly (string Channel, string[][] Ways)[] Channels =
    [
        ("Slack",
        [
            ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"],
            ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"],
            ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET"],
            ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_APP_TOKEN"],
        ]),
        ("Teams",
        [
            ["MicrosoftAppId", "MicrosoftAppPassword"],
            ["MicrosoftAppId", "Teams:CertificatePath"],
        ]),
    ];

    public static async Task<IReadOnlyList<Finding>> LookAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        var path = Path.Combine(surroundings.WorkingFolder, SettingsFile);
        try
        {
            IReadOnlySet<string> inFile = File.Exists(path) ? await NamesAsync(path, cancellationToken) : FrozenSet<string>.Empty;
            return [.. Channels.Select(channel => Look(channel, name => !string.IsNullOrEmpty(surroundings.Variable(name.Replace(":", "__", StringComparison.Ordinal))) || inFile.Contains(name)))];
        }
        catch (Exception reason) when (reason is JsonException or IOException or UnauthorizedAccessException)
        {
            return [Finding.Bad("Settings", $"{SettingsFile} cannot be read: {reason.Message}")];
        }
    }

    private static Finding Look((string Channel, string[][] Ways) channel, Func<string, bool> isSet)
    {
        string[] present = [.. channel.Ways.SelectMany(way => way).Distinct(StringComparer.Ordinal).Where(isSet)];
        string[] missing = [.. channel.Ways.MinBy(way => way.Count(name => !isSet(name)))!.Where(name => !isSet(name))];
        var absent = $"absent: {string.Join(", ", missing)}";
        return present.Length == 0
            ? Finding.Off(channel.Channel, $"off, {absent}")
            : missing.Length > 0
                ? Finding.Bad(channel.Channel, $"half set up: present: {string.Join(", ", present)}; {absent}")
                : Finding.Good(channel.Channel, $"present: {string.Join(", ", present)}");
    }

    /// <summary>The names of the settings that have a value, those of a section with its name before them.</summary>
    private static async Task<IReadOnlySet<string>> NamesAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        using var json = await JsonDocument.ParseAsync(
            stream,
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip },
            cancellationToken);
        return json.RootElement.ValueKind != JsonValueKind.Object
            ? throw new JsonException("it is not a JSON object.")
            : NamesIn(json.RootElement, "").ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> NamesIn(JsonElement section, string before) => section.EnumerateObject().SelectMany(setting => setting.Value switch
    {
        { ValueKind: JsonValueKind.Object } inner => NamesIn(inner, $"{before}{setting.Name}:"),
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } => [before + setting.Name],
        _ => [],
    });
}
