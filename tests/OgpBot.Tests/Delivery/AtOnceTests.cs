using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Tests.Storage;
using Receipt = OgpBot.Delivery.Acceptance;

namespace OgpBot.Tests.Delivery;

/// <summary>Questions whose answer is known already: message and answer are stored together.</summary>
public sealed class AtOnceTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TempFolder folder = new();
    private readonly RecordingChannel platform = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_whose_answer_is_known_is_stored_with_it_and_never_waits_for_it()
    {
        await using var bot = await KnowingAsync();
        await bot.WriteAsync("create table step (id integer primary key, said text not null)");
        await bot.WriteAsync(transaction => transaction.Execute("create trigger asked after insert on inbox begin insert into step (said) values ('asked ' || new.state || new.text); end")
            + transaction.Execute("create trigger answered after insert on outbox begin insert into step (said) values ('answer ' || new.state); end"));

        Assert.Equal(Receipt.Stored, await bot.AskAsync("m1", "PE0062", "elsewhere"));
        var answer = await platform.NextAsync();
        await bot.SettleAsync();

        Assert.StartsWith("PE0062", answer.Reply.Text, StringComparison.Ordinal);
        Assert.Equal("asked done, answer sending", await bot.ReadAsync<string>("select group_concat(said, ', ' order by id) from step"));
    }

    [Fact]
    public async Task The_same_message_again_is_answered_once_and_holds_nobody_up()
    {
        await using var bot = await KnowingAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => bot.AskAsync("m1", "PE0062")));
        Assert.Equal(1, receipts.Count(receipt => receipt == Receipt.Stored));
        Assert.Equal(Receipt.Stored, await bot.AskAsync("m2", "PE0062"));
        await platform.NextAsync(2);
        await bot.SettleAsync();

        Assert.Equal((0, 0), (platform.Unread, bot.In.Waiting + bot.Out.Waiting));
    }

    [Fact]
    public async Task Known_and_new_questions_of_one_conversation_are_answered_in_their_order()
    {
        await using var bot = await KnowingAsync();
        string[] ids = [.. Enumerable.Range(45, 40).Select(number => number % 2 == 0 ? "PE0062" : $"PE00{number}")];

        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
        {
            Assert.Equal(Receipt.Stored, await bot.AskAsync($"m{index}", id));
        }

        Assert.Equal(ids, (await platform.NextAsync(ids.Length)).Select(answer => answer.Reply.Text[..6]));
    }

    [Fact]
    public async Task What_a_known_answer_was_about_is_remembered()
    {
        await using var bot = await KnowingAsync();

        await bot.AskAsync("m1", "PE0062", "elsewhere");
        await platform.NextAsync();

        Assert.Equal(1, await bot.ReadAsync<int>("select count(*) from conversation_memory where conversation = 'elsewhere' and question like '%0062%'"));
    }

    [Fact]
    public async Task A_known_answer_that_has_to_wait_is_there_after_a_restart_and_its_words_go_when_nobody_needs_them()
    {
        var slow = new RecordingChannel { Limits = new([new Rate(1, Hour)], []) };
        await using (var before = await DeliveryUnderTest.StartAsync(folder.Data, slow))
        {
            await before.AskAsync("m1", "PE0062");
            await slow.NextAsync();
            Assert.Equal(Receipt.Stored, await before.AskAsync("m2", "PE0062"));
            await before.SweepAsync();
            Assert.Equal("1 pending", await before.ReadAsync<string>("select (select count(*) from kept_reply) || ' ' || state from outbox where reply = '' and kept is not null"));
        }

        await using var after = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        Assert.StartsWith("PE0062", (await platform.NextAsync()).Reply.Text, StringComparison.Ordinal);
        await after.SettleAsync();
        await after.SweepAsync();
        Assert.Equal(0, await after.ReadAsync<int>("select count(*) from kept_reply"));
    }

    [Fact]
    public async Task An_operator_reads_and_sends_again_a_known_answer_that_was_refused()
    {
        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Refused("no_such_channel"));
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        await bot.AskAsync("m1", "PE0062");
        await platform.NextAsync();
        await bot.SettleAsync();
        await bot.SweepAsync();

        var (letters, _) = await bot.DeadLetters.ListAsync(10, TestContext.Current.CancellationToken);
        Assert.StartsWith("PE0062", Assert.Single(letters).Text, StringComparison.Ordinal);
        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Sent("id"));
        Assert.True(await bot.DeadLetters.ReplayAsync(letters[0].Reference, TestContext.Current.CancellationToken));
        await bot.SweepAsync();

        Assert.StartsWith("PE0062", (await platform.NextAsync()).Reply.Text, StringComparison.Ordinal);
    }

    /// <summary>A bot that was asked about PE0062 before.</summary>
    private async Task<DeliveryUnderTest> KnowingAsync()
    {
        var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        await bot.AskAsync("first", "PE0062", "before");
        await platform.NextAsync();
        await bot.SettleAsync();
        return bot;
    }
}
