using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>Ended messages and the keys of duplicates go after a time; little by little, so that no transaction is long.</summary>
internal static class Retention
{
    private const int AtOnce = 2_000;

    private static readonly string[] Statements =
    [
        "delete from inbox where id in (select id from inbox where ended_at < @oldest order by ended_at limit @most)",
        "delete from outbox where id in (select id from outbox where ended_at < @oldest order by ended_at limit @most)",
        "delete from delivery_key where id in (select id from delivery_key where seen_at < @oldest order by seen_at limit @most)",
    ];

    /// <returns>The number of rows that went.</returns>
    public static int Apply(StateTransaction transaction, DateTimeOffset oldest) =>
        Statements.Sum(statement => transaction.Execute(statement, new { oldest = oldest.ToUnixTimeMilliseconds(), most = AtOnce }));
}
