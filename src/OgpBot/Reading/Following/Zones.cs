using System.Globalization;

namespace OgpBot.Reading;

/// <summary>Time zones by the names that people give them: IANA names, cities, members, abbreviations, distances to UTC.</summary>
public static class Zones
{
    /// <summary>Where no zone is known.</summary>
    public const string Utc = "UTC";

    private static readonly Lazy<(Dictionary<string, string> Written, Dictionary<string, string> Places, Dictionary<string, string> Members)> Known = new(Load);

    /// <summary>The zone of this IANA name, in any case, old names included; null when there is none.</summary>
    public static string? Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Known.Value.Written.GetValueOrDefault(name.Trim().ToLowerInvariant());
    }

    /// <summary>The zone of a city or an abbreviation, given as folded words joined by one space; null when unknown.</summary>
    public static string? OfPlace(string place) => Known.Value.Places.GetValueOrDefault(place);

    /// <summary>The zone of a member's capital; null when unknown.</summary>
    public static string? OfMember(string member) => Known.Value.Members.GetValueOrDefault(member);

    /// <summary>What a platform gives as a person's zone; null when this machine has no such zone.</summary>
    public static string? Of(string? platforms) =>
        platforms is { Length: > 0 and <= 64 } && Named(platforms) is { } name && Digests.Schedule.Zone(name) is not null ? name : null;

    private static (Dictionary<string, string>, Dictionary<string, string>, Dictionary<string, string>) Load()
    {
        var (written, places, members) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var row in Lexicon.Rows("zones", "zone", "members", "names"))
        {
            var (zone, own, names) = (row[0], row[1], row[2]);
            written[zone.ToLowerInvariant()] = zone;
            places.TryAdd(Lexicon.Key(zone[(zone.LastIndexOf('/') + 1)..]), zone);
            foreach (var member in Lexicon.Split(own))
            {
                members[member] = zone;
            }

            foreach (var name in Lexicon.Split(names))
            {
                (name.Contains('/', StringComparison.Ordinal) ? written : places).TryAdd(name.Contains('/', StringComparison.Ordinal) ? name.ToLowerInvariant() : Lexicon.Key(name), zone);
            }
        }

        return (written, places, members);
    }

    /// <summary>"UTC-5" and the like: a whole number of hours from UTC; null when no zone lies there.</summary>
    internal static string? AtOffset(string offset) => int.TryParse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
        ? hours == 0 ? Utc : Named(string.Create(CultureInfo.InvariantCulture, $"etc/gmt{-hours:+#;-#}"))
        : null;
}
