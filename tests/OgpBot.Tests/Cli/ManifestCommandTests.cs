using System.IO.Compression;
using System.Text.Json.Nodes;
using OgpBot.Cli.Manifest;

namespace OgpBot.Tests.Cli;

public sealed class ManifestCommandTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private static readonly string[] Command = ["manifest", "teams", "--app-id", AppId, "--domain", "bot.example.org", "--out", "app.zip"];

    private static readonly TeamsApp App = new(AppId, "bot.example.org", "1.0.0", "Open Org", "https://open.example.org/", "https://open.example.org/privacy", "https://open.example.org/terms", []);

    [Fact]
    public async Task The_package_holds_the_manifest_its_languages_and_its_icons()
    {
        using var shell = new Shell();

        var ran = await shell.RunAsync(Command);

        Assert.Equal(0, ran.Code);
        Assert.Contains("https://bot.example.org/api/messages", ran.Error, StringComparison.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(shell.Folder, "app.zip"), TestContext.Current.CancellationToken);
        Assert.Equal(["color.png", "es.json", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var text = await new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken)).ReadToEndAsync(TestContext.Current.CancellationToken);
        var manifest = JsonNode.Parse(text)!;
        Assert.DoesNotContain("${{", text, StringComparison.Ordinal);
        Assert.All(new[] { manifest["id"], manifest["bots"]![0]!["botId"], manifest["composeExtensions"]![0]!["botId"] }, id => Assert.Equal(AppId, (string?)id));
        Assert.Equal("bot.example.org", (string?)manifest["validDomains"]![0]);
        Assert.Equal("https://bot.example.org/", (string?)manifest["developer"]!["privacyUrl"]);
    }

    [Fact]
    public async Task Domains_of_links_are_a_choice()
    {
        using var shell = new Shell();

        await shell.RunAsync([.. Command, "--unfurl", "commitments.example.org"]);

        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(shell.Folder, "app.zip"), TestContext.Current.CancellationToken);
        var manifest = await JsonNode.ParseAsync(await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["commitments.example.org"], manifest!["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"]!.AsArray().Select(domain => (string?)domain));
    }

    [Fact]
    public async Task The_same_words_make_the_same_bytes_and_a_file_is_replaced_only_when_asked()
    {
        using var shell = new Shell();
        await shell.RunAsync(Command);
        var first = await File.ReadAllBytesAsync(Path.Combine(shell.Folder, "app.zip"), TestContext.Current.CancellationToken);

        Assert.Equal(2, (await shell.RunAsync(Command)).Code);
        Assert.Equal(0, (await shell.RunAsync([.. Command, "--force"])).Code);

        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(shell.Folder, "app.zip"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--app-id", "ogpbot")]
    [InlineData("--domain", "https://bot.example.org")]
    [InlineData("--domain", "localhost")]
    [InlineData("--domain", "bot.example.org/path")]
    [InlineData("--privacy", "http://open.example.org")]
    [InlineData("--unfurl", "*")]
    [InlineData("--version-of-app", "one")]
    [InlineData("--developer", "An organisation whose name is longer than thirty-two characters")]
    public async Task What_Teams_would_refuse_is_not_written(string option, string value)
    {
        using var shell = new Shell();
        string[] words = Array.IndexOf(Command, option) is > 0 and var at ? [.. Command[..(at + 1)], value, .. Command[(at + 2)..]] : [.. Command, option, value];

        var ran = await shell.RunAsync(words);

        Assert.Equal(2, ran.Code);
        Assert.Contains("ogpbot manifest teams --help", ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(shell.Folder, "app.zip")));
    }

    [Fact]
    public void What_is_shipped_breaks_no_rule() => Assert.Empty(TeamsManifestRules.Broken(TeamsPackage.Of(App)));

    [Theory]
    [InlineData("name", "short", "A name of more than thirty letters, which Teams cuts")]
    [InlineData("description", "short", "")]
    [InlineData("icons", "color", "outline.png")]
    public void A_text_that_is_too_long_or_missing_and_a_wrong_icon_are_found(string member, string name, string value)
    {
        var package = TeamsPackage.Of(App);
        package.Manifest[member]![name] = value;

        Assert.NotEmpty(TeamsManifestRules.Broken(package));
    }

    [Fact]
    public void Each_text_must_be_there_in_Spanish_and_none_that_stands_for_nothing()
    {
        foreach (var key in TeamsPackage.Of(App).Spanish.Select(text => text.Key).Where(key => key != "$schema"))
        {
            var package = TeamsPackage.Of(App);
            package.Spanish.Remove(key);

            Assert.Contains(TeamsManifestRules.Broken(package), rule => rule.Contains(key, StringComparison.Ordinal));
        }

        var more = TeamsPackage.Of(App);
        more.Spanish["bots[0].commandLists[0].commands[12].title"] = "otra";
        Assert.Single(TeamsManifestRules.Broken(more));
    }
}
