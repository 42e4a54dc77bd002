using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Host.Operations;
using OgpBot.Host.Teams;
using OgpBot.Intents;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Teams;

/// <summary>The way out to Teams as the host registers it, over a real bot.db, with a stand-in connector.</summary>
internal sealed class TeamsUnderTest : IAsyncDisposable
{
    public const string Tenant = "tenant-1";

    private readonly TempFolder folder = new();
    private ServiceProvider services = null!;

    public ChannelHealth Health { get; } = new("teams");

    public required StandInConnector Connector { get; init; }

    public required Dictionary<string, string?> Settings { get; init; }

    public TeamsChannel Channel => (TeamsChannel)services.GetRequiredService<IChannel>();

    public TeamsConversations Conversations => services.GetRequiredService<TeamsConversations>();

    public static async Task<TeamsUnderTest> StartAsync(Func<StandInConnector, Dictionary<string, string?>>? settings = null)
    {
        var connector = await StandInConnector.StartAsync();
        var teams = new TeamsUnderTest { Connector = connector, Settings = settings?.Invoke(connector) ?? [] };
        teams.services = teams.Build();
        return teams;
    }

    public static async Task<TeamsUnderTest> StartWithIdentityAsync(string appType = "SingleTenant", string certificate = "", string password = "", string app = "app-1") => await StartAsync(connector => new()
    {
        ["MicrosoftAppId"] = app,
        ["MicrosoftAppPassword"] = certificate.Length > 0 || appType == "UserAssignedMSI" ? "" : "s3cret",
        ["Teams:CertificatePath"] = certificate,
        ["Teams:CertificatePassword"] = password,
        ["MicrosoftAppTenantId"] = Tenant,
        ["MicrosoftAppType"] = appType,
        ["Teams:LocalPeers"] = "true",
        ["Teams:Authority"] = connector.Url,
    });

    /// <summary>What the host starts; of the signing keys there are none to read.</summary>
    public TeamsStart Start(TimeProvider time) => ActivatorUtilities.CreateInstance<TeamsStart>(services, time, Array.Empty<TeamsIssuer>());

    /// <summary>As after a restart: nothing is in memory any more.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Build();
    }

    /// <summary>Until everything that was to be written is on disk.</summary>
    public Task WrittenAsync(CancellationToken cancellationToken) => services.GetRequiredService<StateWriter>().RecordAsync(_ => 0, cancellationToken);

    public TeamsRoute Route(string conversation = "a:chat-1", string? replyTo = "activity-1", string path = "") =>
        new($"{Connector.Url}{path}", conversation, replyTo, "28:bot", "en-US");

    /// <summary>A message with a way of its own; or without one, for a conversation where the bot was.</summary>
    public static Outgoing Message(Reply reply, string conversation = "a:chat-1", TeamsRoute? route = null) => new(
        new Address("teams", Tenant, conversation),
        route is null ? "{}" : System.Text.Json.JsonSerializer.Serialize(route, TeamsJson.Default.TeamsRoute),
        reply,
        MessageClass.Answer);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Connector.DisposeAsync();
        folder.Dispose();
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddMetrics();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(folder.Data);
        collection.AddSingleton<BotDatabase>();
        collection.AddSingleton<StateWriter>();
        collection.AddSingleton<IReadOnlyList<IIntent>>([]);
        collection.AddOptions<TeamsOptions>().Bind(configuration).BindConfiguration(TeamsOptions.Section);
        collection.AddSingleton(provider => provider.GetRequiredService<IOptions<TeamsOptions>>().Value);
        collection.AddSingleton<TeamsHosts>();
        collection.AddTeamsSending(configuration, Health);
        return collection.BuildServiceProvider();
    }
}
