using System.Text.Json.Nodes;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>A row of inbox or outbox.</summary>
/// <param name="EndedAt">In unix milliseconds.</param>
internal sealed record StoredRow(long Id, string Channel, string Route, string State, long? EndedAt, string? Reason, string Reference)
{
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Of the question that it is about.</summary>
    public string Key
    {
        get
        {
            var route = JsonNode.Parse(Route, AnyCase)!;
            return (string?)(route["thread_ts"] ?? route["replyToId"] ?? route["channel"]) ?? "";
        }
    }
}
