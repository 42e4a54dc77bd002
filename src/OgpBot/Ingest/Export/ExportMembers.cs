using OgpBot.Catalog;

namespace OgpBot.Ingest.Export;

/// <summary>The members and action plans that the rows of an export speak of.</summary>
internal static class ExportMembers
{
    public static CatalogContent Content(IReadOnlyList<ExportRow> rows, string document, ICollection<Problem> problems)
    {
        var names = Names(rows);
        var sound = rows.Where(row => IsOwn(row, names, document, problems)).Select(row => row with { Commitment = row.Commitment with { Member = names[Prefix(row)] } }).ToList();
        var plans = sound.GroupBy(row => row.Commitment.Member, StringComparer.Ordinal).SelectMany(Plans).ToList();
        var numbers = plans.ToLookup(plan => (plan.Member, plan.Year), plan => plan.Number);
        return CatalogContent.Empty with
        {
            Members = [.. sound.GroupBy(row => row.Commitment.Member, StringComparer.Ordinal).Select(Member)],
            Plans = plans,
            Commitments =
            [
                .. from row in sound
                   let it = row.Commitment
                   select it.Plan > 0 ? it : it with { Plan = numbers[(it.Member, it.Year)].First() },
            ],
        };
    }

    private static string Prefix(ExportRow row) => row.Commitment.Id[..^4];

    // A member that was renamed occurs under both names: the one of its newest commitments counts.
    private static Dictionary<string, string> Names(IReadOnlyList<ExportRow> rows) => rows
        .GroupBy(Prefix, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.CountBy(row => row.Commitment.Member).MaxBy(name => (name.Value, group.Where(row => row.Commitment.Member == name.Key).Max(row => row.Commitment.Year))).Key,
            StringComparer.Ordinal);

    // PE0001 with another member's name: either may be wrong, so the row is not taken.
    private static bool IsOwn(ExportRow row, Dictionary<string, string> names, string document, ICollection<Problem> problems)
    {
        var (it, prefix) = (row.Commitment, Prefix(row));
        if (names[prefix] == it.Member || !names.Any(name => name.Key != prefix && name.Value == it.Member))
        {
            return true;
        }

        problems.Add(new Problem(document, it.Source.FirstLine, $"{it.Id} begins with {prefix}, as the IDs of {names[prefix]} do, but the row is about {it.Member}"));
        return false;
    }

    private static Member Member(IGrouping<string, ExportRow> rows)
    {
        var newest = rows.OrderByDescending(row => row.Commitment.Year).ToList();
        var active = rows.Where(row => row.Active && row.Commitment.Plan > 0).Select(row => row.Commitment.Plan).DefaultIfEmpty().Max();
        return new Member(rows.Key, rows.CountBy(Prefix).MaxBy(count => count.Value).Key, Spanning(rows))
        {
            Slug = First(newest, row => row.Slug),
            Region = First(newest, row => row.Region),
            Level = First(newest, row => row.Level),
            CurrentPlan = active == 0 ? null : active,
        };
    }

    private static IEnumerable<ActionPlan> Plans(IGrouping<string, ExportRow> rows)
    {
        var numbered = rows.Where(row => row.Commitment.Plan > 0).GroupBy(row => row.Commitment.Plan).ToList();
        var used = numbered.Select(group => group.Key).ToHashSet();
        var stated = new HashSet<int>();
        foreach (var plan in numbered)
        {
            var year = Usual(plan, row => row.Commitment.Year);
            stated.Add(year);
            yield return Plan(plan.Key, year, plan, inferred: false);
        }

        // Without numbers, a member's plans are its years in their order.
        var years = rows.Where(row => row.Commitment.Plan == 0).GroupBy(row => row.Commitment.Year).Where(year => !stated.Contains(year.Key)).OrderBy(year => year.Key);
        var number = 0;
        foreach (var year in years)
        {
            do
            {
                number++;
            }
            while (used.Contains(number));
            yield return Plan(number, year.Key, year, inferred: true);
        }

        ActionPlan Plan(int number, int year, IEnumerable<ExportRow> its, bool inferred) => new(rows.Key, number, year, Current: false, its.Count(), Spanning(its))
        {
            Span = its.Any(row => row.EndYear >= year) ? Known.Given($"{year}-{Usual(its.Where(row => row.EndYear >= year), row => row.EndYear!.Value)}") : Known.NotInSource,
            NumberInferred = inferred,
        };
    }

    private static int Usual(IEnumerable<ExportRow> rows, Func<ExportRow, int> value) => rows.CountBy(value).MaxBy(count => (count.Value, count.Key)).Key;

    private static Known First(IEnumerable<ExportRow> rows, Func<ExportRow, Known> fact) => rows.Select(fact).FirstOrDefault(known => known.IsGiven);

    private static Source Spanning(IEnumerable<ExportRow> rows)
    {
        var sources = rows.Select(row => row.Commitment.Source).ToList();
        return sources[0] with { FirstLine = sources.Min(source => source.FirstLine), LastLine = sources.Max(source => source.LastLine) };
    }
}
