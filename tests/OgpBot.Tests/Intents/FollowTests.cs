using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Intents;

/// <summary>Whole conversations about following, over a real bot.db.</summary>
public sealed class FollowTests : IDisposable
{
    private static readonly Address Room = new("test", "T1", "room/thread");

    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly OpenState state;
    private readonly CatalogFile file;
    private readonly Bot bot;

    public FollowTests()
    {
        state = new OpenState(folder.Data, time);
        file = new CatalogFile(folder.Data, time);
        var catalog = new CatalogStore(file);
        bot = new Bot(catalog, state.Memory, state.Defaults, state.Intents(file, catalog), NullLogger<Bot>.Instance);
    }

    private static Asker Ana => new("ana", "room") { PlaceRoute = "{}", PersonRoute = "{}", Zone = "America/Lima" };

    private static Asker Beto => Ana with { Person = "beto", Zone = null };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wish_is_previewed_and_set_after_a_yes()
    {
        var preview = await SayAsync("subscribe this channel to new resources for Peru every Monday at 9:00");
        var before = await HereAsync();
        var done = await SayAsync("yes");

        Assert.Equal(("subscribe", "subscribe"), (preview.Intent, done.Intent));
        Assert.Contains("Every Monday at 09:00 (America/Lima) I would post here what is new in resources: Peru.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("First on Monday 30 November, 09:00 (America/Lima).", Answers.Lines(preview));
        Assert.Empty(before);
        Assert.Equal("Done. Every Monday at 09:00 (America/Lima) I post here what is new in resources: Peru. Next on Monday 30 November, 09:00 (America/Lima).", done.Text);
        var set = Assert.Single(await HereAsync());
        Assert.Equal(("resources country:peru", new Cadence(Rhythm.Weekly, 1, new(9, 0), "America/Lima"), "ana"), (Assert.Single(set.Queries), set.Cadence, set.Person));
        Assert.Null(done.Query);
    }

    [Fact]
    public async Task A_click_on_yes_does_what_typing_it_does()
    {
        var preview = await SayAsync("avísanos cada viernes de nuevos compromisos de justicia");

        await SayAsync(preview.Choices[0].Says);

        Assert.Equal((Rhythm.Weekly, 5), (await HereAsync()) is [var one] ? (one.Cadence.Rhythm, one.Cadence.Day) : default);
    }

    [Theory]
    [InlineData("no thanks")]
    [InlineData("cancel")]
    public async Task A_preview_that_is_dropped_sets_nothing(string no)
    {
        await SayAsync("follow PE0062");

        var dropped = await SayAsync(no);
        await SayAsync("yes");

        Assert.StartsWith("Nothing was set.", dropped.Text, StringComparison.Ordinal);
        Assert.Empty(await HereAsync());
    }

    [Fact]
    public async Task Another_day_can_be_said_before_the_yes()
    {
        await SayAsync("weekly digest of new resources");
        await SayAsync("on Fridays at 10 instead");

        await SayAsync("yes please");

        Assert.Equal(new Cadence(Rhythm.Weekly, 5, new(10, 0), "America/Lima"), Assert.Single(await HereAsync()).Cadence);
    }

    [Fact]
    public async Task Without_a_zone_it_is_told_that_it_is_a_guess_and_the_members_own_is_offered()
    {
        var preview = await SayAsync("new resources for Peru every Monday at 9:00", Beto);

        Assert.Contains("(UTC)", preview.Text, StringComparison.Ordinal);
        Assert.Contains(Answers.Lines(preview), line => line.StartsWith("I do not know your time zone", StringComparison.Ordinal));
        var lima = Assert.Single(preview.Choices, choice => choice.Label == "In Lima time");
        Assert.Contains("zone:america/lima", lima.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_one_person_goes_to_that_person_alone()
    {
        await SayAsync("notify me of new resources");
        await SayAsync("yes");

        Assert.Empty(await HereAsync());
        Assert.True(Assert.Single(await state.Subscriptions.OfPersonAsync("test", "T1", "ana", Cancelled)).Personal);
        Assert.StartsWith("Nothing is followed here yet.", (await SayAsync("subscriptions")).Text, StringComparison.Ordinal);
        Assert.Equal("You follow 1 thing.", (await SayAsync("subscriptions", Ana with { Place = "dm", IsAlone = true })).Text);
    }

    [Fact]
    public async Task The_list_tells_when_what_state_and_who()
    {
        await SetAsync("new resources for Peru every Monday at 9:00");
        await SetAsync("tell us at once when there are new starred commitments", Beto);
        await SayAsync("pause number 2");

        var list = await SayAsync("what is this channel following?");

        Assert.Equal(("list-subscriptions", 2), (list.Intent, list.Total));
        Assert.Contains("Resources: Peru | every Monday at 09:00 (America/Lima) · next Monday 30 November · set by you", Answers.Lines(list));
        Assert.Contains(Answers.Lines(list), line => line.StartsWith("Commitments: starred | as soon as something is new · paused since", StringComparison.Ordinal) && line.EndsWith("set by somebody else", StringComparison.Ordinal));
        Assert.Equal(["Pause 1", "Stop 1", "Resume 2", "Stop 2"], list.Choices.Select(choice => choice.Label));
    }

    [Fact]
    public async Task A_number_means_what_the_list_showed_even_when_somebody_stopped_another_meanwhile()
    {
        await SetAsync("new resources every Monday");
        await SetAsync("starred commitments every Friday");
        await SayAsync("subscriptions");
        var first = (await HereAsync())[0];
        await state.Subscriptions.StopAsync(first.Id, Follower.Of(Room, Beto)!, Cancelled);

        var stopped = await SayAsync("stop number 2");

        Assert.StartsWith("Stopped: commitments: starred", stopped.Text, StringComparison.Ordinal);
        Assert.Empty(await HereAsync());
    }

    [Fact]
    public async Task What_was_stopped_can_be_had_back_with_one_click()
    {
        await SetAsync("new resources for Peru every Monday at 9:00");
        var stopped = await SayAsync("cancel the Peru digest");

        await SayAsync(stopped.Choices.Single(choice => choice.Label == "Follow it again").Says);

        Assert.Equal("resources country:peru", Assert.Single(Assert.Single(await HereAsync()).Queries));
    }

    [Fact]
    public async Task It_can_be_moved_paused_and_resumed()
    {
        await SetAsync("new resources for Peru every Monday at 9:00");

        var changed = await SayAsync("change it to Fridays at 8");
        var paused = await SayAsync("pause it");
        var resumed = await SayAsync("resume the digest");

        Assert.Equal("Changed: resources: Peru, now every Friday at 08:00 (America/Lima). Next on Friday 27 November, 08:00 (America/Lima).", changed.Text);
        Assert.StartsWith("Paused: resources: Peru.", paused.Text, StringComparison.Ordinal);
        Assert.StartsWith("Active again: resources: Peru, every Friday", resumed.Text, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Active, Assert.Single(await HereAsync()).State);
    }

    [Fact]
    public async Task Another_day_can_be_chosen_after_asking_for_one()
    {
        await SetAsync("new resources for Peru every Monday at 9:00");
        var id = Assert.Single(await HereAsync()).Id;

        var asked = await SayAsync($"reschedule subscription:{id}");
        await SayAsync("Tuesdays at 7 am");

        Assert.Equal("change-subscription", asked.Intent);
        Assert.True(asked.Choices.Count > 2);
        Assert.Equal((2, new TimeOnly(7, 0)), Assert.Single(await HereAsync()) is var one ? (one.Cadence.Day, one.Cadence.At) : default);
    }

    [Fact]
    public async Task Equal_wishes_are_one()
    {
        await SetAsync("new resources for Peru every Monday at 9:00");

        var again = await SetAsync("subscribe to new resources for Peru every Monday at 9:00");

        Assert.Contains("Nothing was added.", again.Text, StringComparison.Ordinal);
        Assert.Single(await HereAsync());
    }

    [Fact]
    public async Task Nobody_else_sees_or_stops_what_one_person_follows_alone()
    {
        await SetAsync("notify me of new resources");
        var mine = Assert.Single(await state.Subscriptions.OfPersonAsync("test", "T1", "ana", Cancelled));

        var shown = await SayAsync($"subscriptions subscription:{mine.Id}", Beto);
        var stopped = await SayAsync($"unsubscribe subscription:{mine.Id}", Beto);

        Assert.Equal((shown.Text, "That is no longer followed here, or it belongs to somebody else."), (stopped.Text, stopped.Text));
        Assert.Single(await state.Subscriptions.OfPersonAsync("test", "T1", "ana", Cancelled));
    }

    [Fact]
    public async Task Stopping_all_is_asked_about_first()
    {
        await SetAsync("new resources every Monday");
        await SetAsync("starred commitments every Friday");

        var asked = await SayAsync("stop all notifications");
        var kept = (await HereAsync()).Count;
        await SayAsync("yes");

        Assert.Equal(("Stop all 2 subscriptions here?", 2), (asked.Text, kept));
        Assert.Empty(await HereAsync());
    }

    [Fact]
    public async Task What_cannot_be_meant_is_asked_about()
    {
        await SetAsync("new resources every Monday");
        await SetAsync("starred commitments every Friday");

        Assert.Equal("Which one do you mean?", (await SayAsync("unsubscribe")).Text);
        Assert.Equal("There is no number 7 in the list.", (await SayAsync("stop number 7")).Text);
        Assert.Equal("Nothing like that is followed here.", (await SayAsync("cancel the Chile digest")).Text);
        Assert.Equal(2, (await HereAsync()).Count);
    }

    [Theory]
    [InlineData("subscribe to new resources every blue moon", "every blue moon")]
    [InlineData("subscribe to new resources at 31:00", "31:00")]
    public async Task A_time_that_no_clock_has_is_answered_with_times_that_work(string text, string words)
    {
        var asked = await SayAsync(text);
        var set = await SayAsync(asked.Choices[0].Says);

        Assert.Contains(words, asked.Text, StringComparison.Ordinal);
        Assert.Contains("every Friday at 9:00 Lima time", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Every Monday at 09:00", set.Text, StringComparison.Ordinal);
        Assert.Empty(await HereAsync());
    }

    [Fact]
    public async Task Where_nothing_can_be_said_unasked_the_preview_is_honest()
    {
        var reply = await bot.AnswerAsync(new Utterance("subscribe this channel to new resources for Peru every Monday at 9:00", Room), Cancelled);
        var forced = await bot.AnswerAsync(new Utterance("subscribe resources country:peru every:monday at:09:00 confirmed:yes", Room), Cancelled);

        Assert.All([reply, forced], each => Assert.Contains(Answers.Lines(each), line => line.StartsWith("I can speak up by myself only in a channel or chat", StringComparison.Ordinal)));
        Assert.Contains("Every Monday at 09:00 (UTC)", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reply.Choices, choice => choice.Says.Contains("confirmed:yes", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        file.Dispose();
        state.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Several_are_paused_until_a_day_and_stopped_by_their_numbers()
    {
        await SetAsync("new resources for Peru every Monday at 9:00");
        await SetAsync("follow PE0062");

        var paused = await SayAsync("pause 1 and 2 until 1 March");
        var ends = (await HereAsync()).Select(one => one.ResumeAt).Distinct();
        var stopped = await SayAsync("stop 1 and 2");

        Assert.Equal("Paused until Monday 1 March: 2 subscriptions.", paused.Text);
        Assert.Equal([new DateTimeOffset(2027, 3, 1, 5, 0, 0, TimeSpan.Zero)], ends);
        Assert.Equal("Stopped: 2 subscriptions.", stopped.Text);
        Assert.Empty(await HereAsync());
    }

    private Task<Reply> SayAsync(string text, Asker? asker = null) => bot.AnswerAsync(new Utterance(text, Room) { Asker = asker ?? Ana }, Cancelled);

    private async Task<Reply> SetAsync(string text, Asker? asker = null)
    {
        await SayAsync(text, asker);
        return await SayAsync("yes", asker);
    }

    private Task<IReadOnlyList<Subscription>> HereAsync() => state.Subscriptions.OfPlaceAsync("test", "T1", "room", Cancelled);
}
