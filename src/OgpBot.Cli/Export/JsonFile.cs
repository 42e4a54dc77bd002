using System.Text.Json;
using System.Text.Json.Serialization;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Cli.Export;

/// <summary>Records as one JSON object: what was asked, how many there are, whom to credit, and the records in full.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = ReplyJson.Encoder,
        Converters = { new KnownConverter() },
    };

    public static async Task WriteAsync<T>(
        Stream stream, string kind, string query, int total, IAsyncEnumerable<T> records, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = ReplyJson.Encoder });
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteString("query", query);
        json.WriteNumber("total", total);
        json.WriteString("credit", Source.Credit);
        json.WriteStartArray("records");
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            JsonSerializer.Serialize(json, record, Options);
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>{"value": …, "state": "given | notInSource | pendingReview"}: what the source does not say is not the same as nothing.</summary>
    private sealed class KnownConverter : JsonConverter<Known>
    {
        public override Known Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Exports are written, never read.");

        public override void Write(Utf8JsonWriter writer, Known value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("value", value.Value);
            writer.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(value.State.ToString()));
            writer.WriteEndObject();
        }
    }
}
