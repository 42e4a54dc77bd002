using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class CiteCommitmentTests(PeruCatalog peru) : IClassFixture<PeruCatalog>
{
    [Fact]
    public async Task A_citation_credits_the_publisher_and_says_that_the_source_gives_no_link()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Cite, Filter = new Filter { Ids = [new IdRange("PE0062", "PE0062")] } });

        var detail = Assert.Single(reply.Blocks.OfType<Detail>());
        var citation = detail.Rows.Single(row => row.Label == "Citation").Value;
        Assert.Equal("cite-commitment", reply.Intent);
        Assert.StartsWith("Open Government Partnership, CC BY 4.0. “Reusable Open Data” (PE0062), Peru, 2015. ", citation, StringComparison.Ordinal);
        Assert.Contains(citation, reply.Text, StringComparison.Ordinal);
        Assert.Contains(new Fact("Link", "the source gives no link"), detail.Rows);
        Assert.Contains(detail.Rows, row => row.Label == "Lines" && row.Value.Length > 0);
        Assert.Contains(detail.Rows, row => row.Label == "Imported" && row.Value.EndsWith(" UTC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_commitments_are_cited_line_by_line()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Cite, Filter = new Filter { Areas = ["Justice"] }, Language = Language.Spanish });

        Assert.Equal("Fuentes de 7 compromisos: Justice.", reply.Text);
        Assert.Equal(7, reply.Blocks.OfType<Facts>().Single().Rows.Count);
    }
}
