using OgpBot.Host.Teams;

namespace OgpBot.Tests.Teams;

public sealed class TeamsOptionsTests
{
    private static readonly TeamsOptions Right = new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", MicrosoftAppTenantId = "tenant" };

    [Fact]
    public void Nothing_at_all_and_what_the_portal_gives_are_settings() => Assert.All(
        [
            new(), Right, new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret" },
            new() { MicrosoftAppId = "app", MicrosoftAppTenantId = "tenant", MicrosoftAppType = "UserAssignedMSI" },
            new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", MicrosoftAppTenantId = "tenant", LocalPeers = true, Authority = "http://127.0.0.1:8480", OpenIdMetadata = "http://localhost:8480/document" },
        ],
        options => Assert.True(new TeamsOptionsValidator().Validate(null, options).Succeeded));

    public static TheoryData<string> Wrong { get; } = [.. Wrongs.Keys];

    private static Dictionary<string, TeamsOptions> Wrongs => new()
    {
        ["a secret without an ID"] = new() { MicrosoftAppPassword = "s3cret" },
        ["an ID without a secret"] = new() { MicrosoftAppId = "app" },
        ["a secret and a certificate"] = new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", CertificatePath = "/nowhere" },
        ["a certificate that is not there"] = new() { MicrosoftAppId = "app", CertificatePath = "/nowhere" },
        ["an unknown type"] = new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", MicrosoftAppType = "Tenant" },
        ["one tenant, but which"] = new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", MicrosoftAppType = "SingleTenant" },
        ["keys from elsewhere"] = new() { OpenIdMetadata = "https://attacker.example/keys" },
        ["keys from elsewhere for peers"] = new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", MicrosoftAppTenantId = "tenant", LocalPeers = true, OpenIdMetadata = "https://attacker.example/keys" },
        ["keys from this machine without peers"] = new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", OpenIdMetadata = "http://localhost:8480/keys" },
        ["tokens from elsewhere"] = new() { Authority = "https://attacker.example" },
        ["peers without a tenant"] = new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", LocalPeers = true },
        ["an address as a host"] = new() { ServiceHosts = ["https://example.org/"] },
        ["an unfurl domain that is none"] = new() { UnfurlDomains = ["localhost"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_setting_that_would_fail_later_fails_at_the_start(string wrong) => Assert.NotEmpty(new TeamsOptionsValidator().Validate(null, Wrongs[wrong]).Failures!);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", "https://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net/amer", "https://smba.trafficmanager.net/amer/")]
    [InlineData("https://SMBA.trafficmanager.net", "https://smba.trafficmanager.net/")]
    [InlineData("https://connector.example.org/teams/", "https://connector.example.org/teams/")]
    [InlineData("http://smba.trafficmanager.net/amer/", null)]
    [InlineData("https://smba.trafficmanager.net:444/amer/", null)]
    [InlineData("https://user@smba.trafficmanager.net/amer/", null)]
    [InlineData("https://smba.trafficmanager.net.example.org/", null)]
    [InlineData("https://evil-smba.trafficmanager.net/", null)]
    [InlineData("https://smba.trafficmanager.net/amer/?to=x", null)]
    [InlineData("https://smba.trafficmanager.net/#x", null)]
    [InlineData("//smba.trafficmanager.net/", null)]
    [InlineData("http://localhost:5000/", null)]
    [InlineData("http://127.0.0.1/", null)]
    [InlineData("https://localhost/", null)]
    [InlineData("http://169.254.169.254/", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Answers_go_to_Microsofts_hosts_over_https_alone(string? service, string? goesTo)
    {
        var hosts = new TeamsHosts(new() { MicrosoftAppId = "app", MicrosoftAppPassword = "s3cret", ServiceHosts = ["connector.example.org"] });

        Assert.Equal(goesTo, hosts.Allowed(service)?.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:3990", true)]
    [InlineData("http://[::1]:3990/", true)]
    [InlineData("http://192.168.0.7:3990/", false)]
    [InlineData("http://localhost.example.org/", false)]
    [InlineData("ftp://localhost/", false)]
    public void Answers_go_to_this_machine_only_without_an_ID_or_for_development(string service, bool goes)
    {
        Assert.Equal(goes, new TeamsHosts(new()).Allowed(service) is not null);
        Assert.Equal(goes, new TeamsHosts(new() { MicrosoftAppId = "app", LocalPeers = true }).Allowed(service) is not null);
        Assert.Null(new TeamsHosts(new() { MicrosoftAppId = "app" }).Allowed(service));
    }
}
