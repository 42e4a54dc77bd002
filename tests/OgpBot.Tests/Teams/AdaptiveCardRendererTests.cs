using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using OgpBot.Conversations;
using OgpBot.Host.Teams;
using OgpBot.Tests.Conversations;
using OgpBot.Tests.Reading;

namespace OgpBot.Tests.Teams;

public sealed partial class AdaptiveCardRendererTests
{
    /// <summary>The committed run is short; OGPBOT_HOSTILE_TEXTS asks for more.</summary>
    private static readonly int Texts = int.TryParse(Environment.GetEnvironmentVariable("OGPBOT_HOSTILE_TEXTS"), out var texts) ? texts : 500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = ReplyJson.Encoder };

    [Fact]
    public void Opening_a_record_says_its_ID_on_old_clients_too()
    {
        var action = Objects(AdaptiveCardRenderer.Render(SampleReplies.Page)).Where(each => each.ContainsKey("selectAction")).ElementAt(9)["selectAction"]!;

        Assert.Equal("Action.Execute", (string?)action["type"]);
        Assert.Equal("say", (string?)action["verb"]);
        Assert.Equal("PE0062", (string?)action["data"]!["says"]);
        Assert.Equal("Action.Submit", (string?)action["fallback"]!["type"]);
        Assert.Equal("PE0062", (string?)action["fallback"]!["data"]!["says"]);
    }

    [Fact]
    public void Every_choice_is_a_button()
    {
        var buttons = Buttons(AdaptiveCardRenderer.Render(SampleReplies.Help));

        Assert.Equal(SampleReplies.Help.Choices.Select(choice => choice.Label), buttons.Select(button => (string?)button["title"]));
        Assert.Equal(SampleReplies.Help.Choices.Select(choice => choice.Says), buttons.Select(button => (string?)button["data"]!["says"]));
    }

    [Fact]
    public void A_star_is_a_sign_and_a_word_in_the_language_of_the_reply()
    {
        Assert.Contains("★ starred", AdaptiveCardRenderer.Render(SampleReplies.Single).ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Contains("★ destacado", AdaptiveCardRenderer.Render(SampleReplies.Resources).ToJsonString(Readable), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_could_be_markdown_is_drawn_as_a_text_run()
    {
        var card = AdaptiveCardRenderer.Render(new Reply("x", new Heading("1. [click](https://evil.example)"), new Heading("Justice, 2017")));
        var body = card["body"]!.AsArray();

        Assert.Equal("RichTextBlock", (string?)body[0]!["type"]);
        Assert.Equal("TextBlock", (string?)body[1]!["type"]);
        Assert.Equal("heading", (string?)body[1]!["style"]);
    }

    [Fact]
    public void A_table_of_every_policy_area_by_year_is_drawn_whole()
    {
        GridRow[] rows = [.. Enumerable.Range(1, 22).Select(number => new GridRow($"Policy Area & Number {number}", ["10", "4", "0", "21", "104"]))];

        var card = AdaptiveCardRenderer.Render(new Reply("x", new Heading("Areas by year"), new Grid("Commitments", ["2012", "2015", "2017", "2019", "Total"], rows), new Note("Small print")));

        Assert.Equal(1 + rows.Length, Objects(card).Count(element => (string?)element["type"] == "ColumnSet"));
    }

    [Fact]
    public void Any_reply_fits_the_limits_of_Teams() =>
        GeneratedReplies.Replies.Sample(
            reply =>
            {
                var card = AdaptiveCardRenderer.Render(reply);
                var json = card.ToJsonString(Readable);
                return Encoding.UTF8.GetByteCount(json) <= 25 * 1024
                    && json.Length <= 20 * 1024
                    && (string?)card["version"] == "1.5"
                    && card["body"]!.AsArray().Count > 0
                    && Buttons(card).Count <= 6
                    && !string.IsNullOrWhiteSpace((string?)card["fallbackText"]);
            },
            iter: 60);

    [Fact]
    public void Nothing_in_any_reply_becomes_markdown_or_a_link_elsewhere() =>
        GeneratedReplies.Replies.Sample(reply => Assert.All(Objects(AdaptiveCardRenderer.Render(reply)), CheckElement), iter: 60);

    /// <summary>One text in every place where a person's or the source's words can stand.</summary>
    [Fact]
    public void No_text_becomes_markdown_or_a_link_wherever_it_stands() => Gen.OneOf(GeneratedReplies.Texts, HostileText.Any).Sample(
        text =>
        {
            var item = new Item(ItemKind.Commitment, text, text) { Details = [text], Areas = [text], Says = text, Url = text };
            var reply = new Reply(text, new Heading(text), new Prose(text), new Note(text), new Quote(text, text), new Facts([new(text, text)]), new Detail(item, [new(text, text)]),
                new Listing([item, item with { Says = null }]), new Chart(text, [new(text, 3)]), new Grid(text, [text], [new(text, [text])]))
            {
                Query = text,
                Choices = [new(text, text)],
                Pages = 3,
            };

            Assert.All(Objects(AdaptiveCardRenderer.Render(reply)), CheckElement);
        },
        iter: Texts);

    private static void CheckElement(JsonObject element)
    {
        switch ((string?)element["type"])
        {
            case "TextBlock":
                // The only element that is read as markdown holds nothing that could be some.
                Assert.Contains((string?)element["style"], (string?[])["heading", null]);
                Assert.DoesNotMatch(Markdown, (string)element["text"]!);
                break;
            case "TextRun":
                Assert.NotEqual("", (string)element["text"]!);
                Assert.DoesNotContain("{{DATE", (string)element["text"]!, StringComparison.Ordinal);
                break;
            case "Action.OpenUrl":
                Assert.StartsWith("http", (string)element["url"]!, StringComparison.Ordinal);
                Assert.DoesNotContain("@", new Uri((string)element["url"]!).Authority, StringComparison.Ordinal);
                break;
            case "AdaptiveCard" or "RichTextBlock" or "Container" or "ColumnSet" or "Column" or "ActionSet" or "Action.Execute" or "Action.Submit" or null:
                break;
            default:
                Assert.Fail($"{element["type"]} is not an element of our cards");
                break;
        }
    }

    private static List<JsonObject> Buttons(JsonObject card) =>
    [
        .. new[] { card }.Concat(card["body"]!.AsArray().Select(element => element!.AsObject()).Where(element => (string?)element["type"] == "ActionSet"))
            .SelectMany(set => set["actions"]?.AsArray() ?? [])
            .Select(button => button!.AsObject()),
    ];

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(member => Objects(member.Value)).Prepend(each),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    [GeneratedRegex(@"[*_~`#<>\[\]\\&|{}/]|^\s*([-+]|\d+[.)])|\.[a-z]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markdown { get; }
}
