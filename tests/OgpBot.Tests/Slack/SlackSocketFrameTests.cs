using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack;

public sealed class SlackSocketFrameTests
{
    private static readonly string[] Fields = ["envelope_id", "type", "payload", "accepts_response_payload", "retry_attempt", "retry_reason"];

    [Fact]
    public void An_envelope_is_read_in_whatever_order_its_fields_come() =>
        Gen.Select(Gen.String, Gen.Bool, Gen.Shuffle(Fields)).Sample((text, takesAnswer, order) =>
        {
            var payload = new JsonObject { ["text"] = text, ["type"] = "hello", ["inner"] = new JsonArray(1, new JsonObject { ["envelope_id"] = "other" }) };
            var envelope = new JsonObject();
            foreach (var field in order)
            {
                envelope[field] = field switch { "envelope_id" => "id", "type" => "events_api", "payload" => payload, "accepts_response_payload" => takesAnswer, "retry_attempt" => 1, _ => "timeout" };
            }

            var frame = Assert.IsType<SlackSocketFrame.Envelope>(SlackSocketFrame.Read(Encoding.UTF8.GetBytes(envelope.ToJsonString())));

            Assert.Equal(("id", "events_api", takesAnswer), (frame.Id, frame.Type, frame.TakesAnswer));
            Assert.True(JsonNode.DeepEquals(payload, JsonNode.Parse(frame.Payload.Span)));
        });

    [Fact]
    public void Whatever_comes_is_read_or_left_alone() =>
        Gen.OneOf(Gen.Byte.Array, Gen.String.Select(Encoding.UTF8.GetBytes), Gen.String.Select(text => JsonSerializer.SerializeToUtf8Bytes(new { type = text, payload = text }))).Sample(message =>
            Assert.IsNotType<SlackSocketFrame.Envelope>(SlackSocketFrame.Read(message)));

    [Theory]
    [InlineData("""{"type":"hello","num_connections":1}""", typeof(SlackSocketFrame.Hello))]
    [InlineData("""{"type":"disconnect","reason":"warning","debug_info":{"host":"applink-1"}}""", typeof(SlackSocketFrame.Disconnect))]
    [InlineData("""{"type":"disconnect"}""", typeof(SlackSocketFrame.Disconnect))]
    [InlineData("""{"type":"events_api","payload":{}}""", typeof(SlackSocketFrame.Other))]
    [InlineData("""{"type":"events_api","envelope_id":"1"}""", typeof(SlackSocketFrame.Other))]
    [InlineData("""{"type":"events_api","envelope_id":"1","payload":{}""", typeof(SlackSocketFrame.Other))]
    [InlineData("""{"type":"news"}""", typeof(SlackSocketFrame.Other))]
    [InlineData("[]", typeof(SlackSocketFrame.Other))]
    [InlineData("", typeof(SlackSocketFrame.Other))]
    public void A_frame_is_what_its_type_says(string message, Type expected) =>
        Assert.IsType(expected, SlackSocketFrame.Read(Encoding.UTF8.GetBytes(message)));
}
