using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using OgpBot.Cli;
using OgpBot.Host.Slack;
using OgpBot.Tests.Cli;
using OgpBot.Tests.Conventions;
using YamlDotNet.RepresentationModel;

namespace OgpBot.Tests.Slack;

public sealed partial class SlackManifestTests(Shell shell) : IClassFixture<Shell>
{
    private static readonly string Shipped = Repository.Read("manifests/slack/manifest.yaml");

    private static readonly YamlMappingNode Manifest = Read(Shipped);

    [Fact]
    public void Its_command_and_shortcuts_are_those_of_the_code()
    {
        var commands = List("features", "slash_commands").Select(command => Text(command, "command"));
        var shortcuts = List("features", "shortcuts").Select(shortcut => (Text(shortcut, "type"), Text(shortcut, "callback_id")));

        Assert.Equal([SlackNames.Command], commands);
        Assert.Equal([("global", SlackNames.Find), ("message", SlackNames.LookUp)], shortcuts);
    }

    [Fact]
    public void Its_addresses_are_those_of_the_host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["SLACK_CLIENT_ID"] = "1", ["SLACK_CLIENT_SECRET"] = "2", ["SLACK_SIGNING_SECRET"] = "3" });
        builder.AddSlack();
        using var app = builder.Build();
        app.MapSlack();
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText).ToArray();

        var paths = Address().Matches(Shipped).Select(match => new Uri(match.Value).AbsolutePath).Distinct().ToArray();

        Assert.Equal(["/slack/commands", "/slack/events", "/slack/interactivity", "/slack/oauth_redirect"], paths.Order());
        Assert.All(paths, path => Assert.Contains(path, routes));
    }

    [Fact]
    public void It_asks_for_the_scopes_of_an_install_and_says_why_for_each()
    {
        var lines = Shipped.Split('\n').Select(line => line.Trim()).ToArray();

        var scopes = ((YamlSequenceNode)At("oauth_config", "scopes", "bot")).Select(scope => scope.ToString()).ToArray();

        Assert.Equal(SlackInstall.Scopes, scopes);
        Assert.All(scopes, scope => Assert.StartsWith("# ", lines[Array.IndexOf(lines, $"- {scope}") - 1], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_that_it_subscribes_to_is_taken_in()
    {
        var intake = string.Concat(Repository.Files("src/OgpBot.Host/Slack", "*.cs").Select(Repository.Read));

        var events = ((YamlSequenceNode)At("settings", "event_subscriptions", "bot_events")).Select(name => name.ToString()).ToArray();

        Assert.Contains("app_mention", events);
        Assert.All(events, name => Assert.Contains($"\"{name.Split('.')[0]}\"", intake, StringComparison.Ordinal));
    }

    [Fact]
    public void Previews_are_for_the_domain_of_the_settings() =>
        Assert.Equal([new SlackOptions().UnfurlDomain], ((YamlSequenceNode)At("features", "unfurl_domains")).Select(domain => domain.ToString()));

    [Fact]
    public void It_keeps_to_the_lengths_that_Slack_allows()
    {
        Assert.InRange(Text(At("display_information"), "name").Length, 1, 35);
        Assert.InRange(Text(At("display_information"), "description").Length, 1, 140);
        Assert.InRange(Text(At("display_information"), "long_description").Length, 175, 4000);
        Assert.All(List("features", "shortcuts"), shortcut =>
        {
            Assert.InRange(Text(shortcut, "name").Length, 1, 24);
            Assert.InRange(Text(shortcut, "description").Length, 1, 150);
        });
    }

    [Theory]
    [InlineData("bot.example.org", "https://bot.example.org")]
    [InlineData("https://BOT.example.org/", "https://bot.example.org")]
    [InlineData("ogp.münchen.de:8443", "https://ogp.xn--mnchen-3ya.de:8443")]
    public async Task It_is_printed_for_ones_own_address(string domain, string origin)
    {
        var ran = await shell.RunAsync(["manifest", "slack", "--domain", domain]);

        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal(Shipped.Replace("https://ogpbot.example.org", origin, StringComparison.Ordinal), ran.Output);
    }

    [Fact]
    public async Task For_Socket_Mode_it_is_the_same_without_addresses()
    {
        var ran = await shell.RunAsync(["manifest", "slack", "--socket"]);

        var printed = Leaves(Read(ran.Output));
        var shipped = Leaves(Manifest).Where(leaf => !leaf.Contains("https://", StringComparison.Ordinal)).Select(leaf => leaf.Replace("socket_mode_enabled: false", "socket_mode_enabled: true", StringComparison.Ordinal));
        Assert.Equal(shipped, printed);
        Assert.Contains(printed, leaf => leaf.EndsWith("socket_mode_enabled: true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("--socket", "--domain", "bot.example.org")]
    [InlineData("--domain", "http://bot.example.org")]
    [InlineData("--domain", "bot.example.org/path")]
    [InlineData("--domain", "localhost")]
    [InlineData("--domain", "127.0.0.1")]
    [InlineData("--domain", "user@bot.example.org")]
    [InlineData("--domain", "bot.example.org\n  x: y")]
    [InlineData("--domain", "")]
    public async Task An_address_that_Slack_cannot_call_is_bad_usage(params string[] options)
    {
        var ran = await shell.RunAsync(["manifest", "slack", .. options]);

        Assert.Equal((ExitCode.BadUsage, ""), (ran.Code, ran.Output));
        Assert.Contains("--domain", ran.Error, StringComparison.Ordinal);
    }

    private static YamlMappingNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlNode At(params string[] path) => path.Aggregate((YamlNode)Manifest, (node, name) => node[name]);

    private static YamlSequenceNode List(params string[] path) => (YamlSequenceNode)At(path);

    private static string Text(YamlNode node, string name) => node[name].ToString();

    private static string[] Leaves(YamlNode node, string path = "") => node switch
    {
        YamlMappingNode mapping => [.. mapping.SelectMany(pair => Leaves(pair.Value, $"{path}/{pair.Key}"))],
        YamlSequenceNode list => [.. list.SelectMany((item, index) => Leaves(item, $"{path}/{index}"))],
        _ => [$"{path}: {node}"],
    };

    [GeneratedRegex(@"https://ogpbot\.example\.org\S*", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Address();
}
