using System.Text.Json;
using CsCheck;
using OgpBot.Conversations;

namespace OgpBot.Tests.Conversations;

public sealed class ReplyJsonTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = ReplyJson.Encoder };

    [Fact]
    public void A_reply_has_the_members_that_programs_rely_on()
    {
        var json = JsonDocument.Parse(ReplyJson.Write(SampleReplies.Page)).RootElement;

        Assert.Equal(["intent", "language", "query", "text", "total", "page", "pages", "items", "choices"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("find-commitments", json.GetProperty("intent").GetString());
        Assert.Equal("en", json.GetProperty("language").GetString());
        Assert.Equal(18, json.GetProperty("total").GetInt32());
        Assert.Equal(2, json.GetProperty("pages").GetInt32());
        Assert.Equal("only starred", json.GetProperty("choices")[1].GetProperty("label").GetString(), ignoreCase: true);
    }

    [Fact]
    public void Records_are_listed_in_the_order_shown()
    {
        var items = JsonDocument.Parse(ReplyJson.Write(SampleReplies.Page)).RootElement.GetProperty("items");
        var last = items[9];

        Assert.Equal(["kind", "id", "title", "year", "areas", "starred", "details", "url", "says"], last.EnumerateObject().Select(member => member.Name));
        Assert.Equal("PE0066", items[0].GetProperty("id").GetString());
        Assert.Equal("commitment", last.GetProperty("kind").GetString());
        Assert.Equal("PE0062", last.GetProperty("id").GetString());
        Assert.True(last.GetProperty("starred").GetBoolean());
        Assert.Equal(JsonValueKind.Null, last.GetProperty("url").ValueKind);
    }

    [Fact]
    public void A_Spanish_reply_says_so_and_keeps_its_accents_readable()
    {
        var json = ReplyJson.Write(SampleReplies.Nothing);

        Assert.Contains("\"language\":\"es\"", json, StringComparison.Ordinal);
        Assert.Contains("Ningún compromiso", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_reply_is_one_line_of_JSON_that_no_page_could_take_for_markup() =>
        GeneratedReplies.Replies.Sample(
            reply =>
            {
                var json = ReplyJson.Write(reply);
                using var read = JsonDocument.Parse(json);
                return json.IndexOfAny(['<', '>', '&', '\'', '\n', '\r']) < 0
                    && read.RootElement.GetProperty("items").GetArrayLength() == reply.Items.Count()
                    && ReplyJson.ToNode(reply).ToJsonString(Readable) == json;
            },
            iter: 60);
}
