using OgpBot.Delivery;

namespace OgpBot.Host.Slack;

/// <summary>Slack's error codes as outcomes. They come with status 200.</summary>
internal static class SlackErrors
{
    /// <summary>A token ran out that can be renewed.</summary>
    public const string TokenExpired = "token_expired";

    public const string NotInstalled = "not_installed";

    private const int LongestCode = 64;

    private static readonly string[] OfToken = ["account_inactive", "invalid_auth", "not_authed", TokenExpired, "token_revoked"];

    private static readonly TimeSpan Migration = TimeSpan.FromMinutes(1);

    /// <summary>The token is at fault, whatever was asked with it.</summary>
    public static bool IsOfToken(Outcome outcome) => outcome is Outcome.Refused { Reason: var code } && OfToken.Contains(code);

    /// <param name="retryAfter">Of the response, where it had one.</param>
    public static Outcome Of(string? code, TimeSpan? retryAfter) => code switch
    {
        "ratelimited" or "rate_limited" or "message_limit_exceeded" => new Outcome.Later(retryAfter ?? TimeSpan.FromSeconds(1), code),
        // Nothing was read or taken.
        "service_unavailable" or "request_timeout" => new Outcome.Later(retryAfter, code),
        // The workspace moves into an organisation; that takes its time.
        "team_added_to_org" => new Outcome.Later(retryAfter ?? Migration, code),
        // Slack's pages: some aspect of the operation may have succeeded before the error.
        "internal_error" or "fatal_error" => new Outcome.Unknown(code),
        _ => new Outcome.Refused(Plain(code)),
    };

    /// <summary>The code as it may stand in a log.</summary>
    private static string Plain(string? code) =>
        code is { Length: > 0 and <= LongestCode } && code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '.' or '-') ? code : "unknown_error";
}
