using System.Diagnostics;
using System.Globalization;
using OgpBot.Texts;

namespace OgpBot.Conversations;

/// <summary>A reply as lines of text, everything on its card included: for terminals, screen readers and notifications.</summary>
public static partial class PlainText
{
    public static string Of(Reply reply)
    {
        var texts = CardTexts.In(reply.Language);
        var body = string.Join('\n', reply.Blocks.SelectMany(block => Lines(block, texts)));
        var text = Clean(reply.Text).Trim();
        string[] parts =
        [
            body.Contains(text, StringComparison.Ordinal) ? "" : text,
            body,
            Position(reply, texts, text),
            reply.Choices.Count == 0 ? "" : $"{texts.NextSteps}: {string.Join(" · ", reply.Choices.Select(choice => Line(choice.Label)))}",
        ];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    /// <summary>The ID where it means something to people: a commitment's. The other keys are ours.</summary>
    public static string? IdFor(Item item) => item.Kind == ItemKind.Commitment ? Line(item.Id) : null;

    /// <summary>The details that no row beside them says already.</summary>
    public static IEnumerable<string> DetailsOf(Item item, IReadOnlyList<Fact> beside) =>
        item.Details.Where(detail => !beside.Any(fact => fact.Value.Contains(detail, StringComparison.Ordinal))).Select(Line);

    /// <summary>PE0062 · ★ starred · 2015 · Open Data: what stands under a title.</summary>
    public static string Details(Item item, CardTexts texts, IReadOnlyList<Fact> beside) =>
        string.Join(" · ", [.. Marks(item, texts), .. DetailsOf(item, beside)]);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where there is nothing to show.</summary>
    public const string Blank = "–";

    public static string Filled(string text) => text.Length > 0 ? text : Blank;

    private static IEnumerable<string> Lines(Block block, CardTexts texts) => block switch
    {
        Heading heading => [Line(heading.Text)],
        Prose prose => [Clean(prose.Text).Trim()],
        Note note => [Clean(note.Text).Trim()],
        Quote quote => [$"“{Clean(quote.Text).Trim()}” — {Line(quote.Credit)}"],
        Facts facts => facts.Rows.Select(Row),
        Detail detail => [Entry(detail.Item, texts, detail.Rows), .. detail.Rows.Select(Row), .. Links(detail)],
        Listing listing => listing.Items.Select((item, index) => $"{Number(listing.First + index)}. {Entry(item, texts, [])}"),
        Chart chart => [Line(chart.Title), .. chart.Bars.Select(bar => $"{Line(bar.Label)}: {Number(bar.Value)}")],
        Grid grid => [Line(grid.Title), .. grid.Rows.Select(row => $"{Line(row.Label)} — {Cells(grid, row)}")],
        _ => throw new UnreachableException(),
    };

    private static string Row(Fact fact) => $"{Line(fact.Label)}: {Line(fact.Value)}";

    private static IEnumerable<string> Links(Detail detail) =>
        detail.Item.Url is { } url && !detail.Rows.Any(row => row.Value.Contains(url, StringComparison.Ordinal)) ? [Line(url)] : [];

    // The ID and the star come first, then the title; a number in a list goes before them.
    private static string Entry(Item item, CardTexts texts, IReadOnlyList<Fact> beside) =>
        string.Join(" · ", [.. Marks(item, texts), Line(item.Title), .. DetailsOf(item, beside)]);

    private static IEnumerable<string> Marks(Item item, CardTexts texts)
    {
        if (IdFor(item) is { } id)
        {
            yield return id;
        }

        if (item.Starred)
        {
            yield return $"★ {texts.Starred}";
        }
    }

    /// <summary>How a row of a table reads aloud: 2012: 3 · 2015: 1.</summary>
    public static string Cells(Grid grid, GridRow row) =>
        string.Join(" · ", row.Cells.Take(grid.Columns.Count).Select((cell, index) => $"{Line(grid.Columns[index])}: {Filled(Line(cell))}").DefaultIfEmpty(Blank));

    private static string Position(Reply reply, CardTexts texts, string said) => texts.Position(reply) switch
    {
        { } position => position,
        null when reply.Total is { } total && !said.Contains(Number(total), StringComparison.Ordinal) => texts.InAll(total),
        _ => "",
    };
}
