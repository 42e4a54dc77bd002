using System.Collections.Frozen;
using System.Text.Json;

namespace OgpBot.Cli.Doctor;

/// <summary>Which settings of the channels are there. Only their names are ever shown.</summary>
internal static class ChannelCheck
{
    private const string SettingsFile = "appsettings.json";

    private static readonly (string Channel, string[] Needs, string[] Options)[] Channels =
    [
        ("Slack", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"], ["SLACK_APP_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_API_URL"]),
        ("Teams", ["MicrosoftAppId", "MicrosoftAppPassword"], ["MicrosoftAppTenantId", "MicrosoftAppType"]),
    ];

    public static async Task<IReadOnlyList<Finding>> LookAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        var path = Path.Combine(surroundings.WorkingFolder, SettingsFile);
        try
        {
            IReadOnlySet<string> inFile = File.Exists(path) ? await NamesAsync(path, cancellationToken) : FrozenSet<string>.Empty;
            return [.. Channels.Select(channel => Look(channel, name => !string.IsNullOrEmpty(surroundings.Variable(name)) || inFile.Contains(name)))];
        }
        catch (Exception reason) when (reason is JsonException or IOException or UnauthorizedAccessException)
        {
            return [Finding.Bad("Settings", $"{SettingsFile} cannot be read: {reason.Message}")];
        }
    }

    private static Finding Look((string Channel, string[] Needs, string[] Options) channel, Func<string, bool> isSet)
    {
        string[] missing = [.. channel.Needs.Where(name => !isSet(name))];
        string[] present = [.. channel.Needs.Concat(channel.Options).Where(isSet)];
        var absent = $"absent: {string.Join(", ", missing)}";
        return present.Length == 0
            ? Finding.Off(channel.Channel, $"off, {absent}")
            : missing.Length > 0
                ? Finding.Bad(channel.Channel, $"half set up: present: {string.Join(", ", present)}; {absent}")
                : Finding.Good(channel.Channel, $"present: {string.Join(", ", present)}");
    }

    /// <summary>The names of the top-level settings that have a value.</summary>
    private static async Task<IReadOnlySet<string>> NamesAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        using var json = await JsonDocument.ParseAsync(
            stream,
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip },
            cancellationToken);
        return json.RootElement.ValueKind != JsonValueKind.Object
            ? throw new JsonException("it is not a JSON object.")
            : json.RootElement.EnumerateObject()
                .Where(setting => setting.Value is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 })
                .Select(setting => setting.Name)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
