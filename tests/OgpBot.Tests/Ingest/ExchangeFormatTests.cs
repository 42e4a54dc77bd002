using CsCheck;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Ingest;
using OgpBot.Ingest.Exchange;

namespace OgpBot.Tests.Ingest;

public sealed class ExchangeFormatTests
{
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Gen.Char["a,\"|\\\n\r (é=+-@\t"], 0, 12], Gen.Const("(pending review)"), Gen.Const("\\e"));

    private static readonly Gen<Known> Known = Gen.OneOf(
        Text.Select(OgpBot.Catalog.Known.Given),
        Gen.Enum<KnownState>().Where(state => state != KnownState.Given).Select(OgpBot.Catalog.Known.Missing));

    private static readonly Source Source = new("a, \"document\".txt", 3, 5, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(7));

    [Fact]
    public void Any_commitment_comes_back_as_it_was_written() => Gen.Select(Text, Text.Array[0, 4], Known, Known, Text).Sample((title, areas, lead, status, typo) =>
    {
        var content = CatalogContent.Empty with
        {
            Commitments =
            [
                new Commitment("PE0001", "Peru", 2012, 1, $"T{title}", true, Source)
                {
                    Areas = areas.ToValues(), LeadInstitution = lead, Status = status, Misspellings = [new Misspelling(typo, "right")],
                },
            ],
        };
        using var writer = new StringWriter();
        var kind = Kinds.All.Single(entry => entry.Name == "commitments");
        var problems = new List<Problem>();

        kind.Write(content, writer);
        using var reader = new StringReader(writer.ToString());
        var back = kind.Read(CatalogContent.Empty, reader, kind.File, problems);

        Assert.Empty(problems);
        Assert.Equal(content.Commitments, back.Commitments);
    });

    [Fact]
    public void Shipped_files_are_written_by_the_exporter_itself()
    {
        var content = ShippedCatalog.Read();
        foreach (var kind in Kinds.All)
        {
            using var stream = typeof(CatalogStore).Assembly.GetManifestResourceStream($"Catalog/{kind.File}")!;
            using var shipped = new StreamReader(stream);
            using var written = new StringWriter();

            kind.Write(content, written);

            Assert.Equal(shipped.ReadToEnd(), written.ToString());
        }
    }
}
