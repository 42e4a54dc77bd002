using System.Text;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Privacy;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Privacy;

public sealed class ForgettingTests : IDisposable
{
    private const string Ana = "U0ANA4567";

    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly OpenState state;
    private readonly Scrub scrub;
    private readonly Forgetting forgetting;

    public ForgettingTests()
    {
        state = new(folder.Data, time);
        (scrub, forgetting) = (state.Scrub, state.Forgetting);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        state.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_no_row_and_no_byte_and_others_lose_nothing()
    {
        await FillAsync("slack", Ana, "D0ANA", times: 200);
        await FillAsync("slack", $"{Ana}X", "D0BEN", times: 200);
        var others = await RowsAsync($"{Ana}X");
        Assert.NotEqual(0, Found($"\"{Ana}\""));

        await forgetting.AskAsync(new("slack", "T1", Ana, "D0ANA"), Cancel);
        var left = await forgetting.ForgetAsync(Cancel);
        var scrubbed = await scrub.ScrubAsync(Cancel);

        Assert.Equal((0, true), (left, scrubbed));
        Assert.Equal(0, Found(Ana, notBefore: 'X'));
        Assert.Equal(0, Found("D0ANA"));
        Assert.Equal(others, await RowsAsync($"{Ana}X"));
    }

    [Fact]
    public async Task In_Teams_the_way_to_the_chat_goes_too()
    {
        await FillAsync("teams", "29:ana", "a:chat", times: 3);
        await WriteAsync("""insert into teams_conversation values ('T1', '29:ana', '{"serviceUrl":"s","conversationId":"a:chat"}', 1), ('T1', 'a:chat', '{"conversationId":"a:chat"}', 1), ('T1', '19:channel', '{}', 1)""");

        await forgetting.AskAsync(new("teams", "T1", "29:ana"), Cancel);
        await forgetting.ForgetAsync(Cancel);

        await using var connection = await state.Database.OpenAsync(Cancel);
        Assert.Equal(["19:channel"], await connection.QueryAsync<string>("select conversation from teams_conversation"));
    }

    [Fact]
    public async Task What_a_channel_follows_stays_and_names_nobody()
    {
        await FillAsync("slack", Ana, "D0ANA");

        await forgetting.AskAsync(new("slack", "T1", Ana), Cancel);
        await forgetting.ForgetAsync(Cancel);

        await using var connection = await state.Database.OpenAsync(Cancel);
        Assert.Equal([("C0ALL", "", null)], await connection.QueryAsync<(string, string, string?)>("select place, person, person_route from subscription where place = 'C0ALL'"));
    }

    [Fact]
    public async Task The_goodbye_is_still_delivered_before_everything_goes()
    {
        await FillAsync("slack", Ana, "D0ANA");
        await WriteAsync("update outbox set state = 'sending', ended_at = null");

        await forgetting.AskAsync(new("slack", "T1", Ana, "D0ANA"), Cancel);
        var waiting = await forgetting.ForgetAsync(Cancel);
        await WriteAsync("update outbox set state = 'sent', ended_at = 1");
        var after = await forgetting.ForgetAsync(Cancel);

        Assert.Equal((1, 0), (waiting, after));
    }

    [Fact]
    public async Task A_wish_that_can_never_be_answered_is_fulfilled_after_five_minutes()
    {
        await FillAsync("slack", Ana, "D0ANA");
        await WriteAsync("update outbox set state = 'sending', ended_at = null");
        await forgetting.AskAsync(new("slack", "T1", Ana, "D0ANA"), Cancel);
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(0, await forgetting.ForgetAsync(Cancel));
    }

    [Fact]
    public async Task A_person_is_told_what_is_kept_and_nothing_of_others_is_counted()
    {
        await FillAsync("slack", Ana, "D0ANA");
        await FillAsync("slack", $"{Ana}X", "D0BEN", times: 4);

        var kept = await forgetting.WhatIsKeptAsync(new("slack", "T1", Ana, "D0ANA"), Cancel);

        Assert.Equal(new KeptAboutPerson(Follows: 2, SetForOthers: 1, Conversations: 3, Searches: 1, Messages: 4, Ways: 0), kept);
    }

    [Fact]
    public async Task Every_table_is_known_to_name_people_or_not_to()
    {
        await using var connection = await state.Database.OpenAsync(Cancel);

        var tables = await connection.QueryAsync<string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name");

        Assert.Equal(tables, PersonalRows.Tables.Concat(PersonalRows.Impersonal).Order(StringComparer.Ordinal));
    }

    /// <summary>In each table, as the channels write it.</summary>
    private Task<int> FillAsync(string channel, string person, string alone, int times = 1) => state.Writer.RecordAsync(
        transaction =>
        {
            for (var turn = 0; turn < times; turn++)
            {
                var route = $$"""{"Kind":0,"Channel":"{{alone}}","User":"{{person}}"}""";
                var values = new { channel, person, alone, route, asker = $$"""{"Person":"{{person}}","Place":"{{alone}}"}""", n = $"{person} {turn}", seen = $"C1/{person}", thread = $"{alone}/{turn}" };
                transaction.Execute("insert into inbox (channel, tenant, conversation, text, route, state, due_at, lease_until, received_at, ended_at) values (@channel, 'T1', @alone, '', @route, 'done', 1, 1, 1, 1)", values);
                transaction.Execute("insert into inbox (channel, tenant, conversation, text, asker, route, state, due_at, lease_until, received_at, ended_at) values (@channel, 'T1', 'C1/1.2', 'words', @asker, '{}', 'dead', 1, 1, 1, 1)", values);
                transaction.Execute("insert into outbox (reference, channel, tenant, conversation, place, route, class, reply, state, due_at, lease_until, created_at, ended_at) values (@n, @channel, 'T1', 'C1/1.2', 'C1', @route, 0, '', 'sent', 1, 1, 1, 1)", values);
                transaction.Execute("insert into outbox (reference, channel, tenant, conversation, place, route, class, reply, state, due_at, lease_until, created_at, ended_at) values (@n || 'h', @channel, 'T1', @alone, @person, '{}', 3, '', 'failed', 1, 1, 1, 1)", values);
                transaction.Execute("insert or ignore into conversation_memory values (@channel, 'T1', @alone, 'q', '[]', 1, 1, 0, 1), (@channel, 'T1', @seen, 'q', '[]', 1, 1, 0, 1), (@channel, 'T1', @thread, 'q', '[]', 1, 1, 0, 1)", values);
                transaction.Execute("insert or ignore into slack_search values ('T1', @person, 'q', 1)", values);
                transaction.Execute(Subscribe("@person", personal: true), values);
                transaction.Execute(Subscribe("@alone", personal: false), values);
                transaction.Execute(Subscribe("'C0ALL'", personal: false), values);
            }

            return 0;
        },
        Cancel);

    private static string Subscribe(string place, bool personal) => $"""
        insert or ignore into subscription
            (channel, tenant, place, personal, route, person, person_route, language, queries, watch, rhythm, day, minute, zone, state, since, after_change, created_at)
        values (@channel, 'T1', {place}, {personal}, '', @person, @route, 0, '["' || iif({place} = 'C0ALL', '', @person) || '"]', 0, 0, 0, 0, 'UTC', 'active', 1, 0, 1)
        """;

    private Task<int> WriteAsync(string sql) => state.Writer.RecordAsync(transaction => transaction.Execute(sql, new { }), Cancel);

    private async Task<int> RowsAsync(string person)
    {
        await using var connection = await state.Database.OpenAsync(Cancel);
        var count = 0;
        foreach (var table in PersonalRows.Tables)
        {
            count += (await connection.QueryAsync(new CommandDefinition($"select * from {table}", cancellationToken: Cancel)))
                .Count(row => ((IDictionary<string, object?>)row).Values.Any(value => value is string text && text.Contains(person, StringComparison.Ordinal)));
        }

        return count;
    }

    /// <summary>How often this stands in the files, unless another ID goes on from there.</summary>
    private int Found(string text, char notBefore = '\0')
    {
        var (count, wanted) = (0, Encoding.UTF8.GetBytes(text));
        foreach (var path in Directory.GetFiles(folder.Data.Path, "bot.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            for (var at = bytes.AsSpan().IndexOf(wanted); at >= 0;)
            {
                count += at + wanted.Length < bytes.Length && bytes[at + wanted.Length] == notBefore ? 0 : 1;
                var next = bytes.AsSpan(at + 1).IndexOf(wanted);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return count;
    }
}
