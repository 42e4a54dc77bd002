using CsCheck;
using OgpBot.Conversations;
using OgpBot.Delivery;

namespace OgpBot.Tests.Delivery;

public sealed class StoredReplyTests
{
    // Unpaired surrogates are no text; the reader and every source remove them.
    private static readonly Gen<string> Text = Gen.String[0, 20].Select(PlainText.Clean);

    private static readonly Gen<string?> Perhaps = Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text));

    private static readonly Gen<Item> Items =
        from kind in Gen.Enum<ItemKind>()
        from id in Text
        from title in Text
        from starred in Gen.Bool
        from details in Text.Array[0, 3]
        from year in Gen.OneOf(Gen.Const((int?)null), Gen.Int[1990, 2030].Select(year => (int?)year))
        from areas in Text.Array[0, 2]
        from url in Perhaps
        from says in Perhaps
        select new Item(kind, id, title) { Starred = starred, Details = details, Year = year, Areas = areas, Url = url, Says = says };

    private static readonly Gen<Fact> Fact = Gen.Select(Text, Text, (label, value) => new Fact(label, value));

    private static readonly Gen<Block> Blocks = Gen.OneOf(
        Text.Select(text => (Block)new Heading(text)),
        Text.Select(text => (Block)new Prose(text)),
        Text.Select(text => (Block)new Note(text)),
        Gen.Select(Text, Text, (text, credit) => (Block)new Quote(text, credit)),
        Fact.Array[0, 3].Select(rows => (Block)new Facts(rows)),
        Gen.Select(Items, Fact.Array[0, 3], (item, rows) => (Block)new Detail(item, rows)),
        Gen.Select(Items.Array[0, 4], Gen.Int[1, 90], (items, first) => (Block)new Listing(items, first)),
        Gen.Select(Text, Gen.Select(Text, Gen.Int, Perhaps, (label, value, says) => new Bar(label, value, says)).Array[0, 3], (title, bars) => (Block)new Chart(title, bars)),
        Gen.Select(Text, Text.Array[0, 3], Gen.Select(Text, Text.Array[0, 3], (label, cells) => new GridRow(label, cells)).Array[0, 3], (title, columns, rows) => (Block)new Grid(title, columns, rows)));

    private static readonly Gen<Reply> Replies =
        from text in Text
        from blocks in Blocks.Array[0, 6]
        from intent in Text
        from language in Gen.Enum<Language>()
        from query in Perhaps
        from total in Gen.OneOf(Gen.Const((int?)null), Gen.Int[0, 999].Select(total => (int?)total))
        from page in Gen.Int[1, 9]
        from pages in Gen.Int[0, 9]
        from choices in Gen.Select(Text, Text, (label, says) => new Choice(label, says)).Array[0, 6]
        select new Reply(text, blocks) { Intent = intent, Language = language, Query = query, Total = total, Page = page, Pages = pages, Choices = choices };

    [Fact]
    public void A_reply_comes_out_of_the_outbox_as_it_went_in() => Replies.Sample(
        reply =>
        {
            var again = StoredReply.Read(System.Text.Encoding.UTF8.GetString(StoredReply.Write(reply).Json.Span));

            Assert.Equivalent(reply, again, strict: true);
            Assert.Equal(reply.Blocks.Select(block => block.GetType()), again.Blocks.Select(block => block.GetType()));
        },
        iter: 500);
}
