using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using OgpBot.Delivery;
using OgpBot.Tests.Conversations;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Teams;

/// <summary>How the bot proves to Entra ID who it is, where no secret is shared.</summary>
public sealed class TeamsCredentialTests : IDisposable
{
    private const string Password = "only for this test";

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("key.pem", "")]
    [InlineData("encrypted.pem", Password)]
    [InlineData("both.pfx", Password)]
    [InlineData("open.p12", "")]
    public async Task With_a_certificate_the_bot_signs_for_itself_and_gets_its_token(string file, string password)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=OgpBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        var path = folder.File(file);
        await (Path.GetExtension(file) == ".pem"
            ? File.WriteAllTextAsync(path, $"{certificate.ExportCertificatePem()}\n{Pem(key, password)}\n", Cancel)
            : File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, password), Cancel));
        await using var teams = await TeamsUnderTest.StartWithIdentityAsync(certificate: path, password: password, app: $"app-{file}");

        var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel);

        Assert.IsType<Outcome.Sent>(outcome);
        Assert.Equal("Bearer token-1", Assert.Single(teams.Connector.Requests).Authorization);
        var asked = Assert.Single(teams.Connector.TokenRequests).Split(' ');
        Assert.Equal("/tenant-1/oauth2/v2.0/token", asked[0]);
        var form = QueryHelpers.ParseQuery(asked[1]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.Equal("https://api.botframework.com/.default", form["scope"]);
        Assert.False(form.ContainsKey("client_secret"));
        IsSignedBy(certificate, $"app-{file}", form["client_assertion"]!);
    }

    [Theory]
    [InlineData("/msi/token", "the header", "IDENTITY_ENDPOINT", "IDENTITY_HEADER")]
    [InlineData("/metadata/identity/oauth2/token", "true", "AZURE_POD_IDENTITY_AUTHORITY_HOST", "")]
    public async Task With_a_managed_identity_the_machine_gives_the_token(string path, string header, string variable, string headerVariable)
    {
        await using var teams = await TeamsUnderTest.StartWithIdentityAsync("UserAssignedMSI", app: Guid.NewGuid().ToString());
        var endpoint = variable == "IDENTITY_ENDPOINT" ? $"{teams.Connector.Url}{path}" : teams.Connector.Url;
        Dictionary<string, string> variables = new() { [variable] = endpoint };
        if (headerVariable.Length > 0)
        {
            variables[headerVariable] = header;
        }

        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel);

            Assert.IsType<Outcome.Sent>(outcome);
            Assert.StartsWith("Bearer token-", Assert.Single(teams.Connector.Requests).Authorization, StringComparison.Ordinal);
            var asked = teams.Connector.TokenRequests.Last();
            Assert.StartsWith($"{path}?", asked, StringComparison.Ordinal);
            Assert.EndsWith($" {header}", asked, StringComparison.Ordinal);
            var query = QueryHelpers.ParseQuery(asked[..^(header.Length + 1)][path.Length..]);
            Assert.Equal(("https://api.botframework.com", teams.Settings["MicrosoftAppId"]), (query["resource"].ToString(), query["client_id"].ToString()));
        }
        finally
        {
            foreach (var name in variables.Keys)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    private static string Pem(RSA key, string password) => password.Length == 0
        ? key.ExportPkcs8PrivateKeyPem()
        : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));

    /// <summary>As Entra ID looks at it: whose it is, for whom, until when, by which certificate, and whether the signature is that one's.</summary>
    private static void IsSignedBy(X509Certificate2 certificate, string app, string assertion)
    {
        var parts = assertion.Split('.');
        var (head, claims) = (Read(parts[0]), Read(parts[1]));
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        using var key = certificate.GetRSAPublicKey()!;

        Assert.Equal(Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)), (string?)head["x5t#S256"]);
        Assert.Equal((app, app), ((string?)claims["iss"], (string?)claims["sub"]));
        Assert.Equal("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token", (string?)claims["aud"]);
        Assert.InRange(long.Parse($"{claims["exp"]}", CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds());
        Assert.True(key.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, (string?)head["alg"] == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));

        static JsonObject Read(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
    }
}
