using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>A message that makes the bot fail each time: what the bot remembers of its conversation is damaged.</summary>
[Collection(nameof(Alone))]
public sealed class PoisonTests : IDisposable
{
    private const int Others = 60;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_tried_five_times_becomes_a_dead_letter_and_holds_up_nobody()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Stage.OpenAsync(folder.Path, cancellationToken);
        stage.Begin(20);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged >= Others, TimeSpan.FromSeconds(30), cancellationToken);
        stage.Pause();
        await Stage.UntilAsync(() => stage.Crowd.Left == 0 && stage.State.Unfinished == 0, TimeSpan.FromSeconds(30), cancellationToken);
        var healthy = Delays(stage, stage.Crowd.Questions);
        var teams = new TeamsTraffic(stage.StandIns.Address);
        var victim = teams.Ask(100_000, places: 1_000_000);
        await AskAsync(stage, victim, cancellationToken);
        await Stage.UntilAsync(() => stage.State.Unfinished == 0, TimeSpan.FromSeconds(30), cancellationToken);
        stage.State.Change($"update conversation_memory set listed = 'damaged' where conversation = '{victim.Place}'");

        var poison = teams.Ask(1_100_000, places: 1_000_000);
        var before = stage.Crowd.Questions.Count;
        await AskAsync(stage, poison, cancellationToken);
        stage.Begin(20);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged >= before + Others, TimeSpan.FromSeconds(30), cancellationToken);
        stage.Pause();
        await Stage.UntilAsync(() => stage.State.Count("inbox where state = 'dead'") == 1, TimeSpan.FromSeconds(60), cancellationToken);
        await Stage.UntilAsync(() => stage.State.Unfinished == 0, TimeSpan.FromSeconds(30), cancellationToken);
        var beside = Delays(stage, stage.Crowd.Questions.Skip(before));

        Assert.Equal(victim.Place, poison.Place);
        Assert.Equal(1, stage.State.Count("inbox where state = 'dead' and tries = 5"));
        Assert.Equal(5, stage.Host.Lines.Count(line => line.Contains("could not be answered, try", StringComparison.Ordinal) || line.Contains("is a dead letter now", StringComparison.Ordinal)));
        var sorry = Assert.Single(stage.StandIns.Ledger.Entries, entry => entry.Key == poison.Key && entry.Shown);
        Assert.Contains("Sorry", sorry.Text, StringComparison.Ordinal);
        Assert.InRange(beside.Length, Others, int.MaxValue);
        Assert.True(Median(beside) - Median(healthy) < TimeSpan.FromMilliseconds(100), $"{Median(healthy)} alone, {Median(beside)} beside it");
    }

    private static async Task AskAsync(Stage stage, Question question, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(question.Deliveries[0].Body) { Headers = { ContentType = new("application/json") } };
        using var response = await stage.Host.Client.PostAsync(question.Deliveries[0].Path, content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>From each acknowledgement to the reply.</summary>
    private static TimeSpan[] Delays(Stage stage, IEnumerable<Question> questions)
    {
        var shown = stage.StandIns.Ledger.Entries.Where(entry => entry.Shown).GroupBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entries => entries.Key, entries => entries.First().At, StringComparer.Ordinal);
        return [.. questions.Where(question => shown.ContainsKey(question.Key)).Select(question => Stopwatch.GetElapsedTime(question.Acknowledged, shown[question.Key])).Order()];
    }

    private static TimeSpan Median(TimeSpan[] delays) => delays[delays.Length / 2];
}
