using System.Diagnostics;
using OgpBot.Catalog;

namespace OgpBot.Benchmarks;

/// <summary>
/// Every kind of look-up that a person can ask for, over an imported export of 10,000 commitments: what the first who asks waits for, and what everybody
/// does who asks the same again. A plain table of milliseconds, because the bound is one: nothing over 5.
/// </summary>
internal static class LookUps
{
    private const double Bound = 5;
    private const int Times = 41;

    public static async Task PrintAsync(Bench bench)
    {
        Console.WriteLine($"{"milliseconds",-44}{"first time",12}{"slowest",12}{"again",12}");
        var (over, turn) = (0, 0);
        foreach (var (name, filter, ask) in Asked(bench))
        {
            // Years that there are not make a question that nobody has asked, with the same answer.
            List<double> first = [], again = [];
            for (var time = 0; time < Times; time++)
            {
                var asked = filter with { NotYears = [new YearRange(3_000, 3_000 + turn++)] };
                first.Add(await MeasureAsync(() => ask(asked)));
                again.Add(await MeasureAsync(() => ask(asked)));
            }

            // The very first pays for compilation.
            first.RemoveAt(0);
            over += Middle(first) > Bound ? 1 : 0;
            Console.WriteLine($"{name,-44}{Middle(first),12:f2}{first.Max(),12:f2}{Middle(again),12:f2}{(Middle(first) > Bound ? "  OVER" : "")}");
        }

        Console.WriteLine($"{over} over {Bound:f0} ms");
    }

    private static IEnumerable<(string Name, Filter Filter, Func<Filter, Task> Ask)> Asked(Bench bench)
    {
        var words = bench.Vocabulary;
        var (common, rare) = (words.TitleWords.MaxBy(entry => entry.Value).Key, words.TitleWords.Where(entry => entry.Value == 3).Select(entry => entry.Key).Order(StringComparer.Ordinal).First());
        var member = words.Members[100];
        foreach (var (name, filter) in new (string, Filter)[]
        {
            ("ID", new Filter { Ids = [new IdRange(member.LastId!, member.LastId!)] }),
            ("IDs from to", new Filter { Ids = [new IdRange($"{member.LastId![..^4]}0003", member.LastId!)] }),
            ("member", new Filter { Members = [member.Name] }),
            ("region", new Filter { Regions = ["Europe"] }),
            ("year", new Filter { Years = [new YearRange(2015, 2015)] }),
            ("years from to, area", new Filter { Years = [new YearRange(2013, 2017)], Areas = ["Justice"] }),
            ("area", new Filter { Areas = ["Open Data"] }),
            ("no area", new Filter { NoArea = true }),
            ("plan", new Filter { Plans = [3] }),
            ("current plan", new Filter { CurrentPlan = true }),
            ("starred", new Filter { Starred = true }),
            ("not starred", new Filter { Starred = false }),
            ("word in titles, common", new Filter { Words = [common] }),
            ("word in titles, rare", new Filter { Words = [rare] }),
            ("two words, any", new Filter { Words = [common, rare], AnyWord = true }),
            ("without a word", new Filter { NotWords = [common] }),
            ("status", Fact(Field.Status, "Active")),
            ("completion", Fact(Field.Completion, "Complete")),
            ("completion, pending review", Fact(Field.Completion, "pending review")),
            ("impact", Fact(Field.Impact, "Transformative")),
            ("impact, missing", Fact(Field.Impact, "")),
            ("impact, not applicable", Fact(Field.Impact, "not applicable")),
            ("early results", Fact(Field.EarlyResults, "Major")),
            ("lead institution, one word", Fact(Field.Lead, "ministry")),
            ("lead institution, its name", Fact(Field.Lead, words.Institutions[7])),
            ("lead institution, not available", Fact(Field.Lead, "not available")),
            ("supporting institution", Fact(Field.Supporting, "agency for bababa")),
            ("start date", Fact(Field.Start, "July 2014")),
            ("end date, missing", Fact(Field.End, "not available")),
            ("description, common word", Fact(Field.Description, "bababa")),
            ("description, rare word", Fact(Field.Description, "tivtivlamdi")),
            ("description, words together", Fact(Field.Description, "bababa corba")),
            ("description, missing", Fact(Field.Description, "")),
            ("region, completion, area", new Filter { Regions = ["Americas"], Areas = ["Open Data"], Fields = [new FieldIs(Field.Completion, "Complete")] }),
            ("everything", Filter.None),
        })
        {
            yield return (name, filter, asked => bench.Catalog.FindCommitmentsAsync(asked, Sort.Newest, 0, 10, CancellationToken.None));
        }

        yield return ("a late page", Filter.None, asked => bench.Catalog.FindCommitmentsAsync(asked, Sort.Newest, 9_000, 10, CancellationToken.None));
        yield return ("in the order of titles", Filter.None, asked => bench.Catalog.FindCommitmentsAsync(asked, Sort.Title, 0, 10, CancellationToken.None));
        yield return ("count, starred in a region", new Filter { Starred = true, Regions = ["Europe"] }, asked => bench.Catalog.CountCommitmentsAsync(asked, CancellationToken.None));
        foreach (var by in new[] { Field.Member, Field.Region, Field.Year, Field.Area, Field.Plan, Field.Star, Field.Status, Field.Completion, Field.Impact, Field.EarlyResults, Field.Lead, Field.Start })
        {
            yield return ($"counts by {by}", Filter.None, asked => bench.Catalog.TallyCommitmentsAsync(asked, by, CancellationToken.None));
        }

        yield return ("which countries have an area", new Filter { Areas = ["Beneficial Ownership"] }, asked => bench.Catalog.TallyCommitmentsAsync(asked, Field.Member, CancellationToken.None));
        yield return ("which countries have transformative ones", Fact(Field.Impact, "Transformative"), asked => bench.Catalog.TallyCommitmentsAsync(asked, Field.Member, CancellationToken.None));
        yield return ("which countries, by a word in descriptions", Fact(Field.Description, "bababa"), asked => bench.Catalog.TallyCommitmentsAsync(asked, Field.Member, CancellationToken.None));
        yield return ("compare two by year", new Filter { Members = [member.Name, words.Members[3].Name] }, asked => bench.Catalog.PivotCommitmentsAsync(asked, Field.Member, Field.Year, CancellationToken.None));
        yield return ("table of areas by year", Filter.None, asked => bench.Catalog.PivotCommitmentsAsync(asked, Field.Area, Field.Year, CancellationToken.None));
        yield return ("table of regions by completion", Filter.None, asked => bench.Catalog.PivotCommitmentsAsync(asked, Field.Region, Field.Completion, CancellationToken.None));
    }

    private static Filter Fact(Field field, string value) => new() { Fields = [new FieldIs(field, value)] };

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> MeasureAsync(Func<Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
