using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace OgpBot.Tests.Slack.Intake;

/// <summary>A request as Slack signs it.</summary>
internal sealed record SignedRequest(string Timestamp, string Signature, byte[] Body)
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    public static SignedRequest Of(string body, DateTimeOffset at, string secret = Secret) => Of(Encoding.UTF8.GetBytes(body), at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), secret);

    public static SignedRequest Of(byte[] body, string timestamp, string secret = Secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return new(timestamp, $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}", body);
    }

    public HeaderDictionary Headers => new()
    {
        ["X-Slack-Request-Timestamp"] = Timestamp,
        ["X-Slack-Signature"] = Signature,
    };

    /// <summary>The same request with one bit of its time, its signature or its body turned over, for each bit.</summary>
    public IEnumerable<SignedRequest> WithOneBitWrong()
    {
        for (var bit = 0; bit < 8 * Timestamp.Length; bit++)
        {
            yield return this with { Timestamp = Flipped(Timestamp, bit) };
        }

        for (var bit = 0; bit < 8 * Signature.Length; bit++)
        {
            yield return this with { Signature = Flipped(Signature, bit) };
        }

        for (var bit = 0; bit < 8 * Body.Length; bit++)
        {
            var body = (byte[])Body.Clone();
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return this with { Body = body };
        }
    }

    private static string Flipped(string text, int bit)
    {
        var letters = text.ToCharArray();
        letters[bit / 8] ^= (char)(1 << (bit % 8));
        return new string(letters);
    }
}
