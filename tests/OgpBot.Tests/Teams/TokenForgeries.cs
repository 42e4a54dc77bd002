using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OgpBot.Tests.Teams;

/// <summary>Every way that is known to make a token that should not be taken.</summary>
internal static class TokenForgeries
{
    public const string Known = "known-key";

    private static readonly Dictionary<string, Func<ForgedToken, RSA, string>> Ways = new(StringComparer.Ordinal)
    {
        ["no algorithm"] = (token, _) => With(token, header => header["alg"] = "none").SignedBy(_ => []),
        ["no algorithm, in capitals"] = (token, _) => With(token, header => header["alg"] = "None").SignedBy(_ => []),
        ["no signature"] = (token, _) => token.SignedBy(_ => []),
        ["HS256 with the public key as PEM"] = (token, key) => With(token, header => header["alg"] = "HS256").SignedBy(data => HMACSHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), data)),
        ["HS256 with the public key as DER"] = (token, key) => With(token, header => header["alg"] = "HS256").SignedBy(data => HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), data)),
        ["HS256 with the modulus"] = (token, key) => With(token, header => header["alg"] = "HS256").SignedBy(data => HMACSHA256.HashData(key.ExportParameters(false).Modulus!, data)),
        ["RS384"] = (token, key) => With(token, header => header["alg"] = "RS384").SignedBy(data => key.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),
        ["RS512"] = (token, key) => With(token, header => header["alg"] = "RS512").SignedBy(data => key.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["PS256"] = (token, key) => With(token, header => header["alg"] = "PS256").SignedBy(data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["RS256 that says ES256"] = (token, _) => With(token, header => header["alg"] = "ES256").Signed(),
        ["another key under a known name"] = (token, _) => SignedByStranger(token),
        ["an embedded key"] = (token, _) => SignedByStranger(With(token, header => header["jwk"] = new JsonObject { ["kty"] = "RSA", ["kid"] = Known, ["n"] = "AQAB", ["e"] = "AQAB" })),
        ["a link to keys"] = (token, _) => SignedByStranger(With(token, header => header["jku"] = "https://attacker.example/keys")),
        ["a link to a certificate"] = (token, _) => SignedByStranger(With(token, header => header["x5u"] = "https://attacker.example/cert")),
        ["an embedded certificate"] = (token, _) => SignedByStranger(With(token, header => header["x5c"] = new JsonArray("MIIB"))),
        ["an unknown key"] = (token, _) => With(token, header => header["kid"] = "nobody's").Signed(),
        ["no key"] = (token, _) => With(token, header => header.Remove("kid")).Signed(),
        ["a nested token"] = (token, _) => With(token, header => header["cty"] = "JWT").Signed(),
        ["an extension that must be understood"] = (token, _) => With(token, header => header["crit"] = new JsonArray("b64")).Signed(),
        ["expired"] = (token, _) => Of(token, claims => claims["exp"] = Shifted(claims["nbf"]!, -3600)).Signed(),
        ["not yet valid"] = (token, _) => Of(token, claims => claims["nbf"] = Shifted(claims["nbf"]!, 3600)).Signed(),
        ["without an end"] = (token, _) => Of(token, claims => claims.Remove("exp")).Signed(),
        ["an end that is no number"] = (token, _) => Of(token, claims => claims["exp"] = "tomorrow").Signed(),
        ["another audience"] = (token, _) => Of(token, claims => claims["aud"] = "99999999-2222-3333-4444-555555555555").Signed(),
        ["no audience"] = (token, _) => Of(token, claims => claims.Remove("aud")).Signed(),
        ["any audience"] = (token, _) => Of(token, claims => claims["aud"] = "*").Signed(),
        ["several audiences"] = (token, _) => Of(token, claims => claims["aud"] = new JsonArray(ForgedToken.App, "other")).Signed(),
        ["a list of one audience"] = (token, _) => Of(token, claims => claims["aud"] = new JsonArray(ForgedToken.App)).Signed(),
        ["the audience as an address"] = (token, _) => Of(token, claims => claims["aud"] = $"api://{ForgedToken.App}").Signed(),
        ["no issuer"] = (token, _) => Of(token, claims => claims.Remove("iss")).Signed(),
        ["the issuer with a slash"] = (token, _) => Of(token, claims => claims["iss"] = "https://api.botframework.com/").Signed(),
        ["the issuer without encryption"] = (token, _) => Of(token, claims => claims["iss"] = "http://api.botframework.com").Signed(),
        ["the issuer in capitals"] = (token, _) => Of(token, claims => claims["iss"] = "https://API.botframework.com").Signed(),
        ["the emulator's issuer"] = (token, _) => Of(token, claims => claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/").Signed(),
        ["no service"] = (token, _) => Of(token, claims => claims.Remove("serviceurl")).Signed(),
        ["the service in other letters"] = (token, _) => Of(token, claims => (claims["serviceUrl"], claims["serviceurl"]) = ((string?)claims["serviceurl"], null)).Signed(),
        ["an empty service"] = (token, _) => Of(token, claims => claims["serviceurl"] = "").Signed(),
        ["changed claims"] = (token, _) => Changed(token.Signed()),
        ["no token at all"] = (_, _) => "",
        ["words"] = (_, _) => "not a token",
        ["two dots"] = (_, _) => "..",
        ["an encrypted token"] = (token, _) => $"{token.Signed()}.AAAA.BBBB",
        ["a megabyte"] = (token, _) => Of(token, claims => claims["pad"] = new string('a', 1 << 20)).Signed(),
    };

    public static TheoryData<string> Names { get; } = [.. Ways.Keys];

    public static string Make(string way, ForgedToken token, RSA key) => Ways[way](token, key);

    private static ForgedToken With(ForgedToken token, Action<JsonObject> change)
    {
        change(token.Header);
        return token;
    }

    private static ForgedToken Of(ForgedToken token, Action<JsonObject> change)
    {
        change(token.Claims);
        return token;
    }

    private static string SignedByStranger(ForgedToken token)
    {
        using var stranger = RSA.Create(2048);
        return token.SignedBy(data => stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static string Changed(string signed)
    {
        var parts = signed.Split('.');
        return $"{parts[0]}.{parts[1][..^4]}AAAA.{parts[2]}";
    }

    private static long Shifted(JsonNode time, long seconds) => (long)time + seconds;
}
