using System.Text;
using Dapper;
using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Storage;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackPurgeTests
{
    private static readonly string[] Tables = ["slack_installation", "slack_preview", "slack_preview_shown", "slack_search", "inbox", "outbox", "conversation_memory"];

    private static CancellationToken Cancelled => SlackWorld.Cancelled;

    [Fact]
    public async Task A_workspace_that_leaves_takes_every_row_with_it_and_others_keep_theirs()
    {
        await using var world = await SlackWorld.OpenAsync();
        await FillAsync(world, "TLEAVES");
        await FillAsync(world, "TSTAYS");
        var before = await RowsAsync(world, "TSTAYS");

        await world.Get<SlackPurge>().PurgeAsync("TLEAVES", null, Cancelled);

        Assert.All(await RowsAsync(world, "TLEAVES"), table => Assert.True(table.Value.Length == 0, table.Key));
        Assert.All(before, table => Assert.NotEmpty(table.Value));
        Assert.Equal(before, await RowsAsync(world, "TSTAYS"));
        Assert.Null((await world.Get<SlackTokens>().OfAsync("TLEAVES", Cancelled)).Body);
    }

    [Fact]
    public async Task After_the_scrub_no_byte_of_it_is_left_in_the_files()
    {
        await using var world = await SlackWorld.OpenAsync();
        await FillAsync(world, "TLEAVES", times: 300);
        await FillAsync(world, "TSTAYS", times: 300);
        // What was kept and replaced long before is gone with it.
        await world.Get<StateWriter>().RecordAsync(transaction => transaction.Execute("update inbox set text = '' where id % 2 = 0"), Cancelled);
        Assert.NotEqual(0, Found(world, "TLEAVES"));

        await world.Get<SlackPurge>().PurgeAsync("TLEAVES", null, Cancelled);
        var scrubbed = await world.Get<Scrub>().ScrubAsync(Cancelled);

        Assert.True(scrubbed);
        Assert.Equal((0, 0), (Found(world, "TLEAVES"), Found(world, "secretsofTLEAVES")));
        Assert.NotEqual(0, Found(world, "secretsofTSTAYS"));
    }

    [Fact]
    public async Task What_was_still_being_answered_is_deleted_before_the_scrub()
    {
        await using var world = await SlackWorld.OpenAsync();
        await FillAsync(world, "TLEAVES");
        await world.Get<SlackPurge>().PurgeAsync("TLEAVES", null, Cancelled);
        await KeepAsync(world, "TLEAVES", "late");

        await world.Get<Scrub>().ScrubAsync(Cancelled);

        Assert.Equal(0, Found(world, "TLEAVES"));
    }

    [Fact]
    public async Task It_may_be_told_twice_and_in_either_order()
    {
        await using var world = await SlackWorld.OpenAsync();
        await FillAsync(world, "TLEAVES");
        var purge = world.Get<SlackPurge>();

        await purge.PurgeAsync("TLEAVES", world.Time.GetUtcNow(), Cancelled);
        await purge.PurgeAsync("TLEAVES", world.Time.GetUtcNow().AddSeconds(-1), Cancelled);
        await world.Get<Scrub>().ScrubAsync(Cancelled);

        Assert.Equal(0, Found(world, "TLEAVES"));
    }

    [Fact]
    public async Task A_farewell_that_comes_late_does_not_end_a_new_install()
    {
        await using var world = await SlackWorld.OpenAsync();
        var left = world.Time.GetUtcNow();
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await FillAsync(world, "TBACK");

        await world.Get<SlackPurge>().PurgeAsync("TBACK", left, Cancelled);
        await world.Get<Scrub>().ScrubAsync(Cancelled);

        Assert.All(await RowsAsync(world, "TBACK"), table => Assert.NotEmpty(table.Value));
    }

    [Fact]
    public async Task A_scrub_that_a_crash_prevented_is_done_by_the_next_process()
    {
        await using var world = await SlackWorld.OpenAsync();
        await FillAsync(world, "TLEAVES");
        await world.Get<StateWriter>().RecordAsync(transaction => SlackPurge.Delete(transaction, "TLEAVES") + Scrub.Ask(transaction, world.Time.GetUtcNow()), Cancelled);

        // A new process, as far as this service knows.
        using var scrub = new Scrub(world.Get<BotDatabase>(), world.Get<StateWriter>(), world.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Scrub>.Instance);
        await scrub.ScrubAsync(Cancelled);

        Assert.Equal(0, Found(world, "TLEAVES"));
    }

    [Fact]
    public async Task The_token_of_the_settings_serves_no_more_when_its_workspace_left()
    {
        await using var world = await SlackWorld.OpenAsync(ownToken: true);
        world.Wire.Answer = _ => WireAnswer.Ok("\"team_id\":\"T0\",\"user_id\":\"U0\"");
        var tokens = world.Get<SlackTokens>();
        Assert.NotNull((await tokens.OfAsync("T0", Cancelled)).Body);

        await world.Get<SlackPurge>().PurgeAsync("T0", null, Cancelled);

        Assert.Null((await tokens.OfAsync("T0", Cancelled)).Body);
    }

    private static async Task FillAsync(SlackWorld world, string team, int times = 3)
    {
        await world.InstallAsync(team, $"xoxb-secretsof{team}");
        for (var at = 0; at < times; at++)
        {
            await KeepAsync(world, team, $"{at}");
        }

        await world.Get<SlackSearches>().KeepAsync(team, "U1", $"title:secretsof{team}", Cancelled);
    }

    private static Task<int> KeepAsync(SlackWorld world, string team, string at) => world.Get<StateWriter>().RecordAsync(
        transaction =>
        {
            var values = new { team, at, text = $"secretsof{team} {at} {new string('x', 200)}" };
            transaction.Execute("insert into slack_preview (team, channel, switched_at) values (@team, 'C' || @at, 1)", values);
            transaction.Execute("insert into slack_preview_shown (team, channel, thread, id, shown_at) values (@team, 'C', '', @at, 1)", values);
            transaction.Execute("insert into inbox (channel, tenant, conversation, text, route, state, due_at, lease_until, received_at) values ('slack', @team, 'C', @text, '{}', 'done', 1, 1, 1)", values);
            transaction.Execute("""
                insert into outbox (reference, channel, tenant, conversation, place, route, class, reply, state, due_at, lease_until, created_at)
                values (@team || @at, 'slack', @team, 'C', 'C', '{}', 0, @text, 'sent', 1, 1, 1)
                """, values);
            return transaction.Execute("""
                insert into conversation_memory (channel, tenant, conversation, question, listed, first_listed, pages, language, saved_at)
                values ('slack', @team, @at, @text, '[]', 1, 1, 0, 1)
                """, values);
        },
        Cancelled);

    private static async Task<Dictionary<string, string>> RowsAsync(SlackWorld world, string team)
    {
        await using var connection = await world.Get<BotDatabase>().OpenAsync(Cancelled);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            var column = table.StartsWith("slack", StringComparison.Ordinal) ? "team" : "tenant";
            var found = await connection.QueryAsync(new CommandDefinition($"select * from {table} where {column} = @team", new { team }, cancellationToken: Cancelled));
            rows[table] = string.Join('\n', found.Select(row => string.Join('|', ((IDictionary<string, object?>)row).Select(field => field.Value is byte[] bytes ? Convert.ToHexString(bytes) : $"{field.Value}"))));
        }

        return rows;
    }

    /// <summary>How many files of the data folder hold the word.</summary>
    private static int Found(SlackWorld world, string word)
    {
        // The connections stay open, so that nothing is tidied up by closing them.
        var files = Directory.GetFiles(world.Data.Path).Where(file => Path.GetFileName(file).StartsWith("bot.db", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        return files.Count(file => ReadAll(file).Contains(word, StringComparison.Ordinal));
    }

    private static string ReadAll(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
