using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Storage;

namespace OgpBot.Tests.Storage;

public sealed class StateWriterTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_change_is_on_disk_when_it_is_done()
    {
        using var state = new OpenState(folder.Data, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number => RememberAsync(state.Writer, $"c{number}")));

        await using var other = new SqliteConnection($"Data Source={folder.Data.Bot};Mode=ReadOnly;Pooling=False");
        Assert.Equal(1_000, await other.ExecuteScalarAsync<int>("select count(*) from conversation_memory"));
    }

    [Fact]
    public async Task A_change_at_fault_is_told_so_and_harms_no_other()
    {
        using var state = new OpenState(folder.Data, TimeProvider.System);
        var good = Enumerable.Range(0, 50).Select(number => RememberAsync(state.Writer, $"before{number}")).ToList();
        var bad = state.Writer.WriteAsync<int>(_ => throw new InvalidOperationException("A fault."), Cancel);
        good.AddRange(Enumerable.Range(0, 50).Select(number => RememberAsync(state.Writer, $"after{number}")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Task.WhenAll(good);

        await using var connection = await state.Database.OpenAsync(Cancel);
        Assert.Equal(100, await connection.ExecuteScalarAsync<int>("select count(*) from conversation_memory"));
    }

    [Fact]
    public async Task While_another_process_holds_the_database_people_are_told_within_two_seconds_and_what_must_be_kept_is_kept()
    {
        using var state = new OpenState(folder.Data, TimeProvider.System);
        await RememberAsync(state.Writer, "first");
        await using var other = new SqliteConnection($"Data Source={folder.Data.Bot};Pooling=False");
        await other.OpenAsync(Cancel);
        Task kept;
        await using (var transaction = other.BeginTransaction(deferred: false))
        {
            var started = TimeProvider.System.GetTimestamp();
            kept = state.Writer.RecordAsync(transaction => Remember(transaction, "kept"), Cancel);

            await Assert.ThrowsAsync<StateBusyException>(() => RememberAsync(state.Writer, "refused"));

            Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5));
            Assert.True(state.Writer.IsStuck);
            Assert.False(kept.IsCompleted);
        }

        await kept;
        await RememberAsync(state.Writer, "last");
        await using var connection = await state.Database.OpenAsync(Cancel);
        Assert.Equal("first,kept,last", await connection.ExecuteScalarAsync<string>("select group_concat(conversation, ',' order by conversation) from conversation_memory where conversation <> 'refused'"));
        Assert.False(state.Writer.IsStuck);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_still_told_what_became_of_the_change()
    {
        using var state = new OpenState(folder.Data, TimeProvider.System);
        await RememberAsync(state.Writer, "first");
        await using var other = new SqliteConnection($"Data Source={folder.Data.Bot};Pooling=False");
        await other.OpenAsync(Cancel);
        var told = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var transaction = other.BeginTransaction(deferred: false))
        {
            await Assert.ThrowsAsync<StateBusyException>(() => state.Writer.WriteAsync<int?>(change => Remember(change, "given up"), told.SetResult, Cancel));
            Assert.False(told.Task.IsCompleted);
        }

        var became = await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        await using var connection = await state.Database.OpenAsync(Cancel);
        Assert.Equal(became is null ? 0 : 1, await connection.ExecuteScalarAsync<int>("select count(*) from conversation_memory where conversation = 'given up'"));
    }

    [Fact]
    public async Task A_fault_that_nobody_foresaw_is_told_and_does_not_stop_the_writer()
    {
        var database = new BotDatabase(folder.Data);
        await using var writer = new StateWriter(database, TimeProvider.System, NullLogger<StateWriter>.Instance);
        database.Dispose();

        await Assert.ThrowsAsync<StateBusyException>(() => RememberAsync(writer, "first"));
        var second = await Assert.ThrowsAsync<StateBusyException>(() => RememberAsync(writer, "second"));

        Assert.IsNotType<TimeoutException>(second.InnerException);
        Assert.Contains("cannot be written", writer.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_would_lose_what_was_acknowledged_is_refused()
    {
        using (var state = new OpenState(folder.Data, TimeProvider.System))
        {
            await RememberAsync(state.Writer, "first");
            await using var connection = await state.Database.OpenAsync(Cancel);
            Assert.Equal("2 wal", await connection.ExecuteScalarAsync<string>("select (select synchronous from pragma_synchronous) || ' ' || (select journal_mode from pragma_journal_mode)"));
        }

        SqliteConnection.ClearAllPools();
        using var database = new BotDatabase(folder.Data);
        await (await database.OpenAsync(Cancel)).DisposeAsync();
        SqliteConnection.ClearAllPools();
        await using (var other = new SqliteConnection($"Data Source={folder.Data.Bot};Pooling=False"))
        {
            await other.ExecuteAsync("pragma journal_mode = delete");
        }

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => database.OpenAsync(Cancel));
        Assert.Equal(Refusal.Unusable, refused.Refusal);
    }

    [Fact]
    public async Task After_an_orderly_stop_everything_is_in_the_one_file()
    {
        using (var state = new OpenState(folder.Data, TimeProvider.System))
        {
            await RememberAsync(state.Writer, "first");
            await using var reader = await state.Database.ReadAsync(Cancel);
            Assert.Equal(1, await reader.ExecuteScalarAsync<int>("select count(*) from conversation_memory"));
        }

        Assert.False(File.Exists(folder.Data.Bot + "-wal"));
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused_until_the_first_is_gone()
    {
        using (BotLock.Take(folder.Data))
        {
            Assert.Equal(Refusal.InUse, Assert.Throws<DatabaseRefusedException>(() => BotLock.Take(folder.Data)).Refusal);
        }

        using var again = BotLock.Take(folder.Data);
        using var database = new BotDatabase(folder.Data);
        await database.VerifyAsync(Cancel);
    }

    [Fact]
    public async Task What_waits_when_the_writer_stops_is_written_first()
    {
        using var database = new BotDatabase(folder.Data);
        var writer = new StateWriter(database, TimeProvider.System, NullLogger<StateWriter>.Instance);
        var last = Enumerable.Range(0, 200).Select(number => RememberAsync(writer, $"c{number}")).ToArray();

        await writer.DisposeAsync();

        await Task.WhenAll(last);
        await Assert.ThrowsAnyAsync<Exception>(() => RememberAsync(writer, "late"));
    }

    private static Task<int> RememberAsync(StateWriter writer, string conversation) => writer.WriteAsync(transaction => Remember(transaction, conversation), Cancel);

    private static int Remember(StateTransaction transaction, string conversation) =>
        transaction.Execute("insert into conversation_memory values ('web', '', @conversation, 'PE0062', '[]', 1, 1, 0, 42)", new { conversation });
}
