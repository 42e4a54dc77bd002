using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Protocols;

namespace OgpBot.Tests.Teams;

/// <summary>The keys of an issuer and the documents that publish them, counted.</summary>
internal sealed class StandInKeys : IDocumentRetriever, IDisposable
{
    public const string Address = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    private readonly List<(string Id, RSA Key, string[] Endorsements)> published = [];
    private int documents;

    /// <summary>How often the OpenID document was read.</summary>
    public int Documents => documents;

    public bool IsDown { get; set; }

    public RSA Publish(string id, params string[] endorsements)
    {
        var key = RSA.Create(2048);
        Publish(id, key, endorsements);
        return key;
    }

    public void Publish(string id, RSA key, params string[] endorsements) => published.Add((id, key, endorsements));

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (IsDown)
        {
            throw new IOException("down");
        }

        if (address.EndsWith("keys", StringComparison.Ordinal))
        {
            return Task.FromResult(Set());
        }

        Interlocked.Increment(ref documents);
        return Task.FromResult(new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = new Uri(new(address), "/keys").AbsoluteUri }.ToJsonString());
    }

    public string Set() => new JsonObject { ["keys"] = new JsonArray([.. published.Select(Written)]) }.ToJsonString();

    public void Dispose() => published.ForEach(each => each.Key.Dispose());

    private static JsonObject Written((string Id, RSA Key, string[] Endorsements) each)
    {
        var numbers = each.Key.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = each.Id,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (each.Endorsements.Length > 0)
        {
            key["endorsements"] = new JsonArray([.. each.Endorsements.Select(name => (JsonNode)name)]);
        }

        return key;
    }
}
