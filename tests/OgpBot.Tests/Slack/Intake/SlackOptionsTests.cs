using Microsoft.Extensions.Configuration;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("no settings")]
    [InlineData("no SLACK_SIGNING_SECRET, and no SLACK_APP_TOKEN", "SLACK_BOT_TOKEN=xoxb-1")]
    [InlineData("no SLACK_BOT_TOKEN, and no SLACK_CLIENT_ID with SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET=s")]
    [InlineData(null, "SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=s")]
    [InlineData(null, "SLACK_BOT_TOKEN=xoxb-1", "SLACK_APP_TOKEN=xapp-1")]
    [InlineData(null, "SLACK_CLIENT_ID=1", "SLACK_CLIENT_SECRET=2", "SLACK_SIGNING_SECRET=s")]
    public void The_channel_is_on_with_what_it_needs_and_tells_what_is_missing(string? why, params string[] settings) =>
        Assert.Equal(why, Bound(settings).WhyOff);

    [Theory]
    [InlineData("SLACK_BOT_TOKEN", "SLACK_BOT_TOKEN=xoxp-1")]
    [InlineData("SLACK_APP_TOKEN", "SLACK_APP_TOKEN=xoxb-1")]
    [InlineData("SLACK_CLIENT_ID", "SLACK_CLIENT_ID=1")]
    [InlineData("SLACK_API_URL", "SLACK_API_URL=http://slack.example/api/")]
    [InlineData("SLACK_API_URL", "SLACK_API_URL=https://slack.example/api")]
    [InlineData("SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET_PREVIOUS=s")]
    [InlineData("Slack:UnfurlDomain", "Slack:UnfurlDomain=https://ogp.org/")]
    public void A_setting_that_cannot_be_right_is_named(string named, params string[] settings)
    {
        var result = new SlackOptionsValidator().Validate(null, Bound(settings));

        Assert.True(result.Failed);
        Assert.Contains(named, result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("SLACK_BOT_TOKEN=", "SLACK_API_URL=", "SLACK_CLIENT_ID=")]
    [InlineData("SLACK_API_URL=http://127.0.0.1:4003/api/", "SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=s")]
    public void Settings_may_be_missing_or_empty_and_Slack_may_be_a_stand_in(params string[] settings) =>
        Assert.True(new SlackOptionsValidator().Validate(null, Bound(settings)).Succeeded);

    private static SlackOptions Bound(string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
        var options = new SlackOptions();
        configuration.GetSection(SlackOptions.Section).Bind(options);
        configuration.Bind(options);
        return options;
    }
}
