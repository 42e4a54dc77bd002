using System.Net;
using System.Net.Sockets;
using OgpBot.Delivery;

namespace OgpBot.Host.Outbound;

/// <summary>What an HTTP exchange says about a message, where the platform's own answer says nothing better.</summary>
internal static class HttpOutcome
{
    /// <summary>
    /// For a status other than 2xx. 429, 412 and 503 say that nothing was taken (HTTP, and Microsoft's and Slack's pages on rate limits);
    /// other 5xx and 408 leave it open: both platforms have answered so after taking a message.
    /// </summary>
    public static Outcome Of(HttpStatusCode status, TimeSpan? retryAfter) => (int)status switch
    {
        429 => new Outcome.Later(retryAfter ?? TimeSpan.FromSeconds(1), "429"),
        412 or 503 => new Outcome.Later(retryAfter, $"{(int)status}"),
        408 or >= 500 => new Outcome.Unknown($"{(int)status}"),
        _ => new Outcome.Refused($"{(int)status}"),
    };

    /// <summary>For a request that got no answer: before the connection stood nothing can have arrived.</summary>
    public static Outcome Of(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
            new Outcome.Later(null, exception.HttpRequestError.ToString()),
        _ when exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new Outcome.Later(null, "ConnectionRefused"),
        _ => new Outcome.Unknown(exception.HttpRequestError.ToString()),
    };

    /// <summary>Seconds or a date, as RFC 9110 has it; null when absent or unreadable. Never negative, at most a day.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait is { } told ? TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(told.TotalSeconds), 0, 86_400)) : null;
    }
}
