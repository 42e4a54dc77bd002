using OgpBot.Catalog;
using static OgpBot.Ingest.Exchange.Kinds;
using static OgpBot.Ingest.Exchange.KnownText;

namespace OgpBot.Ingest.Exchange;

/// <summary>The columns of the page's tables, keys and scales.</summary>
internal static class Tables
{
    public static IReadOnlyList<Kind> All =>
    [
        new KindOf<Performance>(
            "performance", row => Key(row.Member, Padded(row.Plan)), row => row.Member,
            content => content.Performance, (content, records) => content with { Performance = records },
            (row, source) => new Performance(row.Required("member"), row.Number("plan"), source)
            {
                Major = row.Known("major"), Outstanding = row.Known("outstanding"), Starred = row.Known("starred"), Unassigned = row.List("unassigned"),
            },
            row => row.Source, (row, source) => row with { Source = source },
            new("member", row => row.Member), new("plan", row => Text(row.Plan)), new("major", row => Write(row.Major)),
            new("outstanding", row => Write(row.Outstanding)), new("starred", row => Write(row.Starred)),
            new("unassigned", row => ListText.Write(row.Unassigned))),
        new KindOf<PerformanceRecord>(
            "performance-records", row => Key(row.Member, row.Scope), row => row.Member, content => content.PerformanceRecords,
            (content, records) => content with { PerformanceRecords = records },
            (row, source) => new PerformanceRecord(row.Required("member"), row.Required("scope"), row.List("figures"), source),
            row => row.Source, (row, source) => row with { Source = source },
            new("member", row => row.Member), new("scope", row => row.Scope), new("figures", row => ListText.Write(row.Figures))),
        new KindOf<KeyEntry>(
            "keys", row => Key(row.Member, row.Section, Padded(row.Order)), row => row.Member,
            content => content.Keys, (content, records) => content with { Keys = records },
            (row, source) => new KeyEntry(
                row.Required("member"), row.Required("section"), row.Required("kind"), row.Number("order"), row.Required("name"), row.Known("meaning"), source),
            row => row.Source, (row, source) => row with { Source = source },
            new("member", row => row.Member), new("section", row => row.Section), new("order", row => Text(row.Order)), new("kind", row => row.Kind),
            new("name", row => row.Name), new("meaning", row => Write(row.Meaning))),
        new KindOf<Participation>(
            "participation", row => Key(row.Member, row.Phase, Padded(row.Plan)), row => row.Member, content => content.Participation,
            (content, records) => content with { Participation = records },
            (row, source) => new Participation(row.Required("member"), row.Number("plan"), row.Required("phase"), row.Known("level"), source),
            row => row.Source, (row, source) => row with { Source = source },
            new("member", row => row.Member), new("plan", row => Text(row.Plan)), new("phase", row => row.Phase), new("level", row => Write(row.Level))),
        new KindOf<GlobalReportEntry>(
            "global-report", row => Key(row.Member, row.Dimension, Padded(row.Number)), row => row.Member, content => content.GlobalReport,
            (content, records) => content with { GlobalReport = records },
            (row, source) => new GlobalReportEntry(row.Required("member"), row.Required("dimension"), row.Number("number"), source)
            {
                Implication = row.Known("implication"), Score = row.Known("score"),
            },
            row => row.Source, (row, source) => row with { Source = source },
            new("member", row => row.Member), new("dimension", row => row.Dimension), new("number", row => Text(row.Number)),
            new("implication", row => Write(row.Implication)), new("score", row => Write(row.Score))),
    ];
}
