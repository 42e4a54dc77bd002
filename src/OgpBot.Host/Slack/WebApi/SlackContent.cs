using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>The body of a request, which knows whether it has begun to leave: before that, nothing can have arrived.</summary>
internal sealed class SlackContent : ByteArrayContent
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = ReplyJson.Encoder };

    private volatile bool left;

    private SlackContent(byte[] body, string type)
        : base(body) => Headers.ContentType = MediaTypeHeaderValue.Parse(type);

    public bool HasLeft => left;

    /// <summary>For methods that write. Without the charset Slack warns.</summary>
    public static SlackContent Json(JsonObject body) => new(Encoding.UTF8.GetBytes(body.ToJsonString(Readable)), "application/json; charset=utf-8");

    /// <summary>For methods that read: they do not see JSON.</summary>
    public static SlackContent Form(IEnumerable<KeyValuePair<string, string>> arguments) =>
        new(Encoding.UTF8.GetBytes(string.Join('&', arguments.Select(argument => $"{WebUtility.UrlEncode(argument.Key)}={WebUtility.UrlEncode(argument.Value)}"))), "application/x-www-form-urlencoded");

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        left = true;
        return base.SerializeToStreamAsync(stream, context);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        left = true;
        return base.SerializeToStreamAsync(stream, context, cancellationToken);
    }
}
