using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Host.Operations;
using OgpBot.Host.Slack;
using OgpBot.Storage;
using OgpBot.Tests.Delivery;
using OgpBot.Tests.Slack.Outbound;
using OgpBot.Tests.Storage;
using Reply = OgpBot.Delivery.Outgoing;

namespace OgpBot.Tests.Slack.Intake;

/// <summary>Everything between a request of Slack's and a reply in the outbox, as the host registers it; what is posted is written down.</summary>
internal sealed class SlackIntake : IAsyncDisposable
{
    public const string Team = "T000000001";

    public const string App = "A000000042";

    public const string Bot = "U00000B0T";

    private readonly TempFolder folder = new();
    private readonly WebApplication app;

    private SlackIntake(SlackWire wire)
    {
        Wire = wire;
        var options = new SlackOptions
        {
            ClientId = "client.id",
            ClientSecret = "client-secret",
            SigningSecret = SignedRequest.Secret,
            AppId = App,
            ApiUrl = $"{wire.Url}/api/",
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new DeliveryOptions());
        builder.Services.AddOgpBot(folder.Data);
        builder.Services.AddDelivery();
        builder.Services.AddDigests();
        builder.Services.AddSlackIntake();
        builder.Services.AddSlackOutbound(options, Health);
        builder.Services.Replace(ServiceDescriptor.Singleton<IChannel>(Sent));
        app = builder.Build();
        app.MapSlackRequests();
    }

    public ChannelHealth Health { get; } = new("slack");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>What left through the outbox.</summary>
    public RecordingChannel Sent { get; } = new("slack");

    /// <summary>Slack, for what is called directly.</summary>
    public SlackWire Wire { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<SlackIntake> OpenAsync(params string[] teams)
    {
        var intake = new SlackIntake(await SlackWire.OpenAsync());
        foreach (var team in teams.Length == 0 ? [Team] : teams)
        {
            await intake.InstallAsync(team);
        }

        return intake;
    }

    public Task InstallAsync(string team) => Get<SlackInstallations>().SaveAsync(
        new(team, Bot, SlackInstallation.ScopesOf("chat:write,channels:history"), new($"xoxb-of-{team}", null), null), Cancelled);

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public Task<Received> EventAsync(JsonObject payload) => PostAsync("/slack/events", payload.ToJsonString());

    public Task<Received> InteractAsync(JsonObject payload) => PostAsync("/slack/interactivity", $"payload={Uri.EscapeDataString(payload.ToJsonString())}");

    public Task<Received> CommandAsync(string text, string channel = "C1", string team = Team, string user = "U1") => PostAsync(
        "/slack/commands",
        $"token=x&team_id={team}&channel_id={channel}&user_id={user}&command=%2Fogp&text={Uri.EscapeDataString(text)}&api_app_id={App}&trigger_id=1.2.3");

    public Task<Received> PostAsync(string path, string body) => PostAsync(path, SignedRequest.Of(body, Time.GetUtcNow()));

    /// <summary>Through the endpoint itself, without a network.</summary>
    public async Task<Received> PostAsync(string path, SignedRequest request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Post;
        context.Request.Path = path;
        context.Request.Body = new MemoryStream(request.Body);
        foreach (var (name, value) in request.Headers)
        {
            context.Request.Headers[name] = value;
        }

        context.Response.Body = answer;
        var endpoint = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Single(each => each.RoutePattern.RawText == path);
        await endpoint.RequestDelegate!(context);
        return new(context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()), context.Response.Headers["X-Slack-No-Retry"].ToString());
    }

    public async Task<long> RowsAsync(string table)
    {
        await using var connection = await Get<BotDatabase>().OpenAsync(Cancelled);
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {table}");
    }

    /// <summary>Waits until everything that was accepted is answered and sent.</summary>
    public async Task<IReadOnlyList<Reply>> SettleAsync()
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (Get<InboxWorker>().Waiting + Get<OutboxWorker>().Waiting > 0)
        {
            await often.WaitForNextTickAsync(Cancelled);
        }

        List<Reply> sent = [];
        while (Sent.Unread > 0)
        {
            sent.Add(await Sent.NextAsync());
        }

        return sent;
    }

    public async ValueTask DisposeAsync()
    {
        await SettleAsync();
        await app.DisposeAsync();
        await Wire.DisposeAsync();
        folder.Dispose();
    }
}

internal sealed record Received(int Status, string Body, string NoRetry)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
