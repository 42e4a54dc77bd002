using OgpBot.Conversations;

namespace OgpBot.Tests.Intents;

public sealed class SourceTests(Answers answers) : IClassFixture<Answers>
{
    [Fact]
    public async Task The_oddities_of_the_source_are_told_with_their_IDs()
    {
        var reply = await answers.AskAsync("quirks");

        var lines = Answers.Lines(reply);
        Assert.Contains("Misspelt in the source, shown as written: Contrator for Contractor (PE0086); Dislose for Disclose (PE0092)", lines);
        Assert.Contains("Without a policy area: PE0033", lines);
        Assert.Contains("Document Management (PE0004, PE0046)", lines.Single(line => line.StartsWith("The same title twice", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Administrative Simplification (PE0036, PE0045)", lines.Single(line => line.StartsWith("The same title twice", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Order on the page is not ID order: 2012: PE0028 to PE0048 come before PE0001", lines);
        Assert.Contains("Number of commitments, page and list: Action Plan 4: both say 21", lines);
        Assert.Contains("Participation levels not in the source: 8 of 8", lines);
    }

    [Fact]
    public async Task The_oddities_are_worked_out_from_the_catalog()
    {
        using var mended = await Answers.OverAsync(content => content with
        {
            Commitments = [.. content.Commitments.Select(commitment => commitment with { Misspellings = [], Areas = commitment.Areas.Count == 0 ? ["Labor"] : commitment.Areas })],
            Plans = [.. content.Plans.Select(plan => plan.Number == 4 ? plan with { StatedCommitments = Catalog.Known.Given("22") } : plan)],
        });

        var reply = await mended.AskAsync("quirks");

        Assert.DoesNotContain("Contrator", Answers.Said(reply), StringComparison.Ordinal);
        Assert.DoesNotContain("PE0033", Answers.Said(reply), StringComparison.Ordinal);
        Assert.Contains("Number of commitments, page and list: Action Plan 4: the page says 22, the list holds 21", Answers.Lines(reply));
    }

    [Fact]
    public async Task Twin_titles_and_the_missing_area_are_one_click_away()
    {
        var reply = await answers.AskAsync("quirks", Language.Spanish);

        var twins = await answers.AskAsync(reply.Choices.Single(choice => choice.Label == "Document Management").Says);
        var blank = await answers.AskAsync(reply.Choices.Single(choice => choice.Label == "Compromisos sin área").Says);

        Assert.Equal(["PE0004", "PE0046"], twins.Items.Select(item => item.Id).Order());
        Assert.Equal("PE0033", Assert.Single(blank.Items).Id);
        Assert.Contains(Answers.Lines(reply), line => line.Contains("Contrator en lugar de Contractor (PE0086)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.English, "Loaded: Peru, with 104 commitments and 24 resources.")]
    [InlineData(Language.Spanish, "Está cargado: Peru, con 104 compromisos y 24 recursos.")]
    public async Task What_is_loaded_is_told_with_documents_version_and_credit(Language language, string text)
    {
        var version = await answers.Store.VersionAsync(TestContext.Current.CancellationToken);

        var reply = await answers.AskAsync("about-data", language);

        Assert.Equal(text, reply.Text);
        Assert.Contains(Answers.Lines(reply), line => line.EndsWith($": {version.Version}", StringComparison.Ordinal));
        Assert.Contains(Answers.Lines(reply), line => line.EndsWith(": peru-2020.txt", StringComparison.Ordinal));
        Assert.Contains(Answers.Lines(reply), line => line.EndsWith("Open Government Partnership, CC BY 4.0", StringComparison.Ordinal));
    }
}
