using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using OgpBot.Conversations;

namespace OgpBot.Host.Api;

/// <summary>One message to the bot.</summary>
internal sealed record ChatRequest
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestConversationId = 128;

    private const string Expected = """Expected is a JSON object {"conversationId": string, "text": string}""";

    /// <summary>
    /// Names the conversation, so that "next" or "only starred" can follow. At most 128 characters, none of them a control character.
    /// Whoever knows it shares the conversation: use a random one. Left out or empty: a new conversation, whose name the answer tells.
    /// </summary>
    public string? ConversationId { get; init; }

    /// <summary>What the person typed. Very long text is read up to the reader's limit.</summary>
    [JsonRequired]
    public string? Text { get; init; }

    /// <exception cref="BadHttpRequestException">The body is not what is expected; the message is for the sender.</exception>
    public static async Task<ChatRequest> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            || !type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BadHttpRequestException("Send the body as application/json in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var request = await JsonSerializer.DeserializeAsync(http.Body, ApiJson.Default.ChatRequest, cancellationToken);
            return request is null ? throw new BadHttpRequestException($"{Expected}.") : request.Checked();
        }
        catch (JsonException broken)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}");
            throw new BadHttpRequestException($"{Expected}; the body cannot be read as one at {place}.", broken);
        }
    }

    private ChatRequest Checked() => this switch
    {
        { Text: null } => throw new BadHttpRequestException($"{Expected}; \"text\" is null."),
        { ConversationId.Length: > LongestConversationId } => throw new BadHttpRequestException("\"conversationId\" is longer than 128 characters."),
        { ConversationId: { } id } when id.Any(char.IsControl) => throw new BadHttpRequestException("\"conversationId\" holds a control character."),
        { ConversationId: null or "" } => this with { ConversationId = Guid.NewGuid().ToString("n") },
        _ => this,
    };

    public Utterance ToUtterance(Language? preferred) => new(Text!, new("web", "", ConversationId!), preferred);
}
