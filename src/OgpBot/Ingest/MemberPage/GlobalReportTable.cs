using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads the Global Report's entries. Their names were pictures and are lost; each is known by its number within a dimension.</summary>
internal static class GlobalReportTable
{
    /// <summary>Begins an entry. The definition further up is written "Action implications".</summary>
    public const string Start = "Action Implications";

    /// <summary>Ends an entry: "3rd-Party Score (0-4)", perhaps with the score below it.</summary>
    public const string Score = "3rd-Party Score";

    private const string Findings = "IRM-Based Findings";

    public static IReadOnlyList<GlobalReportEntry> Read(Section section, string member)
    {
        var entries = new List<GlobalReportEntry>();
        var (said, dimension, number) = (section.Said, "", 0);
        for (var i = 0; i < said.Count; i++)
        {
            if (said[i].Text != Start)
            {
                continue;
            }

            // The line above an entry is the dimension's name, or the end of the entry before.
            if (i > 0 && !IsEnd(said, i - 1))
            {
                (dimension, number) = (said[i - 1].Text, 0);
            }

            var end = said.Skip(i).TakeWhile(line => !line.Text.StartsWith(Score, StringComparison.Ordinal)).Count() + i;
            number++;
            if (end == said.Count || dimension.Length == 0 || said.Skip(i + 1).Take(end - i).Any(line => line.Text == Start))
            {
                section.Reject(said[i], "this entry has no end or no dimension");
                continue;
            }

            var score = end + 1 < said.Count && IsScore(said[end + 1].Text) ? said[end + 1] : null;
            var implication = said[i + 1].Text;
            entries.Add(new GlobalReportEntry(member, dimension, number, section.SourceOf(said[i], score ?? said[end]))
            {
                Implication = implication == Findings ? Known.NotInSource : Known.Given(implication),
                Score = score is null ? Known.NotInSource : Known.Given(score.Text),
            });
        }

        return entries;
    }

    private static bool IsEnd(IReadOnlyList<Line> said, int index) =>
        IsScoreLabel(said[index]) || (IsScore(said[index].Text) && index > 0 && IsScoreLabel(said[index - 1]));

    private static bool IsScoreLabel(Line line) => line.Text.StartsWith(Score, StringComparison.Ordinal);

    private static bool IsScore(string text) =>
        text.Length is > 0 and <= 4 && char.IsAsciiDigit(text[0]) && text.All(sign => char.IsAsciiDigit(sign) || sign == '.');
}
