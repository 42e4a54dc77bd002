using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>
/// Ended messages and the keys of duplicates go after a time. The tables are walked, a piece at each call, so that no transaction is long and no message pays for
/// an index of times.
/// </summary>
internal sealed class Retention
{
    private const int AtOnce = 2_000;

    // What no reply refers to that may still be sent.
    private const string Forget = """
        delete from kept_reply where hash not in (
            select kept from outbox where state in ('pending', 'sending') and kept is not null
            union all select kept from outbox where state in ('failed', 'unknown') and kept is not null)
        """;

    private readonly Walk[] walks =
    [
        new("inbox", "id", "ended_at", 0L, long.MaxValue),
        new("outbox", "id", "ended_at", 0L, long.MaxValue),
        new("delivery_key", "key", "seen_at", new byte[1], Enumerable.Repeat(byte.MaxValue, DedupKeys.LongestBytes + 1).ToArray()),
    ];

    public void Apply(StateTransaction transaction, DateTimeOffset oldest)
    {
        Array.ForEach(walks, walk => walk.Go(transaction, oldest.ToUnixTimeMilliseconds()));
        transaction.Execute(Forget);
    }

    /// <summary>Over one table in the order of its key, again and again.</summary>
    /// <param name="first">Before every key.</param>
    /// <param name="last">After every key.</param>
    private sealed class Walk(string table, string key, string time, object first, object last)
    {
        private readonly string reach = $"select {key} from {table} where {key} > @from order by {key} limit 1 offset @most";

        private readonly string delete = $"delete from {table} where {key} > @from and {key} <= @to and {time} < @oldest";

        private object? from;

        public void Go(StateTransaction transaction, long oldest)
        {
            var reached = transaction.Scalar<object>(reach, new { from = from ?? first, most = AtOnce });
            transaction.Execute(delete, new { from = from ?? first, to = reached ?? last, oldest });
            from = reached;
        }
    }
}
