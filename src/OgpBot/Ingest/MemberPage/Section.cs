using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>The page's headings, in the page's order.</summary>
internal static class Headings
{
    public const string CurrentPlan = "Current Action Plan";
    public const string Commitments = "Commitments";
    public const string Resources = "Resources";
    public const string Performance = "Commitment Performance";
    public const string Stars = "How to Get More Starred Commitments";
    public const string Participation = "Public Participation";
    public const string GlobalReport = "OGP Global Report Data";
    public const string Posts = "Recent Posts";

    /// <summary>Ends the posts. What follows is navigation and a trap for crawlers.</summary>
    public const string End = "Show More";

    public static IReadOnlyList<string> InOrder { get; } =
        [CurrentPlan, Commitments, Resources, "Current Data", Performance, Stars, Participation, GlobalReport, Posts, End];
}

/// <summary>The lines below one heading, up to the next.</summary>
/// <param name="Complete">False when no heading follows: the page may have been cut inside it.</param>
internal sealed record Section(Page Page, string Heading, IReadOnlyList<Line> Lines, bool Complete)
{
    /// <summary>The lines that say something.</summary>
    public IReadOnlyList<Line> Said { get; } = [.. Lines.Where(line => !line.IsBlank)];

    public Source SourceOf(Line first, Line last) => Page.SourceOf(first, last);

    public Source SourceOf(Line line) => Page.SourceOf(line, line);

    /// <summary>The lines between two, both excluded; to the end when <paramref name="last"/> is missing, none when <paramref name="first"/> is.</summary>
    public IReadOnlyList<Line> Between(string first, params IReadOnlyList<string> last) =>
        [.. Said.SkipWhile(line => line.Text != first).Skip(1).TakeWhile(line => !last.Contains(line.Text))];

    public void Reject(Line line, string reason) => Page.Reject(line, reason);
}
