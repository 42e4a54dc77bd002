using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OgpBot.Host.Slack;

/// <summary>Tells whether a request is Slack's: HMAC-SHA256 over its time and the bytes of its body. Either secret will do while one replaces the other.</summary>
internal sealed partial class SlackSignature(SlackOptions options, TimeProvider time)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How far the clocks may be apart; after that a request that somebody recorded is worthless.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    private const int Length = 3 + (2 * HMACSHA256.HashSizeInBytes);

    private readonly byte[][] secrets = [.. new[] { options.SigningSecret, options.PreviousSigningSecret }.Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];

    public bool Proves(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        // A header that came twice is neither of its values.
        if (headers[TimestampHeader] is not [{ } stamp] || headers[SignatureHeader] is not [{ } signature] || !StampForm().IsMatch(stamp) || !SignatureForm().IsMatch(signature))
        {
            return false;
        }

        Span<byte> given = stackalloc byte[Length];
        Encoding.ASCII.GetBytes(signature, given);
        Span<byte> expected = stackalloc byte[Length];
        var proven = false;
        foreach (var secret in secrets)
        {
            Sign(secret, stamp, body, expected);
            // As text: hexadecimal digits in other letters are another signature.
            proven |= CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return proven && IsNow(long.Parse(stamp, System.Globalization.CultureInfo.InvariantCulture));
    }

    private bool IsNow(long stamp) => Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - stamp) <= Window.TotalSeconds;

    private static void Sign(byte[] secret, string stamp, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData("v0:"u8);
        hash.AppendData(Encoding.ASCII.GetBytes(stamp));
        hash.AppendData(":"u8);
        hash.AppendData(body);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        "v0="u8.CopyTo(signature);
        Convert.TryToHexStringLower(digest, signature[3..], out _);
    }

    [GeneratedRegex(@"^[1-9][0-9]{0,11}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StampForm();

    [GeneratedRegex(@"^v0=[0-9a-f]{64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignatureForm();
}
