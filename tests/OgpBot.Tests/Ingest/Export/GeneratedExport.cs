using System.Globalization;
using System.Reflection;

namespace OgpBot.Tests.Ingest.Export;

/// <summary>
/// Rows in the shape of OGP's commitments export: its 171 headings, its ways of saying that a value is missing, line breaks in cells,
/// and its float noise. Members, titles and texts are invented. The same on every run.
/// </summary>
public static class GeneratedExport
{
    private static readonly string[] Names = ["Côte d’Azur", "Old Guinea", "Kaduna, North", "São Roque", "Papua \"New\" Land", "Upper Volta"];
    private static readonly string[] Missing = ["ND", "NR", "NA", ""];
    private static readonly string[] Institutions = ["Ministry of Justice", "Congreso de la República", "Parliament; Office of the Speaker", "NA", "", "Ministère de l’Économie"];

    public static IReadOnlyList<string> Headings { get; } = Read();

    /// <summary>Where policy areas begin, and how many columns they are.</summary>
    public static Range Areas { get; } = Index("Anti-Corruption and Integrity")..(Index("Money in Politics") + 1);

    public static int Index(string heading) => Headings.Index().First(entry => entry.Item == heading).Index;

    public static List<string[]> Rows(int count, int members)
    {
        var random = new Random(171);
        return [.. Enumerable.Range(0, count).Select(number => Row(number, members, random))];
    }

    private static string[] Row(int number, int members, Random random)
    {
        var row = Enumerable.Repeat("0", Headings.Count).ToArray();
        var (member, serial) = (number % members, (number / members) + 1);
        var plan = 1 + (serial % 4);
        var id = $"{Prefix(member)}{serial:D4}";
        var year = 2010 + (2 * plan);
        foreach (var (heading, value) in new (string, string)[]
        {
            ("Commitment Unique Identifier", number % 9 == 0 ? id.ToLowerInvariant() : id), ("Country/Locality", Name(member)), ("Action Plan Number", Text(plan)),
            ("Commitment Number", Pick("4.0999999999999996", "3.2.5", "B.1.A", "7")), ("Region", member % 2 == 0 ? "Europe" : "Americas"),
            ("National Or Local", member % 5 == 4 ? "Legacy Local" : "National"), ("Year Of Submission", Text(year)), ("Action Plan End Year", Text(year + 2)),
            ("Commitment Title", $"Título original {number}"), ("Short Title", random.Next(20) == 0 ? "NA" : $"Open\u00A0the records of office {number} – “step {serial}”"),
            ("Full Text", $"First line of {number}, with a comma\nand a \"second\" one\r\n\r\n{new string('x', random.Next(1_500))} end"),
            ("Start Date", Pick("1/31/2024", "July 2014", "NA", "9/1/18", "Permanent activity")), ("End Date", Pick("12/31/2022", "31/12/2015", "NA")),
            ("Lead Institution", Institutions[random.Next(Institutions.Length)]), ("Supporting Institution(s)", Institutions[random.Next(Institutions.Length)]),
            ("Completion (Progress Report)", Pick("Limited", "Substantial", "Not Started", "ND", "NA")), ("Completion (End Of Term)", Pick("Complete", "Limited", "NR", "ND")),
            ("Potential Impact", Pick("Minor", "Transformative", "None", "ND")), ("Potential for Results", Pick("Modest", "Unclear", "NR", "Pending IRM Review")),
            ("Did It Open Government (Overall)", Pick("Major", "Did Not Change", "ND")), ("Early Results", Pick("Moderate", "NR", "")),
            ("Max star", Pick("0", "0", "0", "1", "ND", "NA")), ("Star - Most Recently Assessed", Pick("0", "1")),
            ("URL", $"https://opengovpartnership.org/members/member-{member}/commitments/{id.ToLowerInvariant()}"), ("id", Text(number)),
        })
        {
            row[Index(heading)] = value;
        }

        for (var area = Areas.Start.Value; area < Areas.End.Value; area++)
        {
            row[area] = random.Next(20) switch { 0 => "1", 1 => Missing[random.Next(Missing.Length)], _ => "0" };
        }

        return row;

        string Pick(params string[] values) => values[random.Next(values.Length)];
    }

    public static string Name(int member) => member < Names.Length ? Names[member] : $"Member {member}";

    // Two letters or three, as OGP has them.
    public static string Prefix(int member) => $"{(char)('A' + (member / 26 % 26))}{(char)('A' + (member % 26))}{(member % 7 == 6 ? "Z" : "")}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Export/headings.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
