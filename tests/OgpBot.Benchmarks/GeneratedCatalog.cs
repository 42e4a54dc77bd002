using System.Globalization;
using OgpBot.Catalog;

namespace OgpBot.Benchmarks;

/// <summary>A catalog of the size that OGP as a whole may reach, the same on every run. Its names and titles mean nothing.</summary>
internal static class GeneratedCatalog
{
    public const int Members = 250;
    public const int Commitments = 10_000;
    public const int Resources = 20_000;

    private const int PlansEach = 4;
    private const int FirstYear = 2012;

    // Syllables make words that look like words to the tokenizer, the stemmer and the spelling.
    private static readonly string[] Syllables = ["ba", "cor", "di", "fen", "gu", "lam", "mi", "nor", "pe", "ral", "su", "tiv"];

    private static readonly string[] Areas =
        [.. Enumerable.Range(0, 60).Select(number => $"Area of {Word(number * 7)} and {Word(number + 900)}")];

    private static readonly string[] Regions = ["Africa and the Middle East", "Americas", "Asia and the Pacific", "Europe"];
    private static readonly string[] Completions = ["Complete", "Substantial", "Limited", "Not Started"];
    private static readonly string[] Impacts = ["Transformative", "Moderate", "Minor", "None"];

    public static CatalogContent Make()
    {
        var random = new Random(20);
        var source = new Source("generated", 1, 1, DateTimeOffset.UnixEpoch);
        var members = Enumerable.Range(0, Members).Select(number => new Member(Name(number), Prefix(number), source) { CurrentPlan = PlansEach, Region = Known.Given(Regions[number % Regions.Length]) }).ToList();
        return CatalogContent.Empty with
        {
            Members = members,
            Plans = [.. members.SelectMany(member => Enumerable.Range(1, PlansEach).Select(plan => new ActionPlan(member.Name, plan, YearOf(plan), false, 0, source)))],
            Commitments =
            [
                .. Enumerable.Range(0, Commitments).Select(number => (Member: members[number % Members], Number: number / Members, Plan: 1 + random.Next(PlansEach)))
                    .Select(it => new Commitment(
                        $"{it.Member.Prefix}{(it.Number + 1).ToString("D4", CultureInfo.InvariantCulture)}", it.Member.Name, YearOf(it.Plan), it.Plan,
                        Title(random), random.Next(20) == 0, source)
                    {
                        Areas = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Areas[random.Next(Areas.Length)]).Distinct()],
                        LeadInstitution = Known.Given($"Ministry of {Word(random.Next(2_000))} and {Word(random.Next(40))}"),
                        SupportingInstitutions = Known.Given($"Agency for {Word(random.Next(2_000))}"),
                        Completion = Known.Given(Completions[random.Next(Completions.Length)]),
                        PotentialImpact = Known.Given(Impacts[random.Next(Impacts.Length)]),
                        Status = Known.Given("Active"),
                    }),
            ],
            Resources =
            [
                .. Enumerable.Range(0, Resources).Select(number => new Resource(
                    $"resource-{number}", members[number % Members].Name, FirstYear + random.Next(12), Title(random), source)
                {
                    Type = Known.Given(number % 3 == 0 ? "IRM Report" : "Action Plan"),
                    Format = Known.Given("PDF"),
                }),
            ],
        };
    }

    /// <summary>"open" stands in four of five titles; the other words are the rarer the higher their number.</summary>
    private static string Title(Random random)
    {
        var words = Enumerable.Range(0, 7 + random.Next(8)).Select(_ => Word((int)(4_000 * Math.Pow(random.NextDouble(), 3))));
        return string.Join(' ', random.Next(5) == 0 ? words : words.Prepend("Open"));
    }

    /// <param name="number">Below 20,736.</param>
    public static string Word(int number) =>
        Syllables[number % 12] + Syllables[number / 12 % 12] + Syllables[number / 144 % 12] + (number >= 1728 ? Syllables[number / 1728] : "");

    private static string Name(int number) => $"Republic of {Word(3_000 + number)}";

    private static string Prefix(int number) => $"{(char)('A' + number / 26)}{(char)('A' + number % 26)}";

    private static int YearOf(int plan) => FirstYear + (plan - 1) * 2;
}
