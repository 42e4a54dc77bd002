using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OgpBot.Storage;

namespace OgpBot.Privacy;

/// <summary>
/// Forgets people who ask for it: as soon as nothing is on its way to them any more, every row that names them goes, and the file is rewritten.
/// A wish survives a restart; it may also come from the command line.
/// </summary>
public sealed partial class Forgetting(BotDatabase database, StateWriter writer, Scrub scrub, TimeProvider time, ILogger<Forgetting> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    // The longest that an answer may be on its way to somebody who wants to be forgotten.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int AtOnce = 100;

    private const string Keep = """
        insert into forget_request (channel, tenant, person, alone, asked_at) values (@Channel, @Tenant, @Id, @Alone, @now)
        on conflict do update set alone = iif(excluded.alone = '', alone, excluded.alone)
        """;

    private const string Select = "select channel as Channel, tenant as Tenant, person as Id, alone as Alone, asked_at as AskedAt from forget_request order by asked_at limit @most";

    public Task<KeptAboutPerson> WhatIsKeptAsync(Person person, CancellationToken cancellationToken) => PersonalRows.CountAsync(database, person, cancellationToken);

    /// <summary>Within a minute, if nothing stands in the way.</summary>
    /// <exception cref="StateBusyException">The wish could not be written down.</exception>
    public Task AskAsync(Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return writer.WriteAsync(
            transaction => transaction.Execute(Keep, new { person.Channel, person.Tenant, person.Id, person.Alone, now = time.GetUtcNow().ToUnixTimeMilliseconds() }), cancellationToken);
    }

    /// <summary>Forgets whom it can.</summary>
    /// <returns>How many wishes are left.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var wishes = await WishesAsync(cancellationToken);
        var done = 0;
        foreach (var wish in wishes)
        {
            done += await writer.RecordAsync(transaction => Forget(transaction, wish), cancellationToken) ? 1 : 0;
        }

        if (done > 0)
        {
            LogForgotten(log, done);
            scrub.Soon();
        }

        return wishes.Count - done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await ForgetAsync(stoppingToken);
        }
    }

    private bool Forget(StateTransaction transaction, Wish wish)
    {
        var (person, now) = (new Person(wish.Channel, wish.Tenant, wish.Id, wish.Alone), time.GetUtcNow());
        if (PersonalRows.IsUnderWay(transaction, person) && now - DateTimeOffset.FromUnixTimeMilliseconds(wish.AskedAt) < Patience)
        {
            return false;
        }

        PersonalRows.Delete(transaction, person);
        Scrub.Ask(transaction, now);
        return true;
    }

    private async Task<IReadOnlyList<Wish>> WishesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        return (await connection.QueryAsync<Wish>(new CommandDefinition(Select, new { most = AtOnce }, cancellationToken: cancellationToken))).AsList();
    }

    private sealed class Wish
    {
        public string Channel { get; init; } = "";

        public string Tenant { get; init; } = "";

        public string Id { get; init; } = "";

        public string Alone { get; init; } = "";

        public long AskedAt { get; init; }
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} persons were forgotten at their wish; bot.db is rewritten next")]
    private static partial void LogForgotten(ILogger logger, int count);
}
