using CsCheck;
using OgpBot.Conversations;

namespace OgpBot.Tests.Conversations;

/// <summary>Replies of any size, whose texts try to be markup for every channel.</summary>
public static class GeneratedReplies
{
    public static IReadOnlyList<string> Hostile { get; } =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'--></style></svg><a href='javascript:alert(1)'>x</a>",
        "&lt;b&gt; &amp;amp; &#x41;",
        "**bold** _italic_ ~~gone~~ `code` # title",
        "[click](https://evil.example) ![x](http://evil.example/x.png)",
        "1. first\n2. second\n- third\n> fourth",
        "<at>everyone</at> {{DATE(2020-01-01T00:00:00Z, SHORT)}} ${$root.x}",
        "<!channel> <!here|now> <@U012ABC> <#C012ABC|general> <https://evil.example|ogp>",
        "<!date^0^{date}|today> :smile: :+1: *bold* ~gone~",
        "www.evil.example https://evil.example mailto:x@evil.example",
        "\u202Edesrever\u202C \u2066isolated\u2069",
        "العدالة والحكومة المفتوحة",
        "👩‍👩‍👧‍👦👨🏿‍🚀🇵🇪 ★",
        "lone \uD83D high, lone \uDE00 low",
        "nul \0 bell \u0007 escape \u001B[31m",
        "\u200B\uFEFF\u2060",
        "{0} {{1}} %s {",
        "",
        "   \t\r\n ",
        "Justice",
    ];

    private static readonly string[] Giants =
    [
        new string('x', 10_000),
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 400)),
        "e" + new string('\u0301', 5_000),
        new string('"', 3_000),
        new string('\uE000', 3_000),
        string.Concat(Enumerable.Repeat("<&>", 1_500)),
    ];

    public static Gen<string> Texts { get; } = Gen.Frequency((12, Gen.OneOf([.. Hostile])), (1, Gen.OneOf(Giants)), (1, Gen.String), (1, Gen.Char.Array[0, 300].Select(letters => new string(letters))));

    public static Gen<Reply> Replies { get; } =
        from text in Texts
        from blocks in Gen.OneOf(Blocks(Texts)).List[0, 12]
        from choices in Gen.Select(Texts, Texts, (label, says) => new Choice(label, says)).List[0, 60]
        from spanish in Gen.Bool
        from total in Gen.Int[-1, 2000]
        from pages in Gen.Int[1, 300]
        select new Reply(text, [.. blocks])
        {
            Intent = "find-commitments",
            Language = spanish ? Language.Spanish : Language.English,
            Query = text,
            Total = total < 0 ? null : total,
            Pages = pages,
            Choices = choices,
        };

    private static Gen<Block>[] Blocks(Gen<string> texts) =>
    [
        texts.Select(text => (Block)new Heading(text)),
        texts.Select(text => (Block)new Prose(text)),
        texts.Select(text => (Block)new Note(text)),
        Gen.Select(texts, texts, (text, credit) => (Block)new Quote(text, credit)),
        Facts(texts).Select(rows => (Block)new Facts(rows)),
        Gen.Select(Items(texts), Facts(texts), (item, rows) => (Block)new Detail(item, rows)),
        Gen.Select(Few(Items(texts)), Gen.Int[1, 5000], (items, first) => (Block)new Listing(items, first)),
        Gen.Select(texts, Few(Bars(texts)), (title, bars) => (Block)new Chart(title, bars)),
        from title in texts
        from columns in texts.List[0, 15]
        from rows in Few(Gen.Select(texts, texts.List[0, 15], (label, cells) => new GridRow(label, cells)))
        select (Block)new Grid(title, columns, rows),
    ];

    // Mostly a page; now and then a thousand.
    private static Gen<List<T>> Few<T>(Gen<T> one) => Gen.Frequency((30, one.List[0, 20]), (1, one.Select(each => Enumerable.Repeat(each, 1000).ToList())));

    private static Gen<List<Fact>> Facts(Gen<string> texts) => Few(Gen.Select(texts, texts, (label, value) => new Fact(label, value)));

    private static Gen<Bar> Bars(Gen<string> texts) => Gen.Select(texts, Gen.OneOf(Gen.Int[0, 30], Gen.Int), Gen.Bool, (label, value, leads) => new Bar(label, value, leads ? label : null));

    private static Gen<Item> Items(Gen<string> texts) =>
        from kind in Gen.Enum<ItemKind>()
        from id in texts
        from title in texts
        from details in texts.List[0, 12]
        from starred in Gen.Bool
        from opens in Gen.Bool
        from url in Gen.OneOf(Gen.OneOf([null, "https://www.opengovpartnership.org/members/peru/", "javascript:alert(1)", "https://ogp.org@evil.example/"]), texts.Select(text => (string?)text))
        select new Item(kind, id, title) { Details = details, Areas = details, Starred = starred, Says = opens ? title : null, Url = url };
}
