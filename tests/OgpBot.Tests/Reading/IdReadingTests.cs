using CsCheck;
using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class IdReadingTests(PeruWords words) : IClassFixture<PeruWords>
{
    [Theory]
    [InlineData("pe62")]
    [InlineData("PE 62")]
    [InlineData("PE 0062")]
    [InlineData("PE-0062")]
    [InlineData("pe_0062")]
    [InlineData("#PE0062")]
    [InlineData("PEOO62")]
    [InlineData("PEO062")]
    [InlineData("(PE0062)?")]
    [InlineData("ＰＥ００６２")]
    [InlineData("PE\u200B0062")]
    [InlineData("PE\u00A00062")]
    [InlineData("show me PE0062 please")]
    [InlineData("Código PE-0062, por favor")]
    [InlineData("https://www.opengovpartnership.org/members/peru/commitments/PE0062/")]
    [InlineData("see https://example.org/a/PE0062?x=1#y and thanks")]
    [InlineData("<https://example.org/PE0062|the commitment>")]
    [InlineData("<@U012ABC> PE0062")]
    [InlineData("<at>OgpBot</at>&nbsp;PE0062")]
    [InlineData("@ogpbot: PE0062")]
    public void A_commitment_is_found_however_its_ID_is_typed(string typed)
    {
        Assert.Equal("PE0062", words.Query(typed));
    }

    [Fact]
    public void Every_ID_can_be_typed_in_lower_case_without_zeros_and_with_a_space_or_dash()
    {
        Gen.Select(Gen.Int[1, 9999], Gen.OneOf("pe", "PE", "Pe"), Gen.OneOf("", "-", "_", "0", "#")).Sample((number, letters, between) =>
        {
            // A fifth digit is no ID, and "PE 2017" is a year of Peru.
            var typed = letters + (between == "0" && number > 999 || number is >= YearRanges.Earliest and <= YearRanges.Latest ? "" : between) + number;

            Assert.Equal($"PE{number:0000}", words.Query(typed));
        });
    }

    [Theory]
    [InlineData("PE0099 to PE0101", "PE0099..PE0101")]
    [InlineData("PE0099-PE0101", "PE0099..PE0101")]
    [InlineData("PE0099..PE0101", "PE0099..PE0101")]
    [InlineData("pe 99 to 101", "PE0099..PE0101")]
    [InlineData("PE0101 to PE0099", "PE0099..PE0101")]
    [InlineData("del PE0084 al PE0087", "PE0084..PE0087")]
    [InlineData("desde PE0084 hasta el PE0087", "PE0084..PE0087")]
    [InlineData("between PE0001 and PE0003", "PE0001..PE0003")]
    [InlineData("entre PE0001 y PE0003", "PE0001..PE0003")]
    [InlineData("PE0001 and PE0003", "PE0001 PE0003")]
    [InlineData("PE0012, PE0013 y PE0014", "PE0012 PE0013 PE0014")]
    [InlineData("PE0001, KE0003", "PE0001 KE0003")]
    [InlineData("PE0001 to PE0003 and PE0010", "PE0001..PE0003 PE0010")]
    public void Several_commitments_are_asked_for_at_once(string typed, string query)
    {
        Assert.Equal(query, words.Query(typed));
    }

    [Theory]
    [InlineData("commitments in 2017", "year:2017")]
    [InlineData("compromisos de 2019", "year:2019")]
    [InlineData("nap 2", "plans plan:2")]
    public void A_small_word_before_a_number_is_no_ID(string typed, string query)
    {
        Assert.Equal(query, words.Query(typed));
    }

    [Theory]
    [InlineData("which of PE0053 to PE0060 are starred", "id:pe0053..pe0060 is:starred")]
    [InlineData("compare PE0061 and PE0062", "compare PE0061 PE0062")]
    [InlineData("cite PE0062", "cite PE0062")]
    [InlineData("what is the source of PE0062", "cite PE0062")]
    [InlineData("¿de dónde sale el PE0062?", "cite PE0062")]
    [InlineData("who leads PE0062", "PE0062 asked:lead")]
    [InlineData("is PE0054 starred?", "PE0054 asked:star")]
    [InlineData("¿de qué año es el PE0062?", "PE0062 asked:year")]
    public void An_ID_says_what_the_rest_is_about(string typed, string query)
    {
        Assert.Equal(query, words.Query(typed));
    }

    [Theory]
    [InlineData("pe62", "PE0062", "PE0062")]
    [InlineData("PE0062..0064", "PE0062", "PE0064")]
    [InlineData("#sco0012", "SCO0012", "SCO0012")]
    public void An_ID_as_a_value_is_read_too(string text, string first, string last)
    {
        Assert.Equal(new IdRange(first, last), IdRanges.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("62")]
    [InlineData("PE")]
    [InlineData("PE12345")]
    [InlineData("PE0001..KE0002")]
    [InlineData("P0062")]
    public void Other_values_are_no_ID(string text)
    {
        Assert.Null(IdRanges.Parse(text));
    }

    [Fact]
    public void A_range_never_holds_more_than_can_be_shown()
    {
        Assert.Equal(IdRanges.MostIds, new IdRange("PE0001", "PE9999").Ids().Count());
        Assert.Equal(["PE0099", "PE0100", "PE0101"], new IdRange("PE0099", "PE0101").Ids());
    }
}
