using System.Diagnostics;
using OgpBot.Texts;

namespace OgpBot.Conversations;

/// <summary>How much of a reply a card takes. A reply that is too long loses long words first, then details, then lines; it says how many lines went.</summary>
/// <param name="Title">The longest title, label or cell, in UTF-16 units.</param>
/// <param name="Text">The longest paragraph, quote or value.</param>
/// <param name="Rows">The most facts, bars or rows of a table in one block.</param>
/// <param name="Items">The most records in one listing.</param>
/// <param name="Details">False: the line under a title is left out.</param>
/// <param name="Says">The longest query or address behind a button: one that is longer cannot be cut and goes.</param>
public sealed record Room(int Title, int Text, int Rows, int Items, bool Details, int Blocks, int Says)
{
    /// <summary>The most buttons under a card.</summary>
    public const int Choices = 6;

    private static readonly IReadOnlyList<Room> FromWideToNarrow =
    [
        new(Title: 700, Text: 2400, Rows: 60, Items: 40, Details: true, Blocks: 40, Says: 1000),
        new(Title: 240, Text: 1200, Rows: 40, Items: 30, Details: true, Blocks: 30, Says: 500),
        new(Title: 120, Text: 600, Rows: 30, Items: 20, Details: true, Blocks: 20, Says: 300),
        new(Title: 100, Text: 400, Rows: 25, Items: 15, Details: false, Blocks: 15, Says: 200),
        new(Title: 60, Text: 200, Rows: 10, Items: 10, Details: false, Blocks: 8, Says: 120),
        new(Title: 40, Text: 100, Rows: 5, Items: 5, Details: false, Blocks: 4, Says: 60),
    ];

    // Small enough for every platform, whatever the letters are.
    private static readonly Room Least = new(Title: 40, Text: 300, Rows: 0, Items: 0, Details: false, Blocks: 2, Says: 60);

    /// <summary>The fullest drawing of the reply that fits. All texts that <paramref name="draw"/> gets are clean, and none is empty.</summary>
    public static T Fit<T>(Reply reply, Func<Reply, T> draw, Func<T, bool> fits)
    {
        foreach (var room in FromWideToNarrow)
        {
            var drawn = draw(room.Abridge(reply));
            if (fits(drawn))
            {
                return drawn;
            }
        }

        return draw(Least.Abridge(reply with { Blocks = [new Prose(reply.Text), new Note(CardTexts.In(reply.Language).TooLong)] }));
    }

    internal Reply Abridge(Reply reply)
    {
        var texts = CardTexts.In(reply.Language);
        List<Block> blocks = [.. reply.Blocks.Take(Blocks).SelectMany(block => Abridge(block, texts))];
        if (reply.Blocks.Count > Blocks)
        {
            blocks.Add(new Note(texts.TooLong));
        }

        if (blocks.Count == 0)
        {
            blocks.Add(new Prose(Paragraph(reply.Text)));
        }

        return reply with
        {
            Text = Paragraph(reply.Text),
            Blocks = blocks,
            Choices = [.. reply.Choices.Where(choice => Allowed(choice.Says) is not null).Take(Choices).Select(choice => new Choice(Short(choice.Label), PlainText.Clean(choice.Says)))],
        };
    }

    private IEnumerable<Block> Abridge(Block block, CardTexts texts) => block switch
    {
        Heading { Text: var text } => Shown(text) ? [new Heading(Short(text))] : [],
        Prose { Text: var text } => Shown(text) ? [new Prose(Paragraph(text))] : [],
        Note { Text: var text } note => Shown(text) ? [note with { Text = Paragraph(text) }] : [],
        Quote quote => Shown(quote.Text) ? [new Quote(Paragraph(quote.Text), Short(quote.Credit))] : [],
        Facts facts => [new Facts(Abridge(facts.Rows)), .. More(facts.Rows.Count - Rows, texts)],
        Detail detail => [new Detail(Abridge(detail.Item), Abridge(detail.Rows)), .. More(detail.Rows.Count - Rows, texts)],
        Listing listing => [listing with { Items = [.. listing.Items.Take(Items).Select(Abridge)] }, .. More(listing.Items.Count - Items, texts)],
        Chart chart => [new Chart(Short(chart.Title), [.. chart.Bars.Take(Rows).Select(bar => new Bar(Short(bar.Label), bar.Value, Allowed(bar.Says)))]), .. More(chart.Bars.Count - Rows, texts)],
        Grid grid => [Abridge(grid), .. More(grid.Rows.Count - Rows, texts)],
        _ => throw new UnreachableException(),
    };

    private Fact[] Abridge(IReadOnlyList<Fact> rows) => [.. rows.Take(Rows).Select(row => new Fact(Short(row.Label), Paragraph(row.Value)))];

    private Item Abridge(Item item) => item with
    {
        Id = Short(item.Id),
        Title = Short(item.Title),
        Details = Details ? [.. item.Details.Where(Shown).Take(10).Select(Short)] : [],
        Url = Allowed(item.Url),
        Says = Allowed(item.Says),
    };

    private Grid Abridge(Grid grid)
    {
        // The contract's 12 columns; a table with more would be unreadable on every channel.
        var columns = grid.Columns.Take(12).Select(Short).ToList();
        return new Grid(Short(grid.Title), columns, [.. grid.Rows.Take(Rows).Select(row => new GridRow(Short(row.Label), [.. row.Cells.Take(columns.Count).Select(Short)]))]);
    }

    private static IEnumerable<Block> More(int lines, CardTexts texts) => lines > 0 ? [new Note(texts.AndMore(lines))] : [];

    private static bool Shown(string text) => !string.IsNullOrWhiteSpace(PlainText.Clean(text));

    private string Short(string text) => PlainText.Filled(PlainText.Cut(PlainText.Line(text), Title));

    private string Paragraph(string text) => PlainText.Filled(PlainText.Cut(PlainText.Clean(text).Trim(), Text));

    private string? Allowed(string? says) => says is not null && says.Length <= Says && Shown(says) ? PlainText.Clean(says) : null;
}
