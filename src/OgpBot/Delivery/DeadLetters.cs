using Dapper;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>What an operator sees and settles. Works beside a running host, which takes up what is replayed within seconds.</summary>
public sealed class DeadLetters(BotDatabase database, StateWriter writer, TimeProvider time)
{
    private const string All = $"""
        select reference as Reference, state as State, channel as Channel, tenant as Tenant, conversation as Conversation,
            coalesce(reason, '') as Reason, tries as Tries, ended_at as EndedAt, text as Text, '' as Reply
        from inbox where state = 'dead'
        union all
        select reference, state, channel, tenant, conversation, coalesce(reason, ''), attempt, ended_at, '',
            {StoredReply.Column}
        from outbox where state in ('failed', 'unknown')
        """;

    private const string Newest = $"select * from ({All}) order by EndedAt desc, Reference limit @most";

    private const string One = $"select * from ({All}) where Reference = @reference limit 1";

    private const string Count = "select (select count(*) from inbox where state = 'dead') + (select count(*) from outbox where state in ('failed', 'unknown'))";

    private const string AskAgain = """
        update inbox set state = 'pending', tries = 0, due_at = @now, owner = null, lease_until = 0, reference = null, reason = null, ended_at = null
        where state = 'dead' and reference = @reference
        """;

    private const string SendAgain = """
        update outbox set state = 'pending', attempt = 0, due_at = @now, owner = null, lease_until = 0, created_at = @now, reason = null, ended_at = null
        where state in ('failed', 'unknown') and reference = @reference
        """;

    private static readonly string[] Drops =
    [
        "delete from inbox where state = 'dead' and reference = @reference",
        "delete from outbox where state in ('failed', 'unknown') and reference = @reference",
    ];

    /// <summary>The newest, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<DeadLetter> Letters, int Total)> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Newest, new { most }, cancellationToken: cancellationToken));
        return ([.. rows.Select(row => row.ToLetter())], await connection.ScalarAsync<int>(Count, cancellationToken));
    }

    public async Task<DeadLetter?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(One, new { reference }, cancellationToken: cancellationToken));
        return row?.ToLetter();
    }

    /// <summary>Asks or sends it again, as if it were new. A reply whose state was unknown may then be there twice.</summary>
    /// <returns>False when there is no such letter.</returns>
    public Task<bool> ReplayAsync(string reference, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync(
            transaction => transaction.Execute(AskAgain, new { reference, now }) + transaction.Execute(SendAgain, new { reference, now }) > 0, cancellationToken);
    }

    /// <returns>False when there is no such letter.</returns>
    public Task<bool> DropAsync(string reference, CancellationToken cancellationToken) =>
        writer.WriteAsync(transaction => Drops.Sum(drop => transaction.Execute(drop, new { reference })) > 0, cancellationToken);

    private sealed class Row
    {
        public string Reference { get; init; } = "";

        public string State { get; init; } = "";

        public string Channel { get; init; } = "";

        public string Tenant { get; init; } = "";

        public string Conversation { get; init; } = "";

        public string Reason { get; init; } = "";

        public long Tries { get; init; }

        public long EndedAt { get; init; }

        public string Text { get; init; } = "";

        public string Reply { get; init; } = "";

        public DeadLetter ToLetter() => new(
            Reference, State, Channel, Tenant, Conversation, Reason, (int)Tries, DateTimeOffset.FromUnixTimeMilliseconds(EndedAt), Reply.Length > 0 ? StoredReply.Read(Reply).Text : Text);
    }
}
