using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Privacy;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Privacy;

public sealed class PrivacyIntentTests : IDisposable
{
    private static readonly Address Chat = new("platform", "T1", "D1");

    private readonly TempFolder folder = new();
    private readonly OpenState state;
    private readonly CatalogFile file;
    private readonly Bot bot;
    private readonly Unanswered unanswered;

    public PrivacyIntentTests()
    {
        state = new(folder.Data, TimeProvider.System);
        file = new(folder.Data, TimeProvider.System);
        unanswered = new(state.Database, state.Writer, TimeProvider.System, NullLogger<Unanswered>.Instance);
        var catalog = new CatalogStore(file);
        bot = new(catalog, state.Memory, state.Defaults, state.Intents(file, catalog), NullLogger<Bot>.Instance, unanswered);
    }

    public void Dispose()
    {
        file.Dispose();
        state.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("what do you know about me?", "forget me", "Yes, forget me")]
    [InlineData("¿Qué sabes de mí?", "olvídame", "Sí, olvídame")]
    public async Task A_person_sees_what_is_kept_and_has_it_forgotten_after_a_second_yes(string what, string forget, string yes)
    {
        await AskAsync("Peru justice commitments 2017");

        var shown = await AskAsync(what);
        var sure = await AskAsync(forget);
        var before = await AskAsync(what);
        var done = await AskAsync(Assert.Single(sure.Choices, choice => choice.Label == yes).Says);
        var left = await state.Forgetting.ForgetAsync(TestContext.Current.CancellationToken);
        var after = await AskAsync(what);

        Assert.Equal(("show-privacy", "forget-me", "forget-me"), (shown.Intent, sure.Intent, done.Intent));
        Assert.Contains(shown.Blocks, block => block is Facts { Rows.Count: > 0 });
        Assert.Equal(shown.Text, before.Text);
        Assert.Equal(0, left);
        Assert.DoesNotContain(after.Blocks, block => block is Facts);
    }

    [Theory]
    [InlineData("forget me", "yes", true)]
    [InlineData("delete my data", "Yes, forget me!", true)]
    [InlineData("olvídame", "sí", true)]
    [InlineData("olvídame", "sí, por favor, borra mis datos", true)]
    [InlineData("forget me", "no", false)]
    [InlineData("forget me", "yes, and PE0062", false)]
    [InlineData("olvídame", "mejor no", false)]
    public async Task The_second_yes_may_be_typed(string forget, string answer, bool forgotten)
    {
        await AskAsync("Peru justice commitments 2017");

        await AskAsync(forget);
        await AskAsync(answer);
        await state.Forgetting.ForgetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(forgotten, (await state.Forgetting.WhatIsKeptAsync(new("platform", "T1", "U0ANA4567", "D1"), TestContext.Current.CancellationToken)).Total == 0);
    }

    [Fact]
    public async Task A_yes_to_something_else_forgets_nobody()
    {
        await AskAsync("yes");
        await AskAsync("forget me");
        await AskAsync("PE0062");
        await AskAsync("yes");
        await state.Forgetting.ForgetAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, (await state.Forgetting.WhatIsKeptAsync(new("platform", "T1", "U0ANA4567", "D1"), TestContext.Current.CancellationToken)).Total);
    }

    [Fact]
    public async Task A_yes_of_somebody_else_in_a_channel_forgets_neither_of_them()
    {
        var (ana, ben) = (new Asker("U0ANA4567", "C1"), new Asker("U0BEN4567", "C1"));
        await SayAsync(ana, "forget me");

        var reply = await SayAsync(ben, "yes");

        Assert.NotEqual("forget-me", reply.Intent);
    }

    [Theory]
    [InlineData("delete my data")]
    [InlineData("forget everything about me please")]
    [InlineData("borra mis datos")]
    [InlineData("olvida todo sobre mí")]
    [InlineData("what data do you have about me")]
    public async Task Where_nobody_can_be_told_apart_that_is_said(string text)
    {
        var reply = await bot.AnswerAsync(new Utterance(text, new("web", "", "x")), TestContext.Current.CancellationToken);

        Assert.True(reply.Intent is "forget-me" or "show-privacy", reply.Intent);
        Assert.Empty(reply.Choices);
    }

    [Theory]
    [InlineData("commitments about data privacy")]
    [InlineData("forget the year")]
    [InlineData("data protection commitments")]
    public async Task Privacy_as_a_subject_is_still_looked_up(string text)
    {
        var reply = await bot.AnswerAsync(new Utterance(text, new("web", "", "y")), TestContext.Current.CancellationToken);

        Assert.False(reply.Intent is "forget-me" or "show-privacy", reply.Intent);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_counted_without_who_asked()
    {
        await AskAsync("asdfgh qwerty");

        // Written in the order of asking.
        await unanswered.KeepAsync("later", "unclear", Language.English);
        Assert.Contains(await unanswered.ListAsync(10, TestContext.Current.CancellationToken), question => question is { Words: "asdfgh qwerty", Times: 1 });
    }

    private Task<Reply> AskAsync(string text) => SayAsync(new("U0ANA4567", "D1") { IsAlone = true }, text);

    private Task<Reply> SayAsync(Asker asker, string text) =>
        bot.AnswerAsync(new Utterance(text, Chat with { Conversation = asker.Place }) { Asker = asker }, TestContext.Current.CancellationToken);
}
