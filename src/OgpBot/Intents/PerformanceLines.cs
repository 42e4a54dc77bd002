using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Rows of the performance table as facts, and its gaps as sentences.</summary>
/// <param name="Key">The page's key: what may stand in place of a figure.</param>
/// <param name="SeveralMembers">True when a row must name its member.</param>
internal sealed record PerformanceLines(Language Language, IReadOnlyList<KeyEntry> Key, bool SeveralMembers)
{
    private PerformanceTexts Texts => PerformanceTexts.In(Language);

    /// <summary>One plan, in a sentence that makes sense alone.</summary>
    public string Sentence(Performance row)
    {
        var plan = $"{FieldTexts.In(Language).PlanName(row.Plan)} ({row.Member})";
        return HasFigures(row) ? $"{plan}: {Joined(row)}." : Gap(row, plan);
    }

    public IEnumerable<Block> Blocks(IReadOnlyList<Performance> rows) => rows switch
    {
        [var only] when HasFigures(only) => [new Facts(Figures(only))],
        [var only] => Explain(only),
        _ => [new Facts([.. rows.Select(row => new Fact(Label(row), Line(row)))]), .. rows.Where(row => !HasFigures(row)).SelectMany(row => Explain(row).Prepend(new Note(Gap(row, Label(row)))))],
    };

    /// <summary>"Most per action plan", as printed.</summary>
    public IEnumerable<Block> Records(IReadOnlyList<PerformanceRecord> records) =>
        records
            .DistinctBy(record => (record.Scope, record.Figures))
            .Take(Paging.Size)
            .Select(record => new Note(Texts.RecordUnlabelled(Texts.Scope(record.Scope), Phrase.And(record.Figures, Language))));

    public static bool HasFigures(Performance row) =>
        row.Major.State != KnownState.NotInSource || row.Outstanding.State != KnownState.NotInSource || row.Starred.State != KnownState.NotInSource;

    private List<Fact> Figures(Performance row)
    {
        var fields = FieldTexts.In(Language);
        return [new(Texts.Major, fields.Value(row.Major)), new(Texts.Outstanding, fields.Value(row.Outstanding)), new(Texts.Starred, fields.Value(row.Starred))];
    }

    private string Joined(Performance row) => string.Join(", ", Figures(row).Select(figure => $"{figure.Label}: {figure.Value}"));

    private string Line(Performance row) => HasFigures(row)
        ? Joined(row)
        : row.Unassigned.Count > 0 ? Texts.ColumnLost(Phrase.And(row.Unassigned, Language)) : FieldTexts.In(Language).NotInSource;

    private string Gap(Performance row, string plan) =>
        row.Unassigned.Count > 0 ? Texts.LostColumn(plan, Phrase.And(row.Unassigned, Language)) : Texts.NoFigures(plan);

    /// <summary>What the page's key would allow in an empty row; which of them it is stays open.</summary>
    private IEnumerable<Block> Explain(Performance row)
    {
        string[] signs = [.. Key.Where(entry => entry.Kind == "key").Select(entry => entry.Name).Distinct(StringComparer.Ordinal)];
        return row.Unassigned.Count > 0 || signs.Length == 0 ? [] : [new Note(Texts.NoFiguresKey(Phrase.And(signs, Language)))];
    }

    private string Label(Performance row) => SeveralMembers ? $"{row.Member}, {FieldTexts.In(Language).PlanName(row.Plan)}" : FieldTexts.In(Language).PlanName(row.Plan);
}
