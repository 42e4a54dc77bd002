using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Conversations;
using OgpBot.Privacy;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Privacy;

public sealed class UnansweredTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly OpenState state;
    private readonly Unanswered unanswered;

    public UnansweredTests()
    {
        state = new(folder.Data, time);
        unanswered = new(state.Database, state.Writer, time, NullLogger<Unanswered>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        state.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("<@U0ANA4567> blockchain in Peru?", "blockchain in peru")]
    [InlineData("mail ana.quispe@gob.pe about lobbying", "mail about lobbying")]
    [InlineData("call +51 987 654 321 on tax", "call on tax")]
    [InlineData("see https://example.org/ana?x=1 please 2017", "see please 2017")]
    [InlineData("DNI 45871236", "dni")]
    public void Nothing_that_leads_to_somebody_is_kept(string typed, string kept) => Assert.Equal(kept, Unanswered.WordsOf(typed));

    [Fact]
    public void Whatever_is_typed_no_address_and_no_long_number_is_kept() => Gen.Select(Gen.String, Gen.Int[10_000, int.MaxValue], Gen.String[Gen.Char.AlphaNumeric, 1, 9]).Sample((words, number, name) =>
    {
        var kept = Unanswered.WordsOf($"{words} {name}@example.org {number} <@{name}>");

        Assert.DoesNotContain('@', kept);
        Assert.DoesNotMatch("[0-9]{5}", kept);
        Assert.True(kept.Length <= 200);
    });

    [Fact]
    public async Task The_same_question_is_counted_and_the_commonest_comes_first()
    {
        await unanswered.KeepAsync("blockchain", "nothing-found", Language.English);
        await unanswered.KeepAsync("aeiou", "unclear", Language.English);
        time.Advance(TimeSpan.FromDays(1));
        await unanswered.KeepAsync("blockchain", "nothing-found", Language.English);

        var listed = await unanswered.ListAsync(10, Cancel);

        Assert.Equal([new("blockchain", "nothing-found", Language.English, 2, new(2030, 1, 1), new(2030, 1, 2)), new UnansweredQuestion("aeiou", "unclear", Language.English, 1, new(2030, 1, 1), new(2030, 1, 1))], listed);
    }

    [Fact]
    public async Task They_are_forgotten_after_three_months()
    {
        await unanswered.KeepAsync("old", "unclear", Language.English);
        time.Advance(TimeSpan.FromDays(91));
        await unanswered.KeepAsync("new", "unclear", Language.English);

        Assert.Equal(["new"], (await unanswered.ListAsync(10, Cancel)).Select(question => question.Words));
    }

    [Fact]
    public async Task No_more_than_a_thousand_are_kept()
    {
        for (var number = 0; number < 1_005; number++)
        {
            await unanswered.KeepAsync($"word {number}", "unclear", Language.English);
        }

        Assert.Equal(1_000, (await unanswered.ListAsync(2_000, Cancel)).Count);
    }
}
