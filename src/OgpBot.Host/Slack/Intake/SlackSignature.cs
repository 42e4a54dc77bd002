using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace OgpBot.Host.Slack;

/// <summary>Tells whether a request is Slack's: HMAC-SHA256 over its time and the bytes of its body. Either secret will do while one replaces the other.</summary>
internal sealed class SlackSignature(SlackOptions options, TimeProvider time)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How far the clocks may be apart; after that a request that somebody recorded is worthless.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    private const int Length = 3 + (2 * HMACSHA256.HashSizeInBytes);

    // Hexadecimal, as Slack writes them.
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    // Of a time in seconds: enough for thirty thousand years.
    private const int MostDigits = 12;

    private readonly byte[][] secrets = [.. new[] { options.SigningSecret, options.PreviousSigningSecret }.Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];

    public bool Proves(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        // A header that came twice is neither of its values.
        if (headers[TimestampHeader] is not [{ } stamp] || headers[SignatureHeader] is not [{ } signature] || !IsStamp(stamp) || !IsSignature(signature))
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

    private static bool IsStamp(string text) => text is [>= '1' and <= '9', ..] && text.Length <= MostDigits && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsSignature(string text) => text.Length == Length && text.StartsWith("v0=", StringComparison.Ordinal) && !text.AsSpan(3).ContainsAnyExcept(Digits);
}
