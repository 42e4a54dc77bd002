using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Ingest.Exchange;
using OgpBot.Ingest.MemberPage;

namespace OgpBot.Ingest.Export;

/// <summary>What one row says about a commitment, and about the member and plan that it belongs to.</summary>
/// <param name="Commitment">Its plan is 0 when the export does not number plans.</param>
/// <param name="Uncertain">Which of the <see cref="ExportLayout.Areas"/> that are not certain it is marked with.</param>
internal sealed record ExportRow(Commitment Commitment, Known Region, Known Level, Known Slug, int? EndYear, bool Active, Values<int> Uncertain);

/// <summary>Reads rows by the layout of their file. Only the columns that the catalog needs become text.</summary>
internal sealed partial class ExportRowReader(ExportTable table, ExportLayout layout, string document, DateTimeOffset importedAt)
{
    // The longest title known has 601 characters.
    private const int LongestTitle = 2_000;

    // As much as a card can show; the link leads to the rest.
    private const int LongestText = 1_000;

    private readonly HashSet<int> refuted = [];

    [GeneratedRegex(@"/members/(?<slug>[a-z0-9-]{1,100})(/|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A([A-Za-z ]{0,30})(?<number>[0-9]{1,2})(\.0|st|nd|rd|th)?( [A-Za-z ]{0,30})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlanNumber();

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyYear();

    /// <summary>Columns that looked like areas and hold something else than 0 and 1.</summary>
    public IReadOnlySet<int> Refuted => refuted;

    /// <summary>True when every cell that matters is empty.</summary>
    public bool IsBlank => Text(ExportColumn.Id).Length + Text(ExportColumn.Member).Length + Text(ExportColumn.Title).Length + Text(ExportColumn.Year).Length == 0;

    /// <exception cref="RowException">The row lacks what a commitment needs.</exception>
    public ExportRow Read()
    {
        var written = Text(ExportColumn.Id);
        var id = ExportId.Of(written) ?? throw Wrong(ExportColumn.Id, written.Length == 0 ? "is empty" : $"“{Page.Excerpt(written)}” is not {ExportId.Shape}");

        var member = Known(ExportColumn.Member).Value ?? throw Wrong(ExportColumn.Member, "is empty");
        var title = Known(ExportColumn.Title).Value ?? throw Wrong(ExportColumn.Title, "is empty");
        var star = Star();
        var (areas, uncertain) = Areas();
        var url = Url();
        var commitment = new Commitment(
            id, Fits(ExportColumn.Member, member, 100), Year(), Plan(), Fits(ExportColumn.Title, title, LongestTitle), star.Value == "1",
            new Source(document, table.Line, table.LastLine, importedAt) { Origin = Origin.Export })
        {
            StarState = star.State,
            Areas = areas,
            LeadInstitution = Known(ExportColumn.Lead),
            SupportingInstitutions = Known(ExportColumn.Supporting),
            Status = Status(),
            Completion = Known(ExportColumn.Completion),
            PotentialImpact = Known(ExportColumn.Impact),
            EarlyResults = Known(ExportColumn.EarlyResults),
            StartDate = ExportCell.Date(Known(ExportColumn.Start)),
            EndDate = ExportCell.Date(Known(ExportColumn.End)),
            Description = Text(),
            Url = url,
            Misspellings = Typos.In(title),
        };
        return new ExportRow(commitment, Known(ExportColumn.Region), Known(ExportColumn.Level), SlugIn(url), EndYear(), Is(ExportColumn.Active, '1'), uncertain);
    }

    private string Text(ExportColumn column) => layout.Has(column) ? ExportCell.Line(table[layout[column][0]]) : "";

    // The best column that has a value; where none has, the reason that says most.
    private Known Known(ExportColumn column)
    {
        var best = Catalog.Known.NotInSource;
        foreach (var index in layout[column])
        {
            var found = ExportCell.Fact(table[index]);
            if (found.IsGiven)
            {
                return found;
            }

            best = Weight(found) > Weight(best) ? found : best;
        }

        return best;
    }

    private static int Weight(Known missing) => missing.State switch
    {
        KnownState.PendingReview => 4,
        KnownState.NotReported => 3,
        KnownState.NotAvailable => 2,
        KnownState.NotApplicable => 1,
        _ => 0,
    };

    // The first column that has one; an action plan may be named by its years alone: "Action Plan 2014-2016".
    private int Year()
    {
        var written = "";
        foreach (var index in layout[ExportColumn.Year])
        {
            var text = ExportCell.Line(table[index]);
            if (ExportCell.Whole(text) is >= 1990 and <= 2100 and var whole)
            {
                return whole;
            }

            if (PlanName.Years(text) is { } span)
            {
                return span.From;
            }

            if (AnyYear().Match(text) is { Success: true } year)
            {
                return int.Parse(year.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            }

            written = written.Length > 0 ? written : text;
        }

        throw Wrong(ExportColumn.Year, written.Length == 0 ? "is empty" : $"“{Page.Excerpt(written)}” is not a year");
    }

    private int? EndYear() => ExportCell.Whole(Text(ExportColumn.EndYear)) is >= 1990 and <= 2100 and var year ? year : null;

    private int Plan()
    {
        var text = Text(ExportColumn.Plan);
        return ExportCell.Fact(text) is { IsGiven: false } ? 0
            // Older editions name it by its years.
            : PlanName.Years(text) is not null || AnyYear().IsMatch(text) ? 0
            : PlanNumber().Match(text) is { Success: true } match ? int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)
            : throw Wrong(ExportColumn.Plan, $"“{Page.Excerpt(text)}” is not the number of an action plan");
    }

    private Known Star()
    {
        var column = layout.Has(ExportColumn.MaxStar) ? ExportColumn.MaxStar : ExportColumn.Star;
        var star = Known(column);
        return star.Value?.ToUpperInvariant() switch
        {
            null => star,
            "1" or "1.0" or "YES" or "Y" or "TRUE" or "STARRED" or "STARRED COMMITMENT" or "STAR" or "X" or "*" or "★" => Catalog.Known.Given("1"),
            "0" or "0.0" or "NO" or "N" or "FALSE" or "NOT STARRED" or "UNSTARRED" or "NO STAR" => Catalog.Known.Given("0"),
            _ => throw Wrong(column, $"“{Page.Excerpt(star.Value!)}” is neither 1 nor 0"),
        };
    }

    // Where the commitment stands: still under way, taken over by the next plan, or what the IRM did with it.
    private Known Status() =>
        layout.Has(ExportColumn.Status) ? Known(ExportColumn.Status)
        : Is(ExportColumn.Active, '1') ? Catalog.Known.Given("Active")
        : Is(ExportColumn.Carried, '1') ? Catalog.Known.Given("Carried forward")
        : Is(ExportColumn.NotReviewed, '1') ? Catalog.Known.Given("Not reviewed")
        : Is(ExportColumn.NotReviewed, '0') ? Catalog.Known.Given("Reviewed")
        : Catalog.Known.NotInSource;

    private (Values<string> Areas, Values<int> Uncertain) Areas()
    {
        var areas = new List<string>();
        var uncertain = new List<int>();
        if (layout.Has(ExportColumn.Areas) && Known(ExportColumn.Areas).Value is { } list)
        {
            areas.AddRange(list.Split([';', '|', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(area => Headings.AreaOf(area)?.Area ?? area));
        }

        foreach (var area in layout.Areas)
        {
            var sign = table.Sign(area.Index);
            if (sign is '1' or 'x' or 'X')
            {
                areas.Add(area.Area);
                if (!area.Certain)
                {
                    uncertain.Add(area.Index);
                }
            }
            else if (sign is not '0' && !area.Certain && ExportCell.Fact(table[area.Index]).IsGiven)
            {
                refuted.Add(area.Index);
            }
        }

        return (areas.Distinct(StringComparer.Ordinal).ToValues(), uncertain.ToValues());
    }

    private Known Url()
    {
        var url = Known(ExportColumn.Url);
        return url.Value is not { } text || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http") ? url
            : throw Wrong(ExportColumn.Url, $"“{Page.Excerpt(text)}” is not a web address");
    }

    private static Known SlugIn(Known url) => Slug().Match(url.Value ?? "") is { Success: true } match
        ? Catalog.Known.Given(match.Groups["slug"].Value.ToLowerInvariant())
        : Catalog.Known.NotInSource;

    private Known Text()
    {
        if (!layout.Has(ExportColumn.Text))
        {
            return Catalog.Known.NotInSource;
        }

        // Twice as much, because tidying makes it shorter.
        var whole = table[layout[ExportColumn.Text][0]];
        var known = ExportCell.Fact(whole.Length > 2 * LongestText ? whole[..(2 * LongestText)] : whole);
        return known.Value is not { Length: > LongestText } text ? known
            : text.LastIndexOf(' ', LongestText - 1) is var end and > 0 ? Catalog.Known.Given($"{text[..end]} …")
            : Catalog.Known.Given($"{text[..LongestText]}…");
    }

    private bool Is(ExportColumn column, char sign) => layout.Has(column) && table.Sign(layout[column][0]) == sign;

    private string Fits(ExportColumn column, string text, int longest) =>
        text.Length <= longest ? text : throw Wrong(column, $"has {text.Length} characters; at most {longest} are taken");

    private RowException Wrong(ExportColumn column, string reason) => new(layout.Heading(column), reason);
}
