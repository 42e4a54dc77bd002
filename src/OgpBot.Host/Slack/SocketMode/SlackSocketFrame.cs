using System.Text.Json;

namespace OgpBot.Host.Slack;

/// <summary>What Slack says over a socket.</summary>
internal abstract record SlackSocketFrame
{
    private SlackSocketFrame() { }

    /// <summary>The first frame: from now on the connection gets its share of what happens.</summary>
    public sealed record Hello : SlackSocketFrame;

    /// <param name="Reason">warning, refresh_requested, link_disabled, too_many_websockets.</param>
    public sealed record Disconnect(string Reason) : SlackSocketFrame;

    /// <param name="Id">Goes back with the acknowledgement.</param>
    /// <param name="Type">events_api, slash_commands, interactive.</param>
    /// <param name="TakesAnswer">The acknowledgement may carry what would be the body of an HTTP response.</param>
    /// <param name="Payload">What would be the body of an HTTP request, always as JSON.</param>
    public sealed record Envelope(string Id, string Type, bool TakesAnswer, ReadOnlyMemory<byte> Payload) : SlackSocketFrame;

    /// <summary>Of a kind that this version does not know, or not readable: nothing is acknowledged.</summary>
    public sealed record Other : SlackSocketFrame;

    public static SlackSocketFrame Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            return Of(Fields.In(message));
        }
        catch (JsonException)
        {
            return new Other();
        }
    }

    private static SlackSocketFrame Of(Fields fields) => fields switch
    {
        { Type: "hello" } => new Hello(),
        { Type: "disconnect" } => new Disconnect(fields.Reason ?? ""),
        { Type: { } type, Id: { } id, Payload.IsEmpty: false } => new Envelope(id, type, fields.TakesAnswer, fields.Payload),
        _ => new Other(),
    };

    private sealed class Fields
    {
        public string? Type { get; private set; }

        public string? Reason { get; private set; }

        public string? Id { get; private set; }

        public bool TakesAnswer { get; private set; }

        public ReadOnlyMemory<byte> Payload { get; private set; }

        /// <summary>The payload stays the bytes that came: who takes it in reads it once.</summary>
        public static Fields In(ReadOnlyMemory<byte> message)
        {
            var fields = new Fields();
            var reader = new Utf8JsonReader(message.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return fields;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                var holds = reader.TokenType == JsonTokenType.True;
                reader.Skip();
                switch (name)
                {
                    case "type": fields.Type = text; break;
                    case "reason": fields.Reason = text; break;
                    case "envelope_id": fields.Id = text; break;
                    case "accepts_response_payload": fields.TakesAnswer = holds; break;
                    case "payload": fields.Payload = message[start..(int)reader.BytesConsumed]; break;
                    default: break;
                }
            }

            return fields;
        }
    }
}
