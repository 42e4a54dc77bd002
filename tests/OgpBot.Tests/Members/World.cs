using System.Globalization;
using OgpBot.Catalog;

namespace OgpBot.Tests.Members;

/// <summary>A dozen members with commitments whose facts follow from their numbers, so that a test can count for itself.</summary>
internal static class World
{
    private const string Africa = "Africa and the Middle East";
    private const string Americas = "Americas";
    private const string Asia = "Asia and the Pacific";
    private const string Europe = "Europe";

    private static readonly Source Read = new("world.csv", 1, 1, DateTimeOffset.UnixEpoch);

    private static readonly (string Name, string Prefix, string Region, int Commitments)[] Listed =
    [
        ("Peru", "PE", Americas, 14), ("Chile", "CL", Americas, 12), ("Buenos Aires, Argentina", "BUE", Americas, 3),
        ("Ukraine", "UA", Europe, 16), ("United Kingdom", "UK", Europe, 11), ("North Macedonia", "MK", Europe, 9), ("Scotland, United Kingdom", "SCO", Europe, 4),
        ("Ghana", "GH", Africa, 10), ("Morocco", "MO", Africa, 8), ("Cote d'Ivoire", "CI", Africa, 7),
        ("Republic of Korea", "KR", Asia, 6), ("Papua New Guinea", "PNG", Asia, 5),
    ];

    private static readonly string[] Localities = ["Buenos Aires, Argentina", "Scotland, United Kingdom"];

    private static readonly string[] Areas = ["Justice", "Open Data", "Beneficial Ownership", "Health", "Open Contracting"];
    private static readonly string[] Subjects = ["Court records", "Water meters", "Company registers", "Clinic waiting times", "Tender notices", "School budgets", "Land titles"];
    private static readonly string[] Leads = ["Ministry of Justice", "Ministry of Health", "Ministry of Finance, Statistics Agency", "Office of the Ombudsman"];
    private static readonly string?[] Completions = ["Complete", "Substantial", "Limited", "Not Started", null];
    private static readonly string?[] Impacts = ["Transformative", "Moderate", "Minor", null];
    private static readonly string?[] Results = ["Major", "Marginal", "Did Not Change", null, null];

    public static IReadOnlyList<Commitment> Commitments { get; } = [.. Listed.SelectMany((member, index) => Enumerable.Range(1, member.Commitments).Select(number => Make(member.Name, member.Prefix, index, number)))];

    public static string RegionOf(string member) => Listed.Single(listed => listed.Name == member).Region;

    public static CatalogContent Content { get; } = CatalogContent.Empty with
    {
        Members = [.. Listed.Select(member => new Member(member.Name, member.Prefix, Read) { Region = Known.Given(member.Region), Level = Known.Given(Localities.Contains(member.Name) ? "Legacy Local" : "National"), CurrentPlan = 3 })],
        Plans = [.. Listed.SelectMany(member => Enumerable.Range(1, 3).Select(plan => new ActionPlan(member.Name, plan, YearOf(plan), plan == 3, 0, Read)))],
        Commitments = Commitments,
        Resources = [.. Listed.Take(4).Select(member => new Resource($"report-{member.Prefix}", member.Name, 2019, $"{member.Name} design report", Read) { Type = Known.Given("IRM Report"), Format = Known.Given("PDF") })],
        Performance = [new Performance("Peru", 1, Read) { Major = Known.Given("3") }],
    };

    private static Commitment Make(string member, string prefix, int index, int number)
    {
        var mixed = number + (index * 3);
        var plan = 1 + (number % 3);
        return new Commitment($"{prefix}{number.ToString("D4", CultureInfo.InvariantCulture)}", member, YearOf(plan), plan, $"{Subjects[mixed % Subjects.Length]} {number}", mixed % 6 == 0, Read)
        {
            Areas = mixed % 4 == 0 ? [Areas[mixed % Areas.Length], Areas[(mixed + 1) % Areas.Length]] : [Areas[mixed % Areas.Length]],
            LeadInstitution = Known.Given(Leads[mixed % Leads.Length]),
            Status = Known.Given(plan == 3 ? "Active" : "Reviewed"),
            Completion = Of(Completions[mixed % Completions.Length]),
            PotentialImpact = Of(Impacts[(mixed / 2) % Impacts.Length]),
            EarlyResults = Of(Results[(mixed / 3) % Results.Length]),
        };
    }

    private static int YearOf(int plan) => 2011 + (plan * 3);

    private static Known Of(string? value) => value is null ? Known.NotReported : Known.Given(value);
}
