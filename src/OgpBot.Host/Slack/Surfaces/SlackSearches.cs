using System.Collections.Concurrent;
using Dapper;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>What each person asked last, for the Home page: a few canonical queries for a day, never what was typed.</summary>
internal sealed partial class SlackSearches(BotDatabase database, StateWriter writer, TimeProvider time, ILogger<SlackSearches> log)
{
    private const int Most = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private const int MostNoted = 2_000;

    private const string Upsert = """
        insert into slack_search (team, person, query, asked_at) values (@team, @person, @query, @now)
        on conflict do update set asked_at = excluded.asked_at
        """;

    private const string Crowd = """
        delete from slack_search where team = @team and person = @person and query in
            (select query from slack_search where team = @team and person = @person order by asked_at desc, query limit -1 offset @most)
        """;

    private const string Expire = "delete from slack_search where asked_at <= @oldest";

    private const string Select = """
        select query from slack_search
        where team = @team and person = @person and asked_at > @oldest
        order by asked_at desc, query
        limit @most
        """;

    private readonly ConcurrentDictionary<(string Team, string Person), (string Query, long At)> noted = new();

    /// <summary>Waits for nothing. Best effort: a search that cannot be noted now is not worth a person's time.</summary>
    /// <param name="query">As in <see cref="Conversations.Reply.Query"/>.</param>
    public void Note(string team, string person, string query)
    {
        if (IsNews(team, person, query))
        {
            _ = NoteAsync(team, person, query);
        }
    }

    /// <summary>Who asks the same again within the minute has it on top already.</summary>
    private bool IsNews(string team, string person, string query)
    {
        var now = time.GetTimestamp();
        if (noted.TryGetValue((team, person), out var last) && last.Query == query && time.GetElapsedTime(last.At, now) < Fresh)
        {
            return false;
        }

        if (noted.Count >= MostNoted)
        {
            noted.Clear();
        }

        noted[(team, person)] = (query, now);
        return true;
    }

    private async Task NoteAsync(string team, string person, string query)
    {
        try
        {
            await KeepAsync(team, person, query, CancellationToken.None);
        }
        catch (Exception reason)
        {
            LogNotNoted(log, reason);
        }
    }

    /// <summary>As <see cref="Note"/>, for who wants to know when it is done.</summary>
    internal async Task KeepAsync(string team, string person, string query, CancellationToken cancellationToken)
    {
        if (writer.IsStuck || IsAboutFollowing(query))
        {
            return;
        }

        try
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await writer.RecordSoonAsync(
                transaction =>
                {
                    transaction.Execute(Expire, new { oldest = Oldest() });
                    transaction.Execute(Upsert, new { team, person, query, now });
                    return transaction.Execute(Crowd, new { team, person, most = Most });
                },
                cancellationToken);
        }
        catch (StateBusyException)
        {
            // The next one is noted again.
        }
    }

    /// <summary>What is followed has a place of its own on the page.</summary>
    private static bool IsAboutFollowing(string query) => query.StartsWith("subscri", StringComparison.Ordinal);

    /// <summary>Newest first, at most five.</summary>
    public async Task<IReadOnlyList<string>> RecentAsync(string team, string person, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(Select, new { team, person, oldest = Oldest(), most = Most }, cancellationToken: cancellationToken))).AsList();
    }

    private long Oldest() => (time.GetUtcNow() - Lifetime).ToUnixTimeMilliseconds();

    [LoggerMessage(1, LogLevel.Error, "A search could not be noted")]
    private static partial void LogNotNoted(ILogger logger, Exception reason);
}
