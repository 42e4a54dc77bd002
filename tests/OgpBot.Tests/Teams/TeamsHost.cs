using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OgpBot.Host.Operations;
using OgpBot.Host.Teams;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Teams;

/// <summary>The host's Teams endpoint over real HTTP and a real bot.db, with a stand-in connector, and a stand-in that publishes keys and gives tokens.</summary>
public sealed class TeamsHost : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly StandInKeys issuer = new();
    private WebApplication keys = null!;
    private WebApplication app = null!;

    private TeamsHost(StandInConnector connector)
    {
        Connector = connector;
        Key = issuer.Publish(TokenForgeries.Known, "msteams");
    }

    public StandInConnector Connector { get; }

    /// <summary>What reached the connector, but for "is typing", which only a slow machine says.</summary>
    public IReadOnlyList<Heard> Said => [.. Connector.Requests.Where(heard => (string?)heard.Body["type"] != "typing")];

    public RSA Key { get; }

    public HttpClient Client { get; private set; } = null!;

    internal ChannelHealth Health => app.Services.GetRequiredKeyedService<ChannelHealth>("teams");

    public int Documents => issuer.Documents;

    public string Service => $"{Connector.Url}/amer/";

    internal ForgedToken Token => new(Key, TokenForgeries.Known, TimeProvider.System.GetUtcNow(), Service);

    /// <param name="settings">Without any: no app ID.</param>
    public static async Task<TeamsHost> StartAsync(params string[] settings)
    {
        var host = new TeamsHost(await StandInConnector.StartAsync());
        host.keys = await host.PublishAsync();
        var microsoft = host.keys.Urls.First();
        string[] standIn = settings.Length > 0 ? ["--Teams:OpenIdMetadata", $"{microsoft}/openid-configuration", "--Teams:Authority", microsoft] : [];
        var builder = Settings.CreateBuilder(["--urls", "http://127.0.0.1:0", .. settings, .. standIn]);
        builder.Logging.ClearProviders();
        builder.AddLimits();
        builder.Services.AddProblemDetails().AddExceptionHandler<Failures>();
        builder.AddState();
        builder.AddTeams();
        builder.Services.AddOgpBot(host.folder.Data);
        host.app = builder.Build();
        host.app.UseExceptionHandler();
        host.app.UseRateLimiter();
        host.app.MapTeams();
        await host.app.StartAsync();
        host.Client = new() { BaseAddress = new(host.app.Urls.First()) };
        return host;
    }

    public static Task<TeamsHost> StartWithIdentityAsync(params string[] settings) => StartAsync(
    [
        "--MicrosoftAppId", ForgedToken.App, "--MicrosoftAppPassword", "s3cret", "--MicrosoftAppTenantId", ForgedToken.Tenant, "--Teams:LocalPeers", "true", .. settings,
    ]);

    /// <summary>An activity as Teams would send it to this host.</summary>
    public JsonObject Activity(string type, string? text = null) => new()
    {
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "msteams",
        ["serviceUrl"] = Service,
        ["from"] = new JsonObject { ["id"] = "29:person", ["name"] = "Ana Quispe" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "OgpBot" },
        ["conversation"] = new JsonObject { ["id"] = "a:chat", ["conversationType"] = "personal", ["tenantId"] = ForgedToken.Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ForgedToken.Tenant } },
        ["locale"] = "en-US",
        ["text"] = text,
    };

    public JsonObject Invoke(string name, JsonObject? value)
    {
        var activity = Activity("invoke");
        (activity["name"], activity["value"]) = (name, value);
        return activity;
    }

    public Task<HttpResponseMessage> SendAsync(JsonObject activity, params string[] tokens) => SendAsync(activity.ToJsonString(), tokens);

    public async Task<HttpResponseMessage> SendAsync(string body, params string[] tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json) };
        foreach (var token in tokens)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> SendBytesAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        return await Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }

    public async Task<JsonObject> AnswerAsync(JsonObject activity)
    {
        using var response = await SendAsync(activity);
        Assert.Equal(StatusCodes.Status200OK, (int)response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    /// <summary>Sends it and waits for what the bot says then.</summary>
    public async Task<Heard> AskAsync(JsonObject activity)
    {
        await EndedAsync();
        var before = Said.Count;
        using var response = await SendAsync(activity);
        Assert.Equal(StatusCodes.Status200OK, (int)response.StatusCode);
        await EndedAsync();
        return Assert.Single(Said.Skip(before));
    }

    /// <summary>Until nothing is on its way any more.</summary>
    public async Task EndedAsync()
    {
        while (await CountAsync("select (select count(*) from inbox where state = 'pending') + (select count(*) from outbox where state in ('pending', 'sending'))") > 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Messages and replies that were ever stored.</summary>
    public Task<long> StoredAsync() => CountAsync("select (select count(*) from inbox) + (select count(*) from outbox) + (select count(*) from teams_conversation)");

    public async Task<bool> KnowsWayAsync(string conversation) =>
        await app.Services.GetRequiredService<TeamsConversations>().FindAsync(ForgedToken.Tenant, conversation, TestContext.Current.CancellationToken) is not null;

    /// <summary>Until it is disposed, nobody else can write.</summary>
    public async Task<IDisposable> LockAsync()
    {
        // Not of the pool, which would hand it on with its lock.
        var connection = new SqliteConnection($"Data Source={folder.Data.Bot};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("begin immediate");
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await keys.DisposeAsync();
        await Connector.DisposeAsync();
        issuer.Dispose();
        folder.Dispose();
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<BotDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    private async Task<WebApplication> PublishAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var publisher = builder.Build();
        publisher.Run(async context =>
        {
            var path = context.Request.Path.Value!;
            context.Response.ContentType = MediaTypeNames.Application.Json;
            await context.Response.WriteAsync(path.EndsWith("/token", StringComparison.Ordinal)
                ? """{"token_type":"Bearer","expires_in":3599,"access_token":"the-bot's-own"}"""
                : await issuer.GetDocumentAsync($"http://{context.Request.Host}{path}", context.RequestAborted));
        });
        await publisher.StartAsync();
        return publisher;
    }
}
