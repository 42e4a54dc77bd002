using System.Text.Json;
using System.Text.Json.Serialization;

namespace OgpBot.Host.Outbound;

/// <summary>JSON that is written already, as a part of other JSON.</summary>
[JsonConverter(typeof(DrawnJsonConverter))]
internal sealed class DrawnJson(ReadOnlyMemory<byte> json)
{
    public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(json.Span, skipInputValidation: true);
}

internal sealed class DrawnJsonConverter : JsonConverter<DrawnJson>
{
    public override DrawnJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, DrawnJson value, JsonSerializerOptions options) => value.WriteTo(writer);
}
