using System.Globalization;
using CsvHelper;
using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>One column of an exchange file.</summary>
/// <param name="Optional">Files of an earlier release lack it; they read as if it was empty.</param>
internal sealed record Column<T>(string Name, Func<T, string> Text, bool Optional = false);

/// <param name="key">Unique among records of this kind.</param>
/// <param name="member">Null for records that belong to no member.</param>
internal sealed class KindOf<T>(
    string name, Func<T, string> key, Func<T, string?> member,
    Func<CatalogContent, IReadOnlyList<T>> get, Func<CatalogContent, IReadOnlyList<T>, CatalogContent> with,
    Func<Row, Source, T> read, Func<T, Source> source, Func<T, Source, T> withSource, params Column<T>[] columns) : Kind(name)
    where T : class
{
    private static readonly CsvWriterOptions Writing = new() { NewLine = "\n" };

    // Bytes. An unclosed quote may not swallow a huge file.
    private const int LargestRow = 1 << 20;

    private readonly Column<T>[] all =
    [
        .. columns,
        new("document", record => source(record).Document),
        new("first_line", record => Text(source(record).FirstLine)),
        new("last_line", record => Text(source(record).LastLine)),
        new("imported_at", record => source(record).ImportedAt.ToString("O", CultureInfo.InvariantCulture)),
        new("origin", record => source(record).Origin.ToString(), Optional: true),
    ];

    public override IReadOnlyList<string> Required => [.. all.Where(column => !column.Optional).Select(column => column.Name)];

    /// <summary>False for what no source has any longer.</summary>
    public Func<T, bool> IsLive { get; init; } = _ => true;

    /// <summary>Marks a record as removed; null where records that are gone are not kept.</summary>
    public Func<T, DateTimeOffset, T>? Remove { get; init; }

    public override int Count(CatalogContent content) => get(content).Count(IsLive);

    public override int CountOf(CatalogContent content, string owner) => get(content).Count(record => member(record) == owner && IsLive(record));

    public override void Write(CatalogContent content, TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, Writing, leaveOpen: true);
        csv.WriteRecord([.. all.Select(column => column.Name)]);
        foreach (var record in get(content).OrderBy(key, StringComparer.Ordinal))
        {
            foreach (var column in all)
            {
                csv.WriteField(column.Text(record));
            }

            csv.EndRecord();
        }
    }

    public override CatalogContent Read(CatalogContent content, TextReader reader, string file, ICollection<Problem> problems)
    {
        using var csv = CsvReader.Create(reader, Reading(file, problems), leaveOpen: true);
        try
        {
            if (Required.Except(csv.Headers).ToList() is { Count: > 0 } missing)
            {
                problems.Add(new Problem(file, 1, $"lacks the columns {string.Join(", ", missing)}; expected {string.Join(", ", Required)}"));
                return content;
            }

            var records = get(content).ToList();
            ReadRows(csv, records, file, problems);
            return with(content, records);
        }
        catch (CsvFormatException error)
        {
            problems.Add(new Problem(file, (int)error.LineNumber, "is not well-formed CSV; nothing of this file was read"));
            return content;
        }
    }

    public override CatalogContent Replace(CatalogContent old, CatalogContent by, string owner, DateTimeOffset at)
    {
        var before = get(old).ToDictionary(key, StringComparer.Ordinal);
        var fresh = get(by).ToDictionary(key, record => Keep(before.GetValueOrDefault(key(record)), record), StringComparer.Ordinal);
        var others = get(old).Where(record => member(record) != owner && !fresh.ContainsKey(key(record)));
        var gone = Remove is null ? [] : get(old).Where(record => member(record) == owner && !fresh.ContainsKey(key(record)));
        return with(old, [.. others, .. gone.Select(record => IsLive(record) ? Remove!(record, at) : record), .. fresh.Values]);
    }

    public override CatalogContent ReplaceAll(CatalogContent old, CatalogContent by) => with(old, get(by));

    public override KindCount Compare(CatalogContent old, CatalogContent now)
    {
        var before = get(old).Where(IsLive).ToDictionary(key, StringComparer.Ordinal);
        var after = get(now).Where(IsLive).ToList();
        var known = after.Where(record => before.ContainsKey(key(record))).ToList();
        var changed = known.Count(record => !SaysTheSame(before[key(record)], record));
        return new KindCount(Name, after.Count, after.Count - known.Count, changed, before.Count - known.Count, known.Count - changed);
    }

    public override CatalogContent WithoutStrays(CatalogContent content, IReadOnlySet<string> members, string file, ICollection<Problem> problems)
    {
        var sound = get(content).Where(IsSound).ToList();
        foreach (var stray in get(content).Where(record => !IsSound(record)))
        {
            problems.Add(new Problem(file, 0, $"{key(stray)} belongs to {member(stray)}, which is not among the members"));
        }

        return with(content, sound);

        bool IsSound(T record) => member(record) is not { } owner || members.Contains(owner);
    }

    private static CsvReaderOptions Reading(string file, ICollection<Problem> problems) => new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MaxRecordSize = LargestRow,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = row => problems.Add(new Problem(file, (int)row.LineNumber, row.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => "has another number of cells than the heading",
            CsvMalformedReason.UnterminatedQuote => "opens a quote that is never closed",
            _ => "has a quote where none may stand",
        })),
    };

    private void ReadRows(CsvReader csv, List<T> records, string file, ICollection<Problem> problems)
    {
        var keys = records.Select(key).ToHashSet(StringComparer.Ordinal);
        var row = new Row(csv);
        while (csv.Read())
        {
            try
            {
                var record = read(row, row.Source());
                if (keys.Add(key(record)))
                {
                    records.Add(record);
                }
                else
                {
                    problems.Add(new Problem(file, (int)csv.LineNumber, $"repeats {key(record)}"));
                }
            }
            catch (RowException error)
            {
                problems.Add(new Problem(file, (int)csv.LineNumber, error.Reason) { Column = error.Column });
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What belongs to no member is on every member's page: the first place that it was read at stays.
    private T Keep(T? before, T now)
    {
        if (before is null || !SaysTheSame(before, now))
        {
            return now;
        }

        return member(now) is null || source(before) == source(now) with { ImportedAt = source(before).ImportedAt } ? before : now;
    }

    private bool SaysTheSame(T one, T other) => withSource(one, source(other)).Equals(withSource(other, source(other)));
}
