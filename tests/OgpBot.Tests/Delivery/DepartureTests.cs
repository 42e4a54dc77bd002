using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Tests.Storage;
using Receipt = OgpBot.Delivery.Acceptance;

namespace OgpBot.Tests.Delivery;

/// <summary>Replies whose turn it is already when they are stored: they are stored as begun, and leave.</summary>
public sealed class DepartureTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_that_may_leave_is_on_disk_as_begun_when_it_leaves_and_never_waits()
    {
        var platform = new RecordingChannel();
        await using var bot = await StartAsync(platform);
        var atDeparture = "";
        platform.OnSend = async _ =>
        {
            atDeparture = await bot.ReadAsync<string>("select state || ' ' || attempt from outbox") ?? "no row";
            return new Outcome.Sent("id");
        };

        await bot.AskAsync("m1", "PE0062");
        await platform.NextAsync();
        await bot.SettleAsync();

        Assert.Equal("sending 1", atDeparture);
        Assert.Equal("sending 1, sent 1", await StepsAsync(bot));
    }

    [Fact]
    public async Task A_turn_is_for_one_reply_of_a_place_and_counts_only_when_the_reply_left()
    {
        await using var bot = await StartAsync(new RecordingChannel { Limits = new([new Rate(1, Hour)], []) });
        var draft = Draft(bot, "one");

        var taken = bot.Out.Reserve(draft);
        Assert.NotNull(taken);
        Assert.Null(bot.Out.Reserve(Draft(bot, "two")));
        bot.Out.Release(taken, draft);
        var again = bot.Out.Reserve(draft);
        Assert.NotNull(again);
        again.Use();
        bot.Out.Release(again, draft);

        Assert.Null(bot.Out.Reserve(Draft(bot, "three")));
        Assert.Equal(0, bot.Out.Waiting);
    }

    [Fact]
    public async Task No_more_replies_are_begun_at_a_time_than_a_death_may_leave_in_doubt()
    {
        await using var bot = await StartAsync(new RecordingChannel());
        var drafts = Enumerable.Range(0, 100).Select(place => Draft(bot, "hello", $"place{place}")).ToArray();

        var turns = drafts.Select(draft => (Draft: draft, Turn: bot.Out.Reserve(draft))).Where(each => each.Turn is not null).ToArray();

        Assert.InRange(turns.Length, 1, 8);
        var (draft, turn) = turns[0];
        bot.Out.Release(turn!, draft);
        Assert.NotNull(bot.Out.Reserve(drafts[^1]));
        Assert.Null(bot.Out.Reserve(draft));
    }

    [Fact]
    public async Task While_a_host_is_out_of_order_no_reply_is_stored_as_begun()
    {
        var platform = new RecordingChannel { OnSend = _ => Task.FromResult<Outcome>(new Outcome.Later(null, "503")) };
        await using var bot = await StartAsync(platform);
        for (var place = 0; place < 5; place++)
        {
            await bot.AskAsync($"m{place}", "PE0062", $"place{place}");
        }

        await platform.NextAsync(5);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (await bot.ReadAsync<int>("select count(*) from outbox where state = 'sending'") > 0)
        {
            await often.WaitForNextTickAsync(Cancel);
        }

        Assert.Null(bot.Out.Reserve(Draft(bot, "hello", "elsewhere")));
    }

    [Fact]
    public async Task A_first_attempt_that_the_platform_puts_off_is_made_again_after_the_wait()
    {
        var tries = new List<long>();
        var platform = new RecordingChannel();
        platform.OnSend = _ =>
        {
            tries.Add(TimeProvider.System.GetTimestamp());
            return Task.FromResult<Outcome>(tries.Count == 1 ? new Outcome.Later(TimeSpan.FromSeconds(1), "429") : new Outcome.Sent("id"));
        };
        await using var bot = await StartAsync(platform);

        await bot.AskAsync("m1", "PE0062");
        await platform.NextAsync(2);
        await bot.SettleAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(tries[0], tries[1]) >= TimeSpan.FromSeconds(1));
        Assert.Equal("sending 1, pending 1, sending 2, sent 2", await StepsAsync(bot));
    }

    [Fact]
    public async Task A_stop_waits_for_a_reply_that_is_leaving()
    {
        var (left, taken) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var platform = new RecordingChannel
        {
            OnSend = async _ =>
            {
                left.SetResult();
                await taken.Task;
                return new Outcome.Sent("id");
            },
        };
        await using var bot = await StartAsync(platform);
        await bot.AskAsync("m1", "PE0062");
        await left.Task;

        var stop = bot.Out.StopAsync();
        Assert.False(stop.IsCompleted);
        Assert.Null(bot.Out.Reserve(Draft(bot, "later", "elsewhere")));
        taken.SetResult();
        await stop;

        Assert.Equal("sending 1, sent 1", await StepsAsync(bot));
    }

    [Fact]
    public async Task A_reply_that_was_stored_as_begun_just_before_a_stop_still_leaves()
    {
        var platform = new RecordingChannel();
        await using var bot = await StartAsync(platform);
        var stored = await StoreAsync(bot, Draft(bot, "hello"));

        await bot.Out.StopAsync();
        bot.Out.Take(stored);

        Assert.Equal("hello", (await platform.NextAsync()).Reply.Text);
        await bot.SettleAsync();
        Assert.Equal("sending 1, sent 1", await StepsAsync(bot));
    }

    [Fact]
    public async Task While_replies_wait_on_disk_for_room_no_other_overtakes_them()
    {
        var platform = new RecordingChannel();
        await using var bot = await StartAsync(platform);
        Assert.False(bot.Out.Backlog.HasRoom(int.MaxValue));

        Assert.Null(bot.Out.Reserve(Draft(bot, "hello")));
        await bot.AskAsync("m1", "PE0062");
        await bot.SettleAsync();
        Assert.Equal("pending 0", await StepsAsync(bot));
        await bot.SweepAsync();

        await platform.NextAsync();
        await bot.SettleAsync();
        Assert.Equal("pending 0, sending 1, sent 1", await StepsAsync(bot));
    }

    [Fact]
    public async Task What_comes_to_a_place_after_a_reply_that_is_about_to_leave_leaves_after_it()
    {
        var platform = new RecordingChannel();
        await using var bot = await StartAsync(platform);
        var first = Draft(bot, "first");
        var turn = bot.Out.Reserve(first)!;

        Assert.Equal(Receipt.Stored, await bot.Outbox.PostAsync(Saying("second", "room"), [], Cancel));
        Assert.Equal(Receipt.Stored, await bot.Outbox.PostAsync(Saying("third", "room"), [], Cancel));
        Assert.Equal(0, platform.Unread);
        bot.Out.Take(await StoreAsync(bot, first, turn));

        Assert.Equal(["first", "second", "third"], (await platform.NextAsync(3)).Select(message => message.Reply.Text));
    }

    [Fact]
    public async Task A_reply_that_was_not_stored_after_all_holds_back_nothing_behind_it()
    {
        var platform = new RecordingChannel();
        await using var bot = await StartAsync(platform);
        var first = Draft(bot, "first");
        var turn = bot.Out.Reserve(first)!;
        await bot.Outbox.PostAsync(Saying("second", "room"), [], Cancel);

        bot.Out.Release(turn, first);

        Assert.Equal("second", (await platform.NextAsync()).Reply.Text);
        await bot.SettleAsync();
        Assert.Equal("pending 0, sending 1, sent 1", await StepsAsync(bot));
    }

    [Fact]
    public async Task A_death_between_storing_and_leaving_is_flagged_and_nothing_is_said()
    {
        var platform = new RecordingChannel();
        await using (var dead = await StartAsync(platform))
        {
            await StoreAsync(dead, Draft(dead, "hello"));
        }

        await using var next = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        await next.SettleAsync();

        var letter = Assert.Single((await next.DeadLetters.ListAsync(10, Cancel)).Letters);
        Assert.Equal(("unknown", "hello"), (letter.State, letter.Text));
        Assert.Equal(0, platform.Unread);
    }

    /// <summary>With every state that a reply goes through written down.</summary>
    private async Task<DeliveryUnderTest> StartAsync(RecordingChannel platform)
    {
        var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        await bot.WriteAsync(transaction =>
            transaction.Execute("create table step (id integer primary key, said text not null)")
            + transaction.Execute("create trigger inserted after insert on outbox begin insert into step (said) values (new.state || ' ' || new.attempt); end")
            + transaction.Execute("create trigger updated after update of state on outbox begin insert into step (said) values (new.state || ' ' || new.attempt); end"));
        return bot;
    }

    private static Task<string?> StepsAsync(DeliveryUnderTest bot) => bot.ReadAsync<string>("select group_concat(said, ', ' order by id) from step");

    private static Outgoing Saying(string text, string conversation) =>
        new(new("platform", "tenant", conversation), "{}", new Reply(text), MessageClass.Answer);

    private static OutboxDraft Draft(DeliveryUnderTest bot, string text, string conversation = "room") => bot.Out.Draft(Saying(text, conversation));

    private static async Task<OutboxItem> StoreAsync(DeliveryUnderTest bot, OutboxDraft draft, Turn? reserved = null)
    {
        var turn = reserved ?? bot.Out.Reserve(draft);
        Assert.NotNull(turn);
        return await bot.WriteAsync(transaction => OutboxTable.Insert(transaction, draft, bot.Holder, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), turn));
    }
}
