using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Storage;

namespace OgpBot.Tests.Storage;

public sealed class BotDatabaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_remembered_survives_a_restart()
    {
        using (var before = new BotDatabase(folder.Data))
        {
            await using var connection = await before.OpenAsync(Cancel);
            await connection.ExecuteAsync("insert into conversation_memory values ('web', '', 'c1', 'PE0062', '[]', 1, 1, 0, 42)");
        }

        using var after = new BotDatabase(folder.Data);
        await using var again = await after.OpenAsync(Cancel);

        Assert.Equal("PE0062", await again.ExecuteScalarAsync<string>("select question from conversation_memory where saved_at = 42"));
    }

    [Fact]
    public async Task What_is_committed_is_on_disk_and_a_lock_is_waited_for()
    {
        using var database = new BotDatabase(folder.Data);
        await using var connection = await database.OpenAsync(Cancel);

        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("pragma journal_mode"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("pragma synchronous"));
        Assert.Equal(2000, await connection.ExecuteScalarAsync<int>("pragma busy_timeout"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("pragma foreign_keys"));
    }

    [Fact]
    public async Task Two_processes_may_start_at_once()
    {
        var databases = Enumerable.Range(0, 4).Select(_ => new BotDatabase(folder.Data)).ToList();

        await Task.WhenAll(databases.Select(async database =>
        {
            await using var connection = await database.OpenAsync(Cancel);
            Assert.Equal(Schema.Bot.Version, await connection.ExecuteScalarAsync<int>("pragma user_version"));
        }));

        databases.ForEach(database => database.Dispose());
    }

    [Theory]
    [InlineData("pragma user_version = 999", Refusal.Newer)]
    [InlineData("pragma application_id = 1234", Refusal.Foreign)]
    public async Task A_database_that_is_not_ours_is_refused_and_left_untouched(string change, Refusal expected)
    {
        using (var database = new BotDatabase(folder.Data))
        {
            await using var connection = await database.OpenAsync(Cancel);
            await connection.ExecuteAsync(change);
        }

        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(folder.Data.Bot, Cancel);
        using var refused = new BotDatabase(folder.Data);

        var error = await Assert.ThrowsAsync<DatabaseRefusedException>(() => refused.OpenAsync(Cancel));

        SqliteConnection.ClearAllPools();
        Assert.Equal(expected, error.Refusal);
        Assert.Equal("bot.db", error.File);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Data.Bot, Cancel));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_left_untouched()
    {
        var garbage = Enumerable.Range(0, 8192).Select(number => (byte)number).ToArray();
        await File.WriteAllBytesAsync(folder.Data.Bot, garbage, Cancel);
        using var database = new BotDatabase(folder.Data);

        var error = await Assert.ThrowsAsync<DatabaseRefusedException>(() => database.OpenAsync(Cancel));

        Assert.Equal(Refusal.Damaged, error.Refusal);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(folder.Data.Bot, Cancel));
    }
}
