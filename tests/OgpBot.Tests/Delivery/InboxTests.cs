using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Tests.Storage;
using Receipt = OgpBot.Delivery.Acceptance;

namespace OgpBot.Tests.Delivery;

public sealed class InboxTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly RecordingChannel platform = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_that_is_accepted_is_answered_where_it_was_asked()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        Assert.Equal(Receipt.Stored, await bot.AskAsync("m1", "PE0062"));

        var answer = await platform.NextAsync();
        Assert.Equal(new Address("platform", "tenant", "room"), answer.Address);
        Assert.StartsWith("PE0062", answer.Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_handed_over_a_thousand_times_is_answered_once()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => bot.AskAsync("m1", "PE0062")));
        await platform.NextAsync();
        await bot.SettleAsync();

        Assert.Equal((1, 999, 0), (accepted.Count(receipt => receipt == Receipt.Stored), accepted.Count(receipt => receipt == Receipt.Duplicate), platform.Unread));
    }

    [Fact]
    public async Task A_twin_under_another_ID_is_found_by_any_key_that_it_shares()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        Task<Receipt> AcceptAsync(params DedupKey[] keys) =>
            bot.Inbox.AcceptAsync(new(new Utterance("PE0062", new("platform", "tenant", "room")), keys, "{}"), TestContext.Current.CancellationToken);

        Assert.Equal(Receipt.Stored, await AcceptAsync("event-1", "room+ts"));
        Assert.Equal(Receipt.Duplicate, await AcceptAsync("event-2", "room+ts"));
        Assert.Equal(Receipt.Duplicate, await AcceptAsync("event-2", "other"));
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        string[] ids = [.. Enumerable.Range(45, 40).Select(number => $"PE00{number}")];

        foreach (var id in ids)
        {
            await bot.AskAsync(id, id);
        }

        var answers = await platform.NextAsync(ids.Length);
        Assert.Equal(ids, answers.Select(answer => answer.Reply.Text[..6]));
    }

    [Fact]
    public async Task What_a_dead_process_left_is_answered_by_the_next_one_once()
    {
        await using (var dead = new DeliveryUnderTest(folder.Data, platform))
        {
            // Stopped before it works: what it accepts stays where a killed process leaves it.
            await dead.In.StopAsync();
            await dead.AskAsync("m1", "PE0062");
            await dead.AskAsync("m2", "PE0084");
        }

        await using var next = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        var answers = await platform.NextAsync(2);
        await next.SettleAsync();

        Assert.Equal(["PE0062", "PE0084"], answers.Select(answer => answer.Reply.Text[..6]));
        Assert.Equal(0, platform.Unread);
        Assert.Equal(Receipt.Duplicate, await next.AskAsync("m1", "PE0062"));
    }

    [Fact]
    public async Task A_message_that_makes_the_bot_fail_becomes_a_dead_letter_after_five_tries_and_nobody_behind_it_waits()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform, new Poison());

        await bot.AskAsync("m1", "thanks");
        await bot.AskAsync("m2", "PE0062");

        Assert.StartsWith("PE0062", (await platform.NextAsync()).Reply.Text, StringComparison.Ordinal);
        Assert.Equal(0, await bot.ReadAsync<int>("select count(*) from inbox where state = 'dead'"));
        await bot.WriteAsync("update inbox set tries = 4, owner = null, due_at = 0 where state = 'pending'");
        await using var later = await DeliveryUnderTest.StartAsync(folder.Data, platform, new Poison());
        var apology = (await platform.NextAsync()).Reply;
        var (letters, total) = await later.DeadLetters.ListAsync(10, TestContext.Current.CancellationToken);
        Assert.Equal((1, "dead", "thanks", 5), (total, letters[0].State, letters[0].Text, letters[0].Tries));
        Assert.Contains(letters[0].Reference, apology.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_apology_is_in_the_language_of_the_person_and_a_replayed_message_is_answered()
    {
        string reference;
        await using (var failing = new DeliveryUnderTest(folder.Data, platform, new Poison()))
        {
            await failing.In.StopAsync();
            await failing.AskAsync("m1", "gracias", preferred: Language.Spanish);
            await failing.WriteAsync("update inbox set tries = 4");
        }

        await using (var failing = await DeliveryUnderTest.StartAsync(folder.Data, platform, new Poison()))
        {
            Assert.StartsWith("Lo siento", (await platform.NextAsync()).Reply.Text, StringComparison.Ordinal);
            reference = (await failing.DeadLetters.ListAsync(10, TestContext.Current.CancellationToken)).Letters[0].Reference;
            Assert.True(await failing.DeadLetters.ReplayAsync(reference, TestContext.Current.CancellationToken));
            Assert.False(await failing.DeadLetters.ReplayAsync(reference, TestContext.Current.CancellationToken));
        }

        await using var mended = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        Assert.Equal("thank", (await platform.NextAsync()).Reply.Intent);
        Assert.Equal(0, (await mended.DeadLetters.ListAsync(10, TestContext.Current.CancellationToken)).Total);
    }

    [Fact]
    public async Task When_more_waits_than_memory_should_hold_the_rest_waits_on_disk_in_order()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        string[] ids = [.. Enumerable.Range(45, 40).Select(number => $"PE00{number}")];
        Assert.False(bot.In.Backlog.Admits(int.MaxValue));
        foreach (var id in ids)
        {
            await bot.AskAsync(id, id);
        }

        Assert.Equal((0, 40), (bot.In.Waiting, await bot.ReadAsync<int>("select count(*) from inbox where state = 'pending' and owner is null")));
        await bot.SweepAsync();
        await bot.AskAsync("last", "PE0084");

        Assert.Equal([.. ids, "PE0084"], (await platform.NextAsync(ids.Length + 1)).Select(answer => answer.Reply.Text[..6]));
    }

    [Fact]
    public async Task Replies_beyond_what_memory_should_hold_are_sent_too()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        bot.Out.Backlog.Admits(int.MaxValue);

        await bot.AskAsync("m1", "PE0062");
        await bot.SettleAsync();
        Assert.Equal(0, platform.Unread);
        await bot.SweepAsync();

        Assert.StartsWith("PE0062", (await platform.NextAsync()).Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_after_a_week_and_not_before()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);
        await bot.AskAsync("m1", "PE0062");
        await platform.NextAsync();
        await bot.SettleAsync();
        const string age = "update inbox set ended_at = ended_at - {0}; update outbox set ended_at = ended_at - {0}; update delivery_key set seen_at = seen_at - {0}";
        const string left = "select (select count(*) from inbox) + (select count(*) from outbox) + (select count(*) from delivery_key)";

        await bot.WriteAsync(age.Replace("{0}", $"{TimeSpan.FromDays(6.9).TotalMilliseconds:0}", StringComparison.Ordinal));
        await bot.SweepAsync();
        Assert.Equal(3, await bot.ReadAsync<int>(left));
        await bot.WriteAsync(age.Replace("{0}", $"{TimeSpan.FromDays(0.2).TotalMilliseconds:0}", StringComparison.Ordinal));
        await bot.SweepAsync();

        Assert.Equal(0, await bot.ReadAsync<int>(left));
    }

    [Fact]
    public async Task The_words_of_a_person_do_not_stay_once_they_are_answered()
    {
        await using var bot = await DeliveryUnderTest.StartAsync(folder.Data, platform);

        await bot.AskAsync("m1", "PE0062");
        await platform.NextAsync();
        await bot.SettleAsync();

        Assert.Equal("", await bot.ReadAsync<string>("select group_concat(text) from inbox"));
        Assert.Equal("", await bot.ReadAsync<string>("select group_concat(reply) from outbox"));
    }

    /// <summary>A bot with a fault.</summary>
    private sealed class Poison : IIntent
    {
        public string Name => "poison";

        public IReadOnlyList<string> Examples => ["thanks"];

        public bool Answers(Question question) => question.Verb == Verb.Thank;

        public Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken) => throw new InvalidOperationException("A fault of ours.");
    }
}
