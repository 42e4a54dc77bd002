using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Host.Operations;
using OgpBot.Host.Slack;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Slack.Outbound;

/// <summary>Everything that speaks to Slack, as the host registers it, over a data folder of its own and a Slack of its own.</summary>
internal sealed class SlackWorld : IAsyncDisposable
{
    public const string OwnToken = "xoxb-own-token";

    private readonly TempFolder folder = new();
    private readonly ServiceProvider services;

    private SlackWorld(SlackWire wire, SlackOptions options)
    {
        Wire = wire;
        Options = options;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton(options);
        collection.AddOgpBot(folder.Data);
        collection.AddSlackOutbound(options, Health);
        // Key files belong to the tests that are about them.
        collection.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
        services = collection.BuildServiceProvider();
    }

    public ChannelHealth Health { get; } = new("slack");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public SlackWire Wire { get; }

    public SlackOptions Options { get; }

    public DataFolder Data => folder.Data;

    public SlackChannel Channel => Get<SlackChannel>();

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Workspaces install the app; with a token of its own one of them is there from the start.</summary>
    public static async Task<SlackWorld> OpenAsync(bool ownToken = false, string appId = "", string api = "")
    {
        var wire = await SlackWire.OpenAsync();
        return new SlackWorld(wire, new SlackOptions
        {
            BotToken = ownToken ? OwnToken : "",
            ClientId = "client.id",
            ClientSecret = "client-secret",
            SigningSecret = "signing",
            AppId = appId,
            ApiUrl = api.Length > 0 ? api : $"{wire.Url}/api/",
            RedirectUri = "https://bot.example.org/slack/oauth_redirect",
        });
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task InstallAsync(string team, string? token = null, string? refresh = null, TimeSpan? lives = null, string scopes = "chat:write,im:history") =>
        Get<SlackInstallations>().SaveAsync(
            new(team, $"UBOT{team}", SlackInstallation.ScopesOf(scopes), new(token ?? TokenOf(team), refresh), lives is { } span ? Time.GetUtcNow() + span : null), Cancelled);

    public static string TokenOf(string team) => $"xoxb-of-{team}";

    public static Outgoing Answer(string team, SlackRoute route, string text = "Two commitments", string? replaces = null) =>
        new(new Address("slack", team, route.Channel), route.Write(), new Reply(text, new Heading(text)) { Intent = "find-commitments", Query = "year:2031" }, MessageClass.Answer, replaces)
        {
            Reference = "0123456789",
        };

    public static SlackRoute In(string channel) => new(SlackRouteKind.Message, channel);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Wire.DisposeAsync();
        folder.Dispose();
    }
}
