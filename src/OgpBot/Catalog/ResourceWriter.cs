using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>Writes resources and posts with what they are found by: the words of their titles, and the plans that they name.</summary>
internal static partial class ResourceWriter
{
    [GeneratedRegex(@"\baction plan (?<number>[0-9]{1,2})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlanNumber();

    public static void Write(SqliteConnection connection, CatalogContent content, Func<Source, long> sourceNumber)
    {
        using var insert = new Inserter(
            connection, "resource", "number", "key", "member", "year", "title", "title_folded", "type", "type_state", "type_folded",
            "format", "format_state", "format_folded", "url", "url_state", "source", "first_line", "last_line");
        using var words = new Inserter(connection, "resource_words", "rowid", "title");
        using var plan = new Inserter(connection, "resource_plan", "resource", "plan");
        var plans = content.Plans.ToLookup(entry => entry.Member, StringComparer.Ordinal);
        foreach (var (index, it) in content.Resources.Where(resource => resource.Removed is null).OrderBy(resource => resource.Key, StringComparer.Ordinal).Index())
        {
            var (number, folded) = (index + 1, Folding.Fold(it.Title));
            insert.Insert(
                number, it.Key, it.Member, it.Year, it.Title, folded, it.Type, Folding.Fold(it.Type.Value ?? ""),
                it.Format, Folding.Fold(it.Format.Value ?? ""), it.Url, sourceNumber(it.Source), it.Source.FirstLine, it.Source.LastLine);
            words.Insert(number, folded);
            foreach (var named in PlansIn(folded, plans[it.Member]))
            {
                plan.Insert(number, named);
            }
        }

        using var post = new Inserter(
            connection, "post", "number", "key", "member", "position", "title", "title_folded", "caption", "caption_state", "teaser", "teaser_state",
            "source", "first_line", "last_line");
        using var postWords = new Inserter(connection, "post_words", "rowid", "title");
        foreach (var (index, it) in content.Posts.Index())
        {
            var folded = Folding.Fold(it.Title);
            post.Insert(
                index + 1, it.Key, it.Member, it.Order, it.Title, folded, it.Caption, it.Teaser,
                sourceNumber(it.Source), it.Source.FirstLine, it.Source.LastLine);
            postWords.Insert(index + 1, folded);
        }
    }

    // By number (Action Plan 4) or by a span that only this plan has (2015-16).
    private static IEnumerable<int> PlansIn(string title, IEnumerable<ActionPlan> plans)
    {
        var numbers = PlanNumber().Matches(title).Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)).ToHashSet();
        var spans = Ingest.MemberPage.PlanList.SpansIn(title).ToHashSet(StringComparer.Ordinal);
        return plans
            .Where(plan => numbers.Contains(plan.Number) || plan.SpansInTitles.Append(Folding.Fold(plan.Span.Value ?? "")).Any(spans.Contains))
            .Select(plan => plan.Number);
    }
}
