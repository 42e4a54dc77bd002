using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>Compares what was acknowledged, what the database says and what the platforms saw.</summary>
internal sealed class Verdict
{
    private const string Interrupted = "the process ended while sending";

    // A second, as the clocks of two timers see it.
    private static readonly TimeSpan Asked = TimeSpan.FromMilliseconds(990);

    private readonly List<string> problems = [];
    private readonly Dictionary<string, Question> questions;
    private readonly ILookup<string, Delivered> delivered;
    private readonly ILookup<string, StoredRow> inbox;
    private readonly ILookup<string, StoredRow> outbox;

    public Verdict(IEnumerable<Question> asked, Ledger ledger, StateFile state)
    {
        questions = asked.ToDictionary(question => question.Key, StringComparer.Ordinal);
        delivered = ledger.Entries.ToLookup(entry => entry.Key, StringComparer.Ordinal);
        inbox = state.Inbox().ToLookup(row => row.Key, StringComparer.Ordinal);
        outbox = state.Outbox().ToLookup(row => row.Key, StringComparer.Ordinal);
        foreach (var question in questions.Values)
        {
            Judge(question);
        }

        JudgeOrder();
        JudgeWaits();
        JudgeUnknown(ledger.Resets);
        Complain(delivered.Where(entries => !questions.ContainsKey(entries.Key)), entries => $"an answer to nothing: {entries.Key}");
        Complain(ledger.Avoidable, early => $"over the limit: {early}");
    }

    /// <summary>Empty when every promise was kept.</summary>
    public IReadOnlyList<string> Problems => problems;

    public int Sent => outbox.SelectMany(rows => rows).Count(row => row.State == "sent");

    public IReadOnlyList<StoredRow> Unknown => [.. outbox.SelectMany(rows => rows).Where(row => row.State == "unknown")];

    /// <summary>Unknown ones that people saw all the same.</summary>
    public int UnknownButShown => Unknown.Count(row => delivered[row.Key].Any(entry => entry.Shown));

    /// <summary>Unknown because of a kill alone.</summary>
    public int Cut => Unknown.Count(row => row.Reason == Interrupted);

    /// <summary>Those of them that no platform ever saw: they were begun, and had not left.</summary>
    public int CutBeforeLeaving => Unknown.Count(row => row.Reason == Interrupted && !delivered[row.Key].Any());

    private void Judge(Question question)
    {
        var shown = delivered[question.Key].Where(entry => entry.Shown).ToArray();
        if (shown.Length > 1)
        {
            Complain($"answered {shown.Length} times: {Told(question)}");
        }

        if (shown.Any(entry => !entry.Text.Contains(question.Expected, StringComparison.Ordinal)))
        {
            Complain($"answered with something else: {Told(question)} {shown[0].Text}");
        }

        if (question.Acknowledged == 0)
        {
            Complain($"never acknowledged: {Told(question)}");
            return;
        }

        var fault = (inbox[question.Key].Select(row => row.State).ToArray(), outbox[question.Key].ToArray()) switch
        {
            ([], _) => "lost",
            ([_, _, ..], _) => "stored twice",
            ([not "done"], _) => "not answered",
            (_, []) => "no reply was stored",
            (_, [_, _, ..]) => "two replies were stored",
            (_, [{ State: "sent" }]) => shown.Length == 0 ? "sent, but nobody saw it" : null,
            (_, [{ State: "unknown" }]) => null,
            (_, [var row]) => $"{row.State}: {row.Reason}",
        };
        if (fault is not null)
        {
            Complain($"{fault}: {Told(question)}");
        }
    }

    /// <summary>Nobody knows because of a kill or of the platform's last answer; of resets the stand-ins know no more than their number.</summary>
    private void JudgeUnknown(int resets)
    {
        var unexplained = Unknown.Where(row => row.Reason != Interrupted && !delivered[row.Key].Any(entry => entry.Fault.LeavesOpen())).ToArray();
        if (unexplained.Length > resets)
        {
            Complain($"unknown for no reason: {unexplained.Length}, after {resets} resets: {string.Join(", ", unexplained.Select(row => $"{row.Channel} {row.Key} {row.Reason}").Distinct())}");
        }
    }

    /// <summary>
    /// In one chat a question that was asked after another was acknowledged is answered after it. In Slack each mention is a thread of its own here.
    /// </summary>
    private void JudgeOrder()
    {
        foreach (var place in questions.Values.Where(question => question is { Platform: "teams", Acknowledged: > 0 }).GroupBy(question => question.Place, StringComparer.Ordinal))
        {
            var answered = place
                .Select(question => (Question: question, At: delivered[question.Key].FirstOrDefault(entry => entry.Shown)?.At))
                .Where(answer => answer.At is not null)
                .OrderBy(answer => answer.Question.Asked)
                .ToArray();
            for (var later = 1; later < answered.Length; later++)
            {
                var (first, second) = (answered[later - 1], answered[later]);
                if (first.Question.Acknowledged < second.Question.Asked && first.At > second.At)
                {
                    Complain($"out of order: {Told(first.Question)} and {Told(second.Question)}");
                }
            }
        }
    }

    private void JudgeWaits()
    {
        foreach (var entries in delivered)
        {
            foreach (var (first, next) in entries.Zip(entries.Skip(1)))
            {
                if (first.Fault is Fault.TooMany && Stopwatch.GetElapsedTime(first.At, next.At) is var waited && waited < Asked)
                {
                    Complain($"tried again after {waited.TotalMilliseconds:0.0} ms, before Retry-After: {first.Platform} {first.Key}");
                }
            }
        }
    }

    private string Told(Question question) =>
        $"{question.Platform} {question.Place} {question.Key} [{string.Join(", ", outbox[question.Key].Select(row => $"{row.Id} {row.State} {row.Reason}"))}] [{string.Join(", ", delivered[question.Key].Select(entry => entry.Fault))}]";

    private void Complain(string problem) => problems.Add(problem);

    private void Complain<T>(IEnumerable<T> found, Func<T, string> tell) => problems.AddRange(found.Select(tell));
}
