using OgpBot.Conversations;

namespace OgpBot.Tests.Conversations;

/// <summary>Replies as intents make them, one for every shape of card.</summary>
public static class SampleReplies
{
    public const string LongTitle =
        "Design and Implementation, with the Participation of Local Civil Society, a Decentralized Management Model for Diversity with a Territorial Approach "
        + "That Addresses Various Educational Realities Relevance and Capacity Building in the Use of Statistical Information on the Eib for Improved Decision Territorial Decisions.";

    public static Item Reusable { get; } = new(ItemKind.Commitment, "PE0062", "Reusable Open Data")
    {
        Starred = true,
        Year = 2015,
        Areas = ["Open Data"],
        Details = ["2015", "Open Data"],
        Says = "PE0062",
    };

    public static Reply Page { get; } = new(
        "18 commitments of Peru in 2017.",
        new Heading("18 commitments of Peru, 2017"),
        new Listing(
        [
            Commitment("PE0066", "Multistakeholder Forums in Priority Sectors and Open Government Commitments", "Public Participation"),
            Commitment("PE0067", "Access to Environmental Information and Improving Transparency Mechanisms of Environmental Information", "Environment and Climate"),
            Commitment("PE0069", "Promote Access to Information of Public Funds Linked to Extractive Activities in Multilevel Instances", "Anti-Corruption"),
            Commitment("PE0071", LongTitle, "Public Service Delivery"),
            Commitment("PE0072", "Web Information Query Degrees and Titles Issued by the Institutes of Higher Education (IES) Nationwide", "Education"),
            Commitment("PE0076", "Sectorial Catalog Standardized and Interoperable", "Public Service Delivery"),
            Commitment("PE0077", "Information Central Emergency Services Hospital (Availability of Operational Beds)", "Public Service Delivery"),
            Commitment("PE0080", "Creating a Repository of Studies on Sanitation", "E-Government"),
            Commitment("PE0082", "Design and Implement a Prevention Policy Against Extortions in La Libertad Region with Citizen Participation", "Justice"),
            Reusable,
        ]),
        new Note("Read as: country:peru year:2017"))
    {
        Intent = "find-commitments",
        Query = "country:peru year:2017",
        Total = 18,
        Pages = 2,
        Choices = [new("Next page", "next"), new("Only starred", "country:peru is:starred year:2017"), new("Count by area", "count by:area country:peru year:2017")],
    };

    public static Reply Single { get; } = new(
        "PE0062, Reusable Open Data, 2015: a starred commitment of Peru in Open Data.",
        new Detail(
            Reusable with { Url = "https://www.opengovpartnership.org/members/peru/commitments/PE0062/" },
            [
                new("Member", "Peru"),
                new("Year", "2015"),
                new("Action plan", "Action Plan 2 (matched by order, not stated by the source)"),
                new("Policy area", "Open Data"),
                new("Lead institution", "not in the source"),
                new("Status", "not in the source"),
            ]),
        new Note("Source: OGP's member page for Peru, lines 230 to 232. Open Government Partnership, CC BY 4.0."))
    {
        Intent = "show-commitment",
        Query = "PE0062",
        Total = 1,
        Choices = [new("More Open Data", "area:\"Open Data\""), new("Commitments of 2015", "year:2015"), new("What does starred mean?", "what does starred mean")],
    };

    public static Reply Ranking { get; } = new(
        "Public Service Delivery has the most commitments of Peru: 23 of 104.",
        new Heading("Commitments by policy area"),
        new Prose("Public Service Delivery has the most: 23 of 104. A commitment may have several areas."),
        new Chart("Commitments of Peru", [.. Areas.Select((area, index) => new Bar(area, Math.Max(1, 23 - (2 * index)), $"area:\"{area}\""))]))
    {
        Intent = "rank-areas",
        Query = "rank by:area country:peru",
        Total = 19,
        Choices = [new("By year", "count by:year"), new("Areas by year", "pivot by:area across:year")],
    };

    public static Reply Pivot { get; } = new(
        "Commitments of Peru by policy area and year.",
        new Heading("Areas by year"),
        new Grid(
            "Commitments of Peru",
            ["2012", "2015", "2017", "2019"],
            [.. Areas.Append("No policy area").Select((area, index) => new GridRow(area, [$"{20 - index}", $"{index % 4}", $"{index % 7}", index % 3 == 0 ? "" : $"{index % 3}"]))]),
        new Note("PE0033 has no policy area in the source."))
    {
        Intent = "pivot-commitments",
        Query = "pivot by:area across:year country:peru",
        Choices = [new("As a ranking", "rank by:area")],
    };

    public static Reply Comparison { get; } = new(
        "Peru made 18 commitments in 2017 and 21 in 2019.",
        new Heading("2017 and 2019 compared"),
        new Chart("Commitments", [new("2017", 18, "year:2017"), new("2019", 21, "year:2019")]),
        new Grid("By policy area", ["2017", "2019"], [new("Justice", ["2", "3"]), new("Public Service Delivery", ["9", "7"]), new("Anti-Corruption", ["1", "4"])]),
        new Note("Read as: compare year:2017 year:2019"))
    {
        Intent = "compare-years",
        Query = "compare year:2017 year:2019",
        Choices = [new("Commitments of 2017", "year:2017"), new("Commitments of 2019", "year:2019")],
    };

    public static Reply Help { get; } = new(
        "Pregunta por compromisos, planes de acción, recursos y términos de OGP.",
        new Heading("¿Qué puedo responder?"),
        new Prose("Escribe una pregunta con tus palabras, un ID como PE0062, o filtros como área y año."),
        new Facts(
        [
            new("Compromisos", "compromisos de justicia de Perú 2017"),
            new("Un compromiso", "PE0062"),
            new("Contar", "¿cuántos compromisos hay en 2019?"),
            new("Comparar", "compara 2017 y 2019"),
            new("Términos", "¿qué es un compromiso estelar?"),
        ]),
        new Note("Datos: Open Government Partnership, CC BY 4.0."))
    {
        Intent = "help",
        Language = Language.Spanish,
        Choices =
        [
            new("Compromisos de justicia", "compromisos de justicia"),
            new("Compromisos estelares", "compromisos estelares"),
            new("Áreas con más compromisos", "¿qué área tiene más compromisos?"),
            new("Plan de acción actual", "plan de acción actual"),
            new("Informes del IRM", "informes IRM"),
            new("Glosario", "glosario"),
        ],
    };

    public static Reply Nothing { get; } = new(
        "Ningún compromiso lleva el año 2018. Los más cercanos: 2017 (18) y 2019 (21).",
        new Heading("Ningún compromiso de 2018"),
        new Prose("La fuente solo usa los años 2012, 2015, 2017 y 2019. El plan 2017-2019 está bajo 2017."),
        new Note("Leído como: year:2018"))
    {
        Intent = "find-commitments",
        Language = Language.Spanish,
        Query = "year:2018",
        Total = 0,
        Choices = [new("Compromisos de 2017", "year:2017"), new("Compromisos de 2019", "year:2019")],
    };

    public static Reply Resources { get; } = new(
        "2 recursos de Perú.",
        new Heading("2 recursos de Perú"),
        new Listing(
            [
                new(ItemKind.Resource, "peru-letter-2019", "Peru – Letter from the Steering Committee – 2019") { Year = 2019, Details = ["2019", "Letter", "PDF"], Url = "https://www.opengovpartnership.org/documents/peru-letter/" },
                new(ItemKind.Resource, "peru-end-of-term-2017", "Peru End-of-Term Report 2015–2017") { Year = 2018, Details = ["2018", "IRM Report", "PDF"], Starred = true },
            ],
            First: 11),
        new Quote("Government gave feedback on public inputs", "Open Government Partnership, CC BY 4.0"))
    {
        Intent = "find-resources",
        Language = Language.Spanish,
        Query = "resources country:peru",
        Total = 12,
        Page = 2,
        Pages = 2,
    };

    public static IReadOnlyDictionary<string, Reply> All { get; } = new Dictionary<string, Reply>(StringComparer.Ordinal)
    {
        ["page"] = Page,
        ["single"] = Single,
        ["ranking"] = Ranking,
        ["pivot"] = Pivot,
        ["comparison"] = Comparison,
        ["help"] = Help,
        ["nothing"] = Nothing,
        ["resources"] = Resources,
    };

    private static string[] Areas =>
    [
        "Public Service Delivery", "Public Participation", "Capacity Building", "Anti-Corruption", "E-Government", "Environment and Climate", "Justice",
        "Right to Information", "Open Data", "Fiscal Openness", "Infrastructure & Transport", "Education", "Records Management", "Open Parliaments",
        "Marginalized Communities", "Legislation and Regulation", "Health", "Gender", "Private Sector",
    ];

    private static Item Commitment(string id, string title, string area) =>
        new(ItemKind.Commitment, id, title) { Year = 2017, Areas = [area], Details = ["2017", area], Says = id };
}
