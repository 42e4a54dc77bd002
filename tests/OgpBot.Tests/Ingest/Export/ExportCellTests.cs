using OgpBot.Catalog;
using OgpBot.Ingest.Export;

namespace OgpBot.Tests.Ingest.Export;

public sealed class ExportCellTests
{
    [Theory]
    [InlineData("ND", KnownState.NotApplicable)]
    [InlineData("NR", KnownState.NotReported)]
    [InlineData("NA", KnownState.NotAvailable)]
    [InlineData(" \u00A0", KnownState.NotInSource)]
    [InlineData("Pending IRM Review", KnownState.PendingReview)]
    [InlineData("None", KnownState.Given)]
    public void Values_that_are_missing_for_different_reasons_are_told_apart(string cell, KnownState state) =>
        Assert.Equal(state, ExportCell.Fact(cell).State);

    [Theory]
    [InlineData("1/31/2024", "2024-01-31")]
    [InlineData("9/1/18", "2018-09-01")]
    [InlineData("31/12/2015", "2015-12-31")]
    [InlineData("July 2014", "July 2014")]
    [InlineData("7/15/1905", "7/15/1905")]
    [InlineData("43525", "43525")]
    public void Days_are_read_month_first_and_everything_else_stays_as_it_is_written(string cell, string said) =>
        Assert.Equal(said, ExportCell.Date(Known.Given(cell)).Value);

    [Fact]
    public void A_cell_becomes_one_line_with_single_plain_spaces() =>
        Assert.Equal("Plan de accio\u0301n".Normalize() + " 2", ExportCell.Line("\uFEFF Plan\u00A0de\r\n\taccio\u0301n  2 "));
}
