using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Ingest;

namespace OgpBot.Cli.Import;

/// <summary>An import's report for programs.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = ReplyJson.Encoder };

    /// <summary>One line.</summary>
    public static string Write(ImportReport report) => JsonSerializer.Serialize(report, Options);
}
