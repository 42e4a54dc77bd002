using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using OgpBot.Conversations;
using OgpBot.Host.WebChat;
using OgpBot.Tests.Conversations;

namespace OgpBot.Tests.WebChat;

public sealed class HtmlRendererTests
{
    private static readonly HashSet<string> Elements = new(
        "ARTICLE H2 H3 P FIGURE BLOCKQUOTE FIGCAPTION DL DIV DT DD SECTION A OL LI BUTTON SPAN SVG RECT TABLE THEAD TBODY TR TH TD".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Attributes = new(
        "class lang start type data-says href rel target aria-hidden aria-label role tabindex scope viewbox preserveaspectratio focusable width height".Split(' '), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void A_record_is_opened_by_a_button_that_says_its_ID()
    {
        var buttons = Read(SampleReplies.Page).QuerySelectorAll("ol.items > li.item > button.item-title[type=button]");

        Assert.Equal(10, buttons.Length);
        Assert.Equal("PE0062", buttons[9].GetAttribute("data-says"));
        Assert.Equal("Reusable Open Data", buttons[9].TextContent);
    }

    [Fact]
    public void A_star_is_read_as_a_word()
    {
        var star = Read(SampleReplies.Single).QuerySelector("span.star")!;

        Assert.Equal("★ starred", star.TextContent);
        Assert.Equal("true", star.FirstElementChild!.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void A_title_in_the_sources_language_says_so_inside_a_Spanish_reply()
    {
        Assert.Equal("es", Read(SampleReplies.Resources).QuerySelector("article")!.GetAttribute("lang"));
        Assert.Equal("en", Read(SampleReplies.Resources).QuerySelector("a.item-title")!.GetAttribute("lang"));
        Assert.False(Read(SampleReplies.Page).QuerySelector(".item-title")!.HasAttribute("lang"));
    }

    [Fact]
    public void The_second_page_counts_on() => Assert.Equal("11", Read(SampleReplies.Resources).QuerySelector("ol.items")!.GetAttribute("start"));

    [Fact]
    public void A_bar_has_its_figure_as_text_and_its_length_without_a_style()
    {
        var bar = Read(SampleReplies.Ranking).QuerySelectorAll("li.bar")[1];

        Assert.Equal("21", bar.QuerySelector(".bar-value")!.TextContent);
        Assert.Equal("91.3", bar.QuerySelector("rect")!.GetAttribute("width"));
        Assert.Equal("true", bar.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void A_table_names_its_rows_and_columns()
    {
        var table = Read(SampleReplies.Pivot).QuerySelector("figure.grid table")!;

        Assert.Equal(["2012", "2015", "2017", "2019"], table.QuerySelectorAll("th[scope=col]").Select(cell => cell.TextContent));
        Assert.Equal(20, table.QuerySelectorAll("tbody > tr > th[scope=row]").Length);
        Assert.Equal(["20", "0", "0", "–"], table.QuerySelectorAll("tbody > tr:first-child > td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Hostile_words_are_shown_as_they_are() =>
        Assert.All(GeneratedReplies.Hostile.Select(PlainText.Line).Where(line => line.Length > 0), line =>
            Assert.Equal(line, Read(new Reply("x", new Heading(line))).QuerySelector("h2")!.TextContent));

    [Fact]
    public void Nothing_in_any_reply_becomes_markup() =>
        GeneratedReplies.Replies.Sample(reply => Assert.All(Read(reply).QuerySelectorAll("body *"), CheckElement), iter: 60);

    private static void CheckElement(IElement element)
    {
        Assert.Contains(element.LocalName, Elements);
        Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes));
        if (element.LocalName == "a")
        {
            Assert.StartsWith("http", element.GetAttribute("href")!, StringComparison.Ordinal);
            Assert.Equal("noopener noreferrer", element.GetAttribute("rel"));
        }
    }

    private static IDocument Read(Reply reply) => new HtmlParser().ParseDocument(HtmlRenderer.Render(reply));
}
