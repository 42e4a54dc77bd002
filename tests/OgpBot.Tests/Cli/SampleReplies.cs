using CsCheck;
using OgpBot.Conversations;

namespace OgpBot.Tests.Cli;

internal static class SampleReplies
{
    /// <summary>Text that tries to drive a terminal or to be markup.</summary>
    public static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf(
            "\u001b[2J\u001b]0;owned\u0007", "\u009b31m", "[red]x[/]", "[/]", "[[", "]", "[link=http://x]", "a\rb", "\u202eevil\u2066", "\ud83d", "\udc00",
            "\0", "\u0085", "\n\n", "", "   ", "👩‍👩‍👧", "日本語のとても長い題名", new string('x', 300), "e\u0301", "{0}", "PE0062 ★"),
        Gen.String[0, 60]);

    private static readonly Gen<IReadOnlyList<string>> Texts = Hostile.List[0, 4].Select(list => (IReadOnlyList<string>)list);

    private static readonly Gen<Item> Items =
        Gen.Select(Gen.Enum<ItemKind>(), Hostile, Hostile, Gen.Bool, Texts, Hostile.Null())
            .Select((kind, id, title, starred, details, url) => new Item(kind, id, title) { Starred = starred, Details = details, Url = url });

    private static readonly Gen<Fact> FactRows = Gen.Select(Hostile, Hostile).Select((label, value) => new Fact(label, value));

    private static readonly Gen<Block> Blocks = Gen.OneOf(
        Hostile.Select(Block (text) => new Heading(text)),
        Hostile.Select(Block (text) => new Prose(text)),
        Hostile.Select(Block (text) => new Note(text)),
        Gen.Select(Hostile, Hostile).Select(Block (text, credit) => new Quote(text, credit)),
        FactRows.List[0, 4].Select(Block (rows) => new Facts(rows)),
        Gen.Select(Items, FactRows.List[0, 4]).Select(Block (item, rows) => new Detail(item, rows)),
        Gen.Select(Items.List[0, 4], Gen.Int[1, 5000]).Select(Block (items, first) => new Listing(items, first)),
        Gen.Select(Hostile, Gen.Select(Hostile, Gen.Int).Select((label, value) => new Bar(label, value)).List[0, 4])
            .Select(Block (title, bars) => new Chart(title, bars)),
        Gen.Select(Hostile, Texts, Gen.Select(Hostile, Texts).Select((label, cells) => new GridRow(label, cells)).List[0, 4])
            .Select(Block (title, columns, rows) => new Grid(title, columns, rows)));

    public static readonly Gen<Reply> Any =
        Gen.Select(Hostile, Blocks.List[0, 5], Gen.Enum<Language>(), Gen.Int[1, 3], Gen.Select(Hostile, Hostile).Select((label, says) => new Choice(label, says)).List[0, 6])
            .Select((text, blocks, language, pages, choices) =>
                new Reply(text, [.. blocks]) { Language = language, Pages = pages, Choices = choices });

    public static Reply Everything { get; } = new(
        "2 commitments by Peru in Justice, 2017.",
        new Heading("2 commitments by Peru in Justice, 2017"),
        new Prose("Both belong to Action Plan 3."),
        new Listing(
            [
                new Item(ItemKind.Commitment, "PE0082", "Strengthening of Local Committees for the Prevention of Crime and of Violence") { Details = ["2017", "Justice", "Action Plan 3"] },
                new Item(ItemKind.Commitment, "PE0062", "Reusable Open Data") { Starred = true, Details = ["2015", "Open Data"], Url = "https://example.org/PE0062" },
            ],
            First: 11),
        new Detail(new Item(ItemKind.Resource, "key-1", "Peru Action Plan"), [new Fact("Type", "Action Plan"), new Fact("Year", "2017")]),
        new Facts([new Fact("Lead institution", "not in the source")]),
        new Chart("Commitments per area", [new Bar("Public Service Delivery", 23), new Bar("Justice", 5)]),
        new Grid("Areas by year", ["2012", "2015"], [new GridRow("Justice", ["3", "1"]), new GridRow("Open Data", ["7"])]),
        new Quote("Assesses the process.", "Open Government Partnership, CC BY 4.0"),
        new Note("Read as: country:peru area:justice year:2017"))
    {
        Total = 12,
        Page = 2,
        Pages = 2,
        Choices = [new Choice("Only starred", "only starred"), new Choice("Previous page", "country:peru page:1")],
    };
}
