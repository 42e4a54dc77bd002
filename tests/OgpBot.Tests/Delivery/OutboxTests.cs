using Microsoft.Extensions.Time.Testing;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Tests.Storage;
using Receipt = OgpBot.Delivery.Acceptance;

namespace OgpBot.Tests.Delivery;

public sealed class OutboxTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly RecordingChannel platform = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_unasked_is_said_once_for_its_keys()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        Assert.Equal(Receipt.Stored, await bot.Outbox.PostAsync(Saying("welcome", MessageClass.Notice), ["installed"], Cancel));
        Assert.Equal(Receipt.Duplicate, await bot.Outbox.PostAsync(Saying("welcome", MessageClass.Notice), ["installed"], Cancel));

        Assert.Equal("welcome", (await platform.NextAsync()).Reply.Text);
        await bot.SettleAsync();
        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task A_platform_that_asks_for_patience_is_not_asked_again_before()
    {
        var started = TimeProvider.System.GetTimestamp();
        var tries = 0;
        platform.OnSend = _ => Task.FromResult<Outcome>(tries++ == 0 ? new Outcome.Later(TimeSpan.FromSeconds(1), "429") : new Outcome.Sent("id"));
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        await SayAsync(bot, "hello");
        await platform.NextAsync(2);

        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(1));
        await bot.SettleAsync();
        Assert.Equal("sent 2", await bot.ReadAsync<string>("select state || ' ' || attempt from outbox"));
    }

    [Fact]
    public async Task One_place_that_must_wait_delays_no_other_and_keeps_its_order()
    {
        var released = new TaskCompletionSource();
        platform.OnSend = async message =>
        {
            if (message.Reply.Text == "slow")
            {
                await released.Task;
            }

            return new Outcome.Sent("id");
        };
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        await SayAsync(bot, "slow", "first");
        await SayAsync(bot, "after", "first");
        await SayAsync(bot, "other", "second");

        Assert.Equal("other", (await platform.NextAsync()).Reply.Text);
        Assert.Equal(0, platform.Unread);
        released.SetResult();
        Assert.Equal(["slow", "after"], (await platform.NextAsync(2)).Select(message => message.Reply.Text));
    }

    [Fact]
    public async Task A_message_that_the_platform_refuses_becomes_a_dead_letter_and_is_sent_again_only_when_told()
    {
        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Refused("channel_not_found"));
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        await SayAsync(bot, "hello");
        await platform.NextAsync();
        await bot.SettleAsync();

        var letter = Assert.Single((await bot.DeadLetters.ListAsync(10, Cancel)).Letters);
        Assert.Equal(("failed", "channel_not_found", "hello"), (letter.State, letter.Reason, letter.Text));
        Assert.True(await bot.DeadLetters.DropAsync(letter.Reference, Cancel));
        Assert.Null(await bot.DeadLetters.FindAsync(letter.Reference, Cancel));
    }

    [Theory]
    [InlineData(MessageClass.Answer, false, false, "unknown")]
    [InlineData(MessageClass.Digest, false, true, "unknown")]
    [InlineData(MessageClass.Answer, false, true, "sent")]
    [InlineData(MessageClass.Answer, true, false, "sent")]
    [InlineData(MessageClass.Surface, false, false, "sent")]
    public async Task When_nobody_knows_whether_it_arrived_its_class_and_the_platform_decide(MessageClass kind, bool idempotent, bool reconcilable, string end)
    {
        var tries = 0;
        platform.Promise = new(idempotent, reconcilable);
        platform.OnFind = _ => Task.FromResult<Outcome>(new Outcome.Sent("found"));
        platform.OnSend = _ => Task.FromResult<Outcome>(tries++ == 0 ? new Outcome.Unknown("timeout") : new Outcome.Sent("id"));
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        await bot.Outbox.PostAsync(Saying("hello", kind), [], Cancel);
        await platform.NextAsync();
        await bot.SettleAsync();

        Assert.Equal(end, await bot.ReadAsync<string>("select state from outbox"));
        Assert.Equal(end == "unknown" ? 1 : 0, (await bot.DeadLetters.ListAsync(10, Cancel)).Total);
        Assert.Equal(idempotent || kind == MessageClass.Surface ? 2 : 1, tries);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_died_is_flagged_and_not_said_twice()
    {
        await using (var dead = new DeliveryUnderTest(folder.Data, platform))
        {
            await dead.Out.StopAsync();
            await SayAsync(dead, "hello");
            await dead.WriteAsync("update outbox set state = 'sending', attempt = 1");
        }

        await using var next = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        await next.SettleAsync();

        Assert.Equal("unknown", await next.ReadAsync<string>("select state from outbox"));
        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task What_was_flagged_just_before_the_process_died_is_told_in_the_next_log_and_then_no_more()
    {
        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Unknown("timeout"));
        await using (var dead = await DeliveryUnderTest.StartAsync(folder.Data, platform))
        {
            await SayAsync(dead, "hello");
            await platform.NextAsync();
            await dead.SettleAsync();
        }

        var time = new FakeTimeProvider();
        string told;
        await using (var next = await DeliveryUnderTest.StartAsync(folder.Data, platform, clock: time))
        {
            await next.SweepAsync();
            told = Assert.Single(next.Log);
        }

        await using (var again = await DeliveryUnderTest.StartAsync(folder.Data, platform, clock: time))
        {
            Assert.Equal([told], again.Log);
            time.Advance(TimeSpan.FromSeconds(5));
            await again.SweepAsync();
        }

        await using var last = await DeliveryUnderTest.StartAsync(folder.Data, platform, clock: time);
        Assert.Matches("^Reply [0-9a-f]+ on platform: unknown [(]timeout[)], attempt 1$", told);
        Assert.Empty(last.Log);
        Assert.Equal(1, (await last.DeadLetters.ListAsync(10, Cancel)).Total);
    }

    [Fact]
    public async Task A_fault_in_shaping_one_message_does_not_hold_back_those_behind_it()
    {
        platform.OnSend = message => message.Reply.Text == "bad" ? throw new InvalidOperationException("A fault of ours.") : Task.FromResult<Outcome>(new Outcome.Sent("id"));
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        await SayAsync(bot, "bad");
        await SayAsync(bot, "good");

        Assert.Equal("good", (await platform.NextAsync()).Reply.Text);
        await bot.SettleAsync();
        Assert.Equal("pending 1, sent 1", await bot.ReadAsync<string>("select group_concat(state || ' ' || attempt, ', ' order by id) from outbox"));
    }

    [Fact]
    public async Task A_host_that_is_out_of_order_is_left_alone_for_a_while_and_then_everything_goes_out_in_order()
    {
        var broken = true;
        var tries = 0;
        platform.OnSend = _ =>
        {
            Interlocked.Increment(ref tries);
            return Task.FromResult<Outcome>(Volatile.Read(ref broken) ? new Outcome.Later(null, "503") : new Outcome.Sent("id"));
        };
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        for (var place = 0; place < 50; place++)
        {
            await SayAsync(bot, "one", $"place{place}");
            await SayAsync(bot, "two", $"place{place}");
        }

        await platform.NextAsync(5);
        Volatile.Write(ref broken, false);
        await bot.SettleAsync();

        Assert.Equal(100, await bot.ReadAsync<int>("select count(*) from outbox where state = 'sent'"));
        Assert.InRange(tries, 101, 150);
    }

    private static Outgoing Saying(string text, MessageClass kind, string conversation = "room") => new(new("platform", "tenant", conversation), "{}", new Reply(text), kind);

    private static Task<Receipt> SayAsync(DeliveryUnderTest bot, string text, string conversation = "room") =>
        bot.Outbox.PostAsync(Saying(text, MessageClass.Answer, conversation), [], Cancel);
}
