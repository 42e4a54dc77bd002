using System.Text.Json;

namespace OgpBot.Host.Teams;

/// <summary>What the connector says in return, read leniently: it may be nothing, HTML, or JSON of another shape.</summary>
internal static class TeamsAnswer
{
    private const int LongestCode = 60;

    public static string? IdIn(ReadOnlyMemory<byte> body) => Read(body, "id");

    /// <summary>A code such as ConversationNotFound; anything that is no single word is left out, since logs hold it.</summary>
    public static string? CodeIn(ReadOnlyMemory<byte> body) =>
        Read(body, "error", "code") is { Length: > 0 and <= LongestCode } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;

    private static string? Read(ReadOnlyMemory<byte> body, params ReadOnlySpan<string> path)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var element = document.RootElement;
            foreach (var name in path)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                {
                    return null;
                }
            }

            return element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
