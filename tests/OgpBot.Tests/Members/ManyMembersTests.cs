using OgpBot.Conversations;

namespace OgpBot.Tests.Members;

/// <summary>Questions over many members as people ask them; what each is about is worked out from the data, not by the product.</summary>
public sealed class ManyMembersTests(WorldBot bot) : IClassFixture<WorldBot>
{
    public static TheoryData<string, string> Lists => new()
    {
        { "commitments in Africa", "region=Africa and the Middle East" },
        { "show me the European commitments", "region=Europe" },
        { "compromisos de África", "region=Africa and the Middle East" },
        { "compromisos en Europa sobre salud", "region=Europe; area=Health" },
        { "commitments from Asia Pacific", "region=Asia and the Pacific" },
        { "compromisos de las Américas en 2017", "region=Americas; year=2017" },
        { "Latin American open data commitments", "region=Americas; area=Open Data" },
        { "region:europe is:starred", "region=Europe; star=yes" },
        { "region:africa completion:complete", "region=Africa and the Middle East; completion=Complete" },
        { "commitments outside Europe about justice", "not-region=Europe; area=Justice" },
        { "justice commitments except Peru", "area=Justice; not-member=Peru" },
        { "completed commitments", "completion=Complete" },
        { "completed commitments in Ukraine", "member=Ukraine; completion=Complete" },
        { "commitments that were not completed in Ghana", "member=Ghana; completion=Substantial|Limited|Not Started" },
        { "which commitments have not started?", "completion=Not Started" },
        { "commitments with limited completion in Europe", "region=Europe; completion=Limited" },
        { "substantially completed commitments of Morocco", "member=Morocco; completion=Substantial" },
        { "completion:substantial country:uk", "member=United Kingdom; completion=Substantial" },
        { "compromisos completados de Chile", "member=Chile; completion=Complete" },
        { "compromisos no iniciados", "completion=Not Started" },
        { "compromisos incompletos de Perú", "member=Peru; completion=Substantial|Limited|Not Started" },
        { "cumplimiento:completado pais:chile", "member=Chile; completion=Complete" },
        { "transformative commitments in the UK", "member=United Kingdom; impact=Transformative" },
        { "commitments with moderate potential impact", "impact=Moderate" },
        { "impact:transformative", "impact=Transformative" },
        { "minor impact commitments in Korea", "member=Republic of Korea; impact=Minor" },
        { "compromisos transformadores de Ucrania", "member=Ukraine; impact=Transformative" },
        { "compromisos con impacto potencial moderado en África", "region=Africa and the Middle East; impact=Moderate" },
        { "commitments with major early results", "results=Major" },
        { "did it open government: major", "results=Major" },
        { "results:marginal region:europe", "results=Marginal; region=Europe" },
        { "compromisos con resultados marginales en Perú", "results=Marginal; member=Peru" },
        { "commitments led by the Ministry of Justice", "lead=Ministry of Justice" },
        { "commitments of the Ministry of Health in Europe", "lead=Ministry of Health; region=Europe" },
        { "lead:\"ministry of finance\"", "lead=Ministry of Finance" },
        { "compromisos a cargo del Ministerio de Salud", "lead=Ministry of Health" },
        { "compromisos del Ministerio de Justicia de Perú", "lead=Ministry of Justice; member=Peru" },
        { "commitments led by the ombudsman", "lead=Ombudsman" },
        { "active commitments in Chile", "status=Active; member=Chile" },
        { "compromisos activos de Ghana", "status=Active; member=Ghana" },
        { "Chilean health commitments", "member=Chile; area=Health" },
        { "compromisos ucranianos de datos abiertos", "member=Ukraine; area=Open Data" },
        { "Reino Unido contrataciones abiertas", "member=United Kingdom; area=Open Contracting" },
        { "Côte d'Ivoire commitments", "member=Cote d'Ivoire" },
        { "compromisos de Costa de Marfil", "member=Cote d'Ivoire" },
        { "Macedonia justice", "member=North Macedonia; area=Justice" },
        { "commitments of Papua New Guinea", "member=Papua New Guinea" },
        { "PNG open data commitments", "member=Papua New Guinea; area=Open Data" },
        { "Buenos Aires commitments", "member=Buenos Aires, Argentina" },
        { "commitments of Scotland, United Kingdom", "member=Scotland, United Kingdom" },
        { "commitments of Scotland", "member=Scotland, United Kingdom" },
        { "starred commitments in all countries", "star=yes" },
        { "compromisos destacados de todos los países", "star=yes" },
        { "water meters in Africa", "title=water meters; region=Africa and the Middle East" },
        { "commitments of Peru and Chile on justice", "member=Peru|Chile; area=Justice" },
    };

    public static TheoryData<string, string, string> FollowUps => new()
    {
        { "commitments in Ukraine", "only the transformative ones", "member=Ukraine; impact=Transformative" },
        { "transformative commitments", "only the completed ones", "impact=Transformative; completion=Complete" },
        { "justice commitments in Africa", "and in Europe?", "area=Justice; region=Europe" },
        { "justice commitments in Africa", "and Chile?", "area=Justice; member=Chile" },
        { "Peru justice commitments", "all countries", "area=Justice" },
        { "compromisos de Chile", "solo los completados", "member=Chile; completion=Complete" },
        { "compromisos de salud en Europa", "¿y en África?", "area=Health; region=Africa and the Middle East" },
        { "compromisos de salud de Perú", "todos los países", "area=Health" },
        { "commitments led by the Ministry of Justice", "only in Europe", "lead=Ministry of Justice; region=Europe" },
        { "completed commitments in Europe", "drop the region", "completion=Complete" },
    };

    public static TheoryData<string, string> Counts => new()
    {
        { "how many commitments are there in Africa?", "region=Africa and the Middle East" },
        { "how many completed commitments does Chile have?", "member=Chile; completion=Complete" },
        { "¿cuántos compromisos transformadores hay en Europa?", "region=Europe; impact=Transformative" },
        { "¿cuántos compromisos lidera el Ministerio de Salud?", "lead=Ministry of Health" },
        { "count commitments not started in Peru", "member=Peru; completion=Not Started" },
        { "how many commitments per country?", "" },
        { "number of starred commitments by region", "star=yes" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_holds_exactly_what_is_meant_over_all_its_pages(string question, string wanted)
    {
        var pages = await bot.PagesAsync(question);

        AssertHolds(wanted, pages);
    }

    [Theory]
    [MemberData(nameof(FollowUps))]
    public async Task A_follow_up_changes_what_it_names_and_keeps_the_rest(string before, string question, string wanted)
    {
        var pages = await bot.PagesAsync(before, question);

        AssertHolds(wanted, pages);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task A_count_is_right(string question, string wanted)
    {
        var reply = await bot.AskAsync(question);

        Assert.Equal(Wanted.Of(wanted).Count, reply.Total);
    }

    private static void AssertHolds(string wanted, IReadOnlyList<Reply> pages)
    {
        var expected = Wanted.Of(wanted).Select(commitment => commitment.Id).Order(StringComparer.Ordinal).ToList();
        var listed = pages.SelectMany(page => page.Items).Select(item => item.Id).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(expected);
        Assert.True(expected.SequenceEqual(listed), $"read as {pages[0].Query}: wanted {string.Join(',', expected)}, got {string.Join(',', listed)}");
        Assert.Equal(expected.Count, pages[0].Total);
    }
}
