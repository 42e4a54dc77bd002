using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgpBot.Tests.Teams;

/// <summary>A token that can be made wrong in any way. As it is made, it is right: of the channel service, for <see cref="App"/>.</summary>
internal sealed class ForgedToken
{
    public const string App = "11111111-2222-3333-4444-555555555555";

    public const string Tenant = "66666666-7777-8888-9999-000000000000";

    private readonly RSA key;

    public ForgedToken(RSA key, string keyId, DateTimeOffset now, string service)
    {
        this.key = key;
        Header = new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = keyId };
        var (from, to) = (now.AddMinutes(-1).ToUnixTimeSeconds(), now.AddHours(1).ToUnixTimeSeconds());
        Claims = new() { ["iss"] = "https://api.botframework.com", ["aud"] = App, ["nbf"] = from, ["exp"] = to, ["serviceurl"] = service };
    }

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public string Signed() => SignedBy(data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public string SignedBy(Func<byte[], byte[]> sign)
    {
        var data = $"{Encode(Header)}.{Encode(Claims)}";
        return $"{data}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(data)))}";
    }

    /// <summary>The same claims by the own tenant, as the Agents Playground sends them.</summary>
    public ForgedToken OfOwnTenant()
    {
        Claims.Remove("serviceurl");
        (Claims["iss"], Claims["tid"], Claims["ver"], Claims["azp"]) = ($"https://login.microsoftonline.com/{Tenant}/v2.0", Tenant, "2.0", App);
        return this;
    }

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
