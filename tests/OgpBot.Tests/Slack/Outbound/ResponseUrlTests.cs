using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Delivery;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class ResponseUrlTests
{
    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData("https://hooks.slack.com/actions/T1/2/3", true)]
    [InlineData("https://hooks.slack.com:443/commands/T1/2/3", true)]
    [InlineData("http://hooks.slack.com/actions/T1/2/3", false)]
    [InlineData("https://hooks.slack.com:8443/actions/T1", false)]
    [InlineData("https://hooks.slack.com.evil.example/actions", false)]
    [InlineData("https://evil.example/hooks.slack.com", false)]
    [InlineData("https://hooks.slack.com@evil.example/", false)]
    [InlineData("https://user@hooks.slack.com/", false)]
    [InlineData("https://hooks.sla\uFFFFck.com/actions/T1", false)]
    [InlineData("https://ｈooks.slack.com/actions/T1", false)]
    [InlineData("https://xhooks.slack.com/", false)]
    [InlineData("https://127.0.0.1/actions", false)]
    [InlineData("http://127.0.0.1:4003/_peer/response/1", false)]
    [InlineData("/actions/T1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Answers_go_to_Slack_alone(string? address, bool accepted) => Assert.Equal(accepted, ResponseUrl.Of(address, new SlackOptions(), time) is not null);

    [Fact]
    public void A_stand_in_is_answered_only_where_the_settings_name_it()
    {
        var options = new SlackOptions { ApiUrl = "http://127.0.0.1:4003/api/" };

        Assert.NotNull(ResponseUrl.Of("http://127.0.0.1:4003/_peer/response/1", options, time));
        // It may use several ports, but it is one machine.
        Assert.NotNull(ResponseUrl.Of("http://127.0.0.1:4004/_peer/response/1", options, time));
        Assert.Null(ResponseUrl.Of("http://127.0.0.2:4003/_peer/response/1", options, time));
        Assert.Null(ResponseUrl.Of("https://127.0.0.1:4003/_peer/response/1", options, time));
        Assert.Null(ResponseUrl.Of("http://169.254.169.254/", options, time));
    }

    [Fact]
    public async Task It_serves_five_times_and_no_token_goes_with_it()
    {
        await using var world = await SlackWorld.OpenAsync();
        var address = ResponseUrl.Of($"{world.Wire.Url}/api/respond", world.Options, world.Time)!;

        var outcomes = new List<Outcome>();
        for (var use = 0; use < 6; use++)
        {
            outcomes.Add(await world.Get<SlackClient>().RespondAsync(address, new JsonObject { ["text"] = "hi" }, SlackWorld.Cancelled));
        }

        Assert.All(outcomes.Take(5), outcome => Assert.IsType<Outcome.Sent>(outcome));
        Assert.IsType<Outcome.Refused>(outcomes[5]);
        Assert.Equal(5, world.Wire.Requests.Count);
        Assert.All(world.Wire.Requests, request => Assert.Equal("", request.Authorization));
    }

    [Fact]
    public async Task It_serves_for_half_an_hour()
    {
        await using var world = await SlackWorld.OpenAsync();
        var address = ResponseUrl.Of($"{world.Wire.Url}/api/respond", world.Options, world.Time)!;

        world.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.IsType<Outcome.Refused>(await world.Get<SlackClient>().RespondAsync(address, [], SlackWorld.Cancelled));
        Assert.Empty(world.Wire.Requests);
    }

    [Fact]
    public void It_is_never_written_out() =>
        Assert.DoesNotContain("hooks", ResponseUrl.Of("https://hooks.slack.com/actions/T1/2/3", new SlackOptions(), time)!.ToString(), StringComparison.Ordinal);
}
