using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Slack;

/// <summary>The bodies of requests to Slack.</summary>
internal static class SlackContent
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = ReplyJson.Encoder };

    /// <summary>For methods that write. Without the charset Slack warns.</summary>
    public static DepartingContent Json(JsonObject body) => new(Encoding.UTF8.GetBytes(body.ToJsonString(Readable)));

    /// <summary>For methods that read: they do not see JSON.</summary>
    public static DepartingContent Form(IEnumerable<KeyValuePair<string, string>> arguments) =>
        new(Encoding.UTF8.GetBytes(string.Join('&', arguments.Select(argument => $"{WebUtility.UrlEncode(argument.Key)}={WebUtility.UrlEncode(argument.Value)}"))), "application/x-www-form-urlencoded");
}
