using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OgpBot.Delivery;
using OgpBot.Host.Operations;

namespace OgpBot.Tests.Conventions;

public sealed partial class SettingConventionTests
{
    private static readonly JsonElement Example = JsonDocument.Parse(
        Repository.Read("appsettings.example.json"), new() { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    [Fact]
    public void The_example_holds_every_limit_with_its_default()
    {
        foreach (var (section, options) in new (string, object)[] { (LimitsOptions.Section, new LimitsOptions()), (DeliveryOptions.Section, new DeliveryOptions()) })
        {
            var expected = options.GetType().GetProperties().ToDictionary(option => option.Name, option => Convert.ToInt32(option.GetValue(options), CultureInfo.InvariantCulture));

            Assert.Equal(expected, Example.GetProperty(section).EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetInt32()));
        }
    }

    [Fact]
    public void Every_class_of_options_has_its_section_in_the_example()
    {
        var classes = typeof(LimitsOptions).Assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace!.StartsWith("OgpBot", StringComparison.Ordinal));

        Assert.All(classes, type => Assert.True(Example.TryGetProperty((string)type.GetField("Section")!.GetValue(null)!, out _), type.Name));
    }

    [Fact]
    public void Every_key_that_people_know_from_the_platforms_is_in_the_example()
    {
        var keys = Repository.Files("src", "*.cs").SelectMany(path => Key().Matches(Repository.Read(path))).Select(match => match.Groups["key"].Value).Distinct().ToArray();

        Assert.Contains("SLACK_SIGNING_SECRET", keys);
        Assert.Contains("MicrosoftAppId", keys);
        Assert.All(keys, key => Assert.True(Example.TryGetProperty(key, out _), key));
    }

    [Fact]
    public void The_example_holds_no_secret() => Assert.All(
        Example.EnumerateObject().Where(setting => Key().IsMatch($"\"{setting.Name}\"") && setting.Name != "OGPBOT_DATA"),
        setting => Assert.Equal("", setting.Value.GetString()));

    [GeneratedRegex("""
        "(?<key>(SLACK|OGPBOT)_[A-Z_]+|MicrosoftApp[A-Za-z]+)"
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Key();
}
