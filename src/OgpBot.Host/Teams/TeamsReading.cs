using System.Text.Json;

namespace OgpBot.Host.Teams;

/// <summary>Reads members of JSON of unknown shape: what is not there, or of another kind, is null.</summary>
internal static class TeamsReading
{
    public static JsonElement Member(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            // Another member has a name that is no text.
            return default;
        }
    }

    public static IEnumerable<JsonElement> Members(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    public static string? Text(this JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8.
            return null;
        }
    }

    public static string? Text(this JsonElement element, string name) => element.Member(name).Text();

    public static int? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var number) ? number : null;
}
