using System.Text.RegularExpressions;
using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads the text of an OGP member's page. Navigation, and the trap for crawlers at its end, are left out.</summary>
internal static partial class MemberPageReader
{
    [GeneratedRegex(@"\A(• )?Member Since (?<year>[0-9]{4})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Since();

    /// <summary>True when some line says since when it is a member.</summary>
    public static bool Recognises(SourceText text) => text.Lines.Any(line => Since().IsMatch(line.Text));

    /// <summary>Null when the page does not say whose it is.</summary>
    public static CatalogContent? Read(SourceText text, string document, DateTimeOffset importedAt, ICollection<Problem> problems)
    {
        var page = new Page(text, document, importedAt, problems);
        var since = page.Head.Said.FirstOrDefault(line => Since().IsMatch(line.Text));
        var name = page.Head.Said.TakeWhile(line => line != since).LastOrDefault();
        if (since is null || name is null || name.Text.Length > 100)
        {
            problems.Add(new Problem(document, 1, "no member's name stands above “Member Since”"));
            return null;
        }

        var commitments = CommitmentList.Read(page[Headings.Commitments], name.Text);
        var resources = ResourceList.Read(page[Headings.Resources], name.Text);
        var performance = PerformanceTable.Read(page[Headings.Performance], name.Text);
        var currentPlan = page.Head.Said.Select(line => PlanName.Number(line.Text.TrimStart('•', ' '))).FirstOrDefault(number => number is not null);
        var plans = PlanList.Read(page, name.Text, currentPlan, commitments, resources);
        var numbers = plans.ToDictionary(plan => plan.Year, plan => plan.Number);
        return new CatalogContent
        {
            Members =
            [
                new Member(name.Text, CommitmentList.Prefix(commitments.Select(commitment => commitment.Id)) ?? "", page.SourceOf(name, page.Head.Said[^1]))
                {
                    Since = Known.Given(Since().Match(since.Text).Groups["year"].Value),
                    CurrentPlan = currentPlan,
                },
            ],
            Plans = plans,
            Commitments = [.. commitments.Select(commitment => commitment with { Plan = numbers[commitment.Year] })],
            Resources = resources,
            Performance = performance,
            PerformanceRecords = PerformanceTable.ReadRecords(page[Headings.Performance], name.Text),
            Keys =
            [
                .. Keys.Performance(page[Headings.Performance], name.Text),
                .. Keys.Stars(page[Headings.Stars], name.Text),
                .. Keys.Participation(page[Headings.Participation], name.Text),
                .. Keys.GlobalReport(page[Headings.GlobalReport], name.Text),
            ],
            Participation = ParticipationTable.Read(page[Headings.Participation], name.Text),
            GlobalReport = GlobalReportTable.Read(page[Headings.GlobalReport], name.Text),
            Terms = Glossary.Read(page),
            Posts = PostList.Read(page[Headings.Posts], name.Text),
        };
    }
}
