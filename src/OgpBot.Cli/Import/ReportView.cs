using OgpBot.Cli.Terminal;
using OgpBot.Conversations;
using OgpBot.Ingest;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Import;

/// <summary>An import's report for people: what it was, what changed, what was not taken and why.</summary>
internal static class ReportView
{
    public static IRenderable Draw(ImportReport report)
    {
        List<IRenderable> parts = [Styled.Line($"{report.Source}: {report.Found}", Styled.Bold), Styled.Line(Outcome(report))];
        if (report.Kinds.Count > 0)
        {
            parts.AddRange([Styled.Blank, Counts(report.Kinds)]);
        }

        if (report.Problems.Count > 0)
        {
            parts.AddRange([Styled.Blank, .. Problems(report)]);
        }

        return new WithoutTrailingSpace(new Rows(parts));
    }

    private static string Outcome(ImportReport report) => report switch
    {
        { Usable: false } => "Nothing in it could be used. The catalog stays as it was.",
        { Refused: { } reason } => $"Refused: {reason}. The catalog stays as it was.",
        { Swapped: true } => $"The new catalog {report.Version} is served now; before it was {report.VersionBefore}.",
        _ => $"No change: the catalog {report.Version} says the same.",
    };

    private static IRenderable Counts(IReadOnlyList<KindCount> kinds) => GridView.Draw(new Conversations.Grid(
        "Records",
        ["total", "new", "changed", "removed"],
        [.. kinds.Select(kind => new Conversations.GridRow(kind.Kind, [.. Figures(kind).Select(PlainText.Number)]))]));

    private static int[] Figures(KindCount kind) => [kind.Total, kind.New, kind.Changed, kind.Removed];

    private static IEnumerable<IRenderable> Problems(ImportReport report)
    {
        var more = report.MoreProblems > 0 ? $", and {report.MoreProblems} more" : "";
        yield return Styled.Line($"{report.Rejected} not imported, {report.Problems.Count - report.Rejected} remarks{more}:", Styled.Bold);
        foreach (var problem in report.Problems)
        {
            var place = problem.Line > 0 ? $"{problem.File}:{problem.Line}" : problem.File;
            var column = problem.Column is { } name ? $" ({name})" : "";
            yield return Styled.Line($"{(problem.Rejected ? "✗" : "–")} {place}{column}: {problem.Reason}");
        }
    }
}
