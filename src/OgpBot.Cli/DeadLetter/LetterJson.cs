using System.Text.Json;
using OgpBot.Conversations;

namespace OgpBot.Cli.DeadLetter;

/// <summary>A dead letter for programs.</summary>
internal static class LetterJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = ReplyJson.Encoder };

    /// <summary>One line.</summary>
    public static string Write(Delivery.DeadLetter letter) => JsonSerializer.Serialize(letter, Options);
}
