using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OgpBot.Host.Teams;

/// <summary>
/// Tells what the token of a request proves. Cheap checks come first, so that only what looks right costs a key or a signature. Keys that a token brings
/// along, or points to, are not looked at.
/// </summary>
internal sealed class TeamsToken(TeamsOptions options, IReadOnlyList<TeamsIssuer> issuers, TimeProvider time)
{
    /// <summary>In characters. Microsoft's have less than 2,000.</summary>
    public const int Longest = 8 * 1024;

    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };
    private readonly TeamsVerdicts verdicts = new(time);

    /// <param name="authorization">The values of the header: one is expected.</param>
    public async Task<TeamsVerdict> JudgeAsync(StringValues authorization, CancellationToken cancellationToken)
    {
        if (authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new TeamsVerdict.Refused(authorization.Count > 1 ? "several tokens" : "no token");
        }

        var text = header[Scheme.Length..];
        if (text.Length > Longest || text.Count(letter => letter == '.') != 2 || !text.All(IsOfTokens))
        {
            return new TeamsVerdict.Refused("no such token");
        }

        var key = TeamsVerdicts.KeyOf(text);
        if (verdicts.Find(key) is { } known)
        {
            return known;
        }

        var (verdict, end) = await JudgeAsync(text, cancellationToken);
        if (verdict is not (TeamsVerdict.Undecided or TeamsVerdict.Refused { Final: false }))
        {
            verdicts.Keep(key, verdict, end);
        }

        return verdict;
    }

    private async Task<(TeamsVerdict Verdict, DateTimeOffset End)> JudgeAsync(string text, CancellationToken cancellationToken)
    {
        if (Parse(text) is not { } token)
        {
            return Refused("unreadable");
        }

        if (token.Alg != SecurityAlgorithms.RsaSha256 || token.Kid is not { Length: > 0 } keyId || token.Cty is { Length: > 0 } || token.TryGetHeaderValue<object>("crit", out _))
        {
            return Refused("algorithm or key");
        }

        if (issuers.FirstOrDefault(each => each.Names.Contains(token.Issuer, StringComparer.Ordinal)) is not { } issuer)
        {
            return Refused("issuer");
        }

        if (TextOf(token, JwtRegisteredClaimNames.Aud) is not { } audience || !audience.Equals(options.MicrosoftAppId, StringComparison.OrdinalIgnoreCase))
        {
            return Refused("audience");
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (!HasBegun(token, now) || HasEnded(token, now))
        {
            return (new TeamsVerdict.Refused("times", Final: HasEnded(token, now)), time.GetUtcNow() + TeamsVerdicts.Longest);
        }

        if (await issuer.Keys.FindAsync(keyId, cancellationToken) is not { } key)
        {
            return (issuer.Keys.Known ? new TeamsVerdict.Refused("unknown key", Final: false) : new TeamsVerdict.Undecided(), default);
        }

        var result = await handler.ValidateTokenAsync(token, Parameters(key.Key, issuer, audience));
        if (!result.IsValid)
        {
            return Refused(result.Exception.GetType().Name);
        }

        var left = token.ValidTo - now + Skew;
        return (issuer.Judge(token, key), time.GetUtcNow() + (left < TeamsVerdicts.Longest ? left : TeamsVerdicts.Longest));
    }

    // Told by our clock, which the library does not take.
    private static bool HasBegun(JsonWebToken token, DateTime now) => token.ValidFrom - now <= Skew;

    /// <summary>A token without an end has ended.</summary>
    private static bool HasEnded(JsonWebToken token, DateTime now) => now - token.ValidTo > Skew;

    private static JsonWebToken? Parse(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception reason) when (reason is ArgumentException or JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A claim that is one text; null for a list, a number or none.</summary>
    internal static string? TextOf(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

    private (TeamsVerdict Verdict, DateTimeOffset End) Refused(string reason) => (new TeamsVerdict.Refused(reason), time.GetUtcNow() + TeamsVerdicts.Longest);

    private TokenValidationParameters Parameters(SecurityKey key, TeamsIssuer issuer, string audience) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        ValidIssuers = issuer.Names,
        ValidAudience = audience,
        RequireExpirationTime = true,
        LifetimeValidator = (_, end, each, _) => end is not null && HasBegun((JsonWebToken)each, time.GetUtcNow().UtcDateTime) && !HasEnded((JsonWebToken)each, time.GetUtcNow().UtcDateTime),
        LogValidationExceptions = false,
    };

    private static bool IsOfTokens(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';
}
