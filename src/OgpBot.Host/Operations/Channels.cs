namespace OgpBot.Host.Operations;

/// <summary>Which channels are on, and why the others are not.</summary>
internal static class Channels
{
    private static readonly (string Name, string[] Needs)[] Known =
    [
        ("slack", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"]),
        ("teams", ["MicrosoftAppId", "MicrosoftAppPassword"]),
    ];

    public static IReadOnlyDictionary<string, string> StatesOf(IConfiguration configuration)
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal) { ["web"] = "on" };
        foreach (var (name, needs) in Known)
        {
            var missing = needs.Where(key => string.IsNullOrEmpty(configuration[key])).ToArray();
            states[name] = missing.Length == needs.Length ? "off: no settings"
                : missing.Length > 0 ? $"off: no {string.Join(", ", missing)}"
                : "off: this version does not speak it yet";
        }

        return states;
    }
}
