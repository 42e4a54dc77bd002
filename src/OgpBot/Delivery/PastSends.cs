using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <param name="Age">Since the platform answered, or since nobody knows.</param>
internal sealed record PastSend(string Channel, string Tenant, string Place, TimeSpan Age);

/// <summary>What was sent within the longest window that a platform counts.</summary>
internal static class PastSends
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // The newest replies: more than any platform lets one bot send in its short windows; the long ones are per place.
    private const int Most = 20_000;

    private const string Select = """
        select channel as Channel, tenant as Tenant, place as Place, ended_at as EndedAt
        from (select channel, tenant, place, ended_at, state from outbox order by id desc limit @most)
        where ended_at > @oldest and state in ('sent', 'unknown')
        """;

    public static IReadOnlyList<PastSend> Read(StateTransaction transaction, long now)
    {
        var rows = transaction.Query<Row>(Select, new { oldest = now - (long)Longest.TotalMilliseconds, most = Most });
        return [.. rows.Select(row => new PastSend(row.Channel, row.Tenant, row.Place, TimeSpan.FromMilliseconds(Math.Max(0, now - row.EndedAt))))];
    }

    private sealed class Row
    {
        public string Channel { get; init; } = "";

        public string Tenant { get; init; } = "";

        public string Place { get; init; } = "";

        public long EndedAt { get; init; }
    }
}
