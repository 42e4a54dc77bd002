using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Ingest.MemberPage;

/// <summary>
/// Puts a member's action plans together. The page states number, span and count of the current one only;
/// the others are the commitments' years, numbered by their order.
/// </summary>
internal static partial class PlanList
{
    private const string Count = "Number of Commitments: ";
    private const string Focus = "Policy Area Focus: ";

    // A year alone is a plan's span only right after "Action Plan": other titles name the year of something else.
    [GeneratedRegex(
        @"(?<![0-9])(?:[0-9]{4}-[0-9]{4}|[0-9]{4}-[0-9]{2})(?![0-9])|(?<=action plan )[0-9]{4}(?![-0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spans();

    public static IReadOnlyList<ActionPlan> Read(
        Page page, string member, int? current, IReadOnlyList<Commitment> commitments, IReadOnlyList<Resource> resources)
    {
        var section = page[Headings.CurrentPlan];
        var span = section.Said.FirstOrDefault(line => PlanName.Years(line.Text) is not null);
        var stated = span is null || current is null ? (int?)null : PlanName.Years(span.Text)!.Value.From;
        var years = commitments.Select(commitment => commitment.Year).Append(stated ?? 0).Where(year => year > 0).Distinct().Order().ToList();

        // Counted back from the current plan where the page states its year: an older plan may be missing from the list.
        var first = stated is not null && current >= years.Count && years[^1] == stated ? current.Value - years.Count + 1 : 1;
        return [.. years.Select((year, index) => Plan(year, first + index))];

        ActionPlan Plan(int year, int number)
        {
            var isStated = year == stated && number == current;
            var listed = commitments.Where(commitment => commitment.Year == year).ToList();
            var source = isStated ? section.SourceOf(section.Said[0], section.Said[^1]) : Spanning(listed, page);
            return new ActionPlan(member, number, year, Current: number == current, Commitments: listed.Count, source)
            {
                Span = isStated ? Known.Given(span!.Text) : Known.NotInSource,
                SpansInTitles = [.. resources.SelectMany(resource => SpansIn(resource.Title)).Where(found => PlanName.Years(found)?.From == year).Distinct()],
                StatedCommitments = isStated ? Stated(section, Count) : Known.NotInSource,
                AreaFocus = isStated ? Stated(section, Focus) : Known.NotInSource,
                NumberInferred = !isStated,
            };
        }
    }

    /// <summary>Spans of years that a title names, dashes made plain.</summary>
    public static IEnumerable<string> SpansIn(string title) => Spans().Matches(Folding.Fold(title)).Select(match => match.Value);

    private static Source Spanning(IEnumerable<Commitment> commitments, Page page)
    {
        var sources = commitments.Select(commitment => commitment.Source).ToList();
        return new Source(page.Document, sources.Min(source => source.FirstLine), sources.Max(source => source.LastLine), sources[0].ImportedAt);
    }

    private static Known Stated(Section section, string label) =>
        section.Said.Select(line => line.Text.TrimStart('•', ' ')).FirstOrDefault(text => text.StartsWith(label, StringComparison.Ordinal)) is { } text
            ? Known.Given(text[label.Length..])
            : Known.NotInSource;
}
