using System.Globalization;
using System.Reflection;

namespace OgpBot.Benchmarks;

/// <summary>
/// A commitments export of the size that OGP as a whole may reach, in the shape that it is published in: 171 columns, line breaks in cells, several
/// ways of saying that a value is missing, float noise. The same on every run; its names and texts mean nothing.
/// </summary>
internal static class GeneratedExport
{
    public const int Members = 250;
    public const int Commitments = 10_000;

    private const int PlansEach = 5;
    private const int FirstYear = 2011;
    private const string FirstArea = "Anti-Corruption and Integrity";
    private const string LastArea = "Sustainable Development Goals";

    private static readonly string[] Regions = ["Africa and the Middle East", "Americas", "Asia and the Pacific", "Europe"];

    /// <summary>About 21 MB: UTF-8, CRLF between rows, LF in cells.</summary>
    public static void Write(string path)
    {
        var headings = Headings();
        using var file = new StreamWriter(path) { NewLine = "\r\n" };
        file.WriteLine(string.Join(',', headings.Select(Cell)));
        var random = new Random(171);
        var (first, last) = (headings.IndexOf(FirstArea), headings.IndexOf(LastArea));
        for (var number = 0; number < Commitments; number++)
        {
            var row = Enumerable.Repeat(random.Next(3) == 0 ? "ND" : "0", headings.Count).ToArray();
            foreach (var (heading, value) in Facts(number, random))
            {
                row[headings.IndexOf(heading)] = value;
            }

            for (var area = first; area <= last; area++)
            {
                row[area] = random.Next(83) switch { < 4 => "1", 4 => "ND", _ => "0" };
            }

            file.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }

    private static IEnumerable<(string Heading, string Value)> Facts(int number, Random random)
    {
        var (member, serial) = (number / (Commitments / Members), (number % (Commitments / Members)) + 1);
        var plan = 1 + (serial * PlansEach / (1 + (Commitments / Members)));
        var (year, id, name) = (FirstYear + (plan * 2), $"{Prefix(member)}{serial:D4}", $"Republic of {GeneratedCatalog.Word(3_000 + member)}");
        var title = Words(random, 6);
        return
        [
            ("Commitment Unique Identifier", id), ("Country/Locality", name), ("Action Plan Number", Text(plan)),
            ("Commitment Number", Pick("4.0999999999999996", "3.2.5", "B.1.A", "7", "12", "1:A")), ("Code", $"X{Prefix(member)}"),
            ("Region", Regions[member % Regions.Length]), ("National Or Local", member % 10 == 0 ? "Legacy Local" : "National"), ("Commitment Dummy", "1"),
            ("Year Of Submission", Text(year)), ("Action Plan End Year", Text(year + 2)), ("Action Plan Duration (Years)", "2"),
            ("Theme", random.Next(3) == 0 ? Words(random, 4) : "NA"), ("Commitment Title", random.Next(2) == 0 ? title : Words(random, 10)), ("Short Title", title),
            ("Full Text", Paragraphs(random)), ("Start Date", Pick("1/31/2024", "July 2014", "NA", "9/1/2018", "Permanent activity")), ("End Date", Pick("12/31/2022", "NA", "6/30/2016")),
            ("Lead Institution", random.Next(20) == 0 ? "NA" : $"Ministry of {Word(random, 2_000)} and {Word(random, 40)}"),
            ("Supporting Institution(s)", random.Next(5) == 0 ? "NA" : string.Join(random.Next(6) == 0 ? ";\n" : "; ", Enumerable.Range(0, 1 + random.Next(7)).Select(_ => $"Agency for {Words(random, 3)}"))),
            ("Specificity", Pick("High", "Medium", "Low", "ND", "NR")), ("Potential Impact", Pick("Moderate", "Minor", "Transformative", "None", "ND", "NR")),
            ("Completion (Progress Report)", Pick("Limited", "Substantial", "Complete", "Not Started", "ND", "NA")), ("Potential for Results", Pick("Modest", "Substantial", "Unclear", "NR", "ND", "Pending IRM Review")),
            ("Completion (End Of Term)", Pick("Limited", "Substantial", "Complete", "Not Started", "NR", "ND", "NR")), ("Early Results", Pick("ND", "NR", "ND", "No notable results", "Moderate", "Significant")),
            ("Did It Open Government (Overall)", Pick("Marginal", "Did Not Change", "Major", "Outstanding", "ND", "NR")), ("Starred (Current Formula) End of Term", Pick("0", "1", "ND")),
            ("Max star", Pick("ND", "ND", "ND", "0", "0", "0", "0", "0", "1", "NA")), ("Active Commitment", plan == PlansEach ? "1" : "0"), ("Not reviewed", random.Next(10) == 0 ? "1" : "0"),
            ("URL", $"https://opengovpartnership.org/members/{name.ToLowerInvariant().Replace(' ', '-')}/commitments/{id.ToLowerInvariant()}"),
            ("Action Plan ID", $"AP_X{Prefix(member)}0{plan}"), ("id", Text(number + 1)),
        ];

        string Pick(params string[] values) => values[random.Next(values.Length)];
    }

    // As much as pages of plans say, in one to six paragraphs.
    private static string Paragraphs(Random random) =>
        string.Join("\n\n", Enumerable.Range(0, 1 + random.Next(6)).Select(_ => $"{Words(random, 24 + random.Next(27))}, según “{Words(random, 2)}”."));

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random, 12_000)));

    // The rarer the higher its number, as words are.
    private static string Word(Random random, int most) => GeneratedCatalog.Word((int)(most * Math.Pow(random.NextDouble(), 3)));

    // Two letters, or three as localities have them.
    private static string Prefix(int member) => $"{(char)('A' + (member / 26))}{(char)('A' + (member % 26))}{(member % 10 == 0 ? "Q" : "")}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string> Headings()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("headings.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
