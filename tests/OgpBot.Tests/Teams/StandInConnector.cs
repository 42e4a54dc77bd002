using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace OgpBot.Tests.Teams;

/// <summary>A connector, and an identity provider, on this machine: keeps every request and answers what the test says.</summary>
public sealed class StandInConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = [];
    private int tokens;

    private StandInConnector(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    public ConcurrentQueue<Heard> Requests { get; } = [];

    public ConcurrentQueue<string> TokenRequests { get; } = [];

    /// <summary>What Entra ID answers when it is to refuse.</summary>
    public string? TokenError { get; set; }

    public static async Task<StandInConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new StandInConnector(builder.Build());
        connector.app.Run(connector.AnswerAsync);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>The next request gets this; without more of them, 201 with an ID.</summary>
    public void Next(int status, string body = "", string? retryAfter = null) => answers.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return context.Response.WriteAsync(body);
    });

    public void NextRedirects(string elsewhere) => answers.Enqueue(context =>
    {
        context.Response.Redirect(elsewhere, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    });

    /// <summary>The next request is taken, and then the connection breaks.</summary>
    public void NextBreaks() => answers.Enqueue(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (context.Request.Method == HttpMethods.Get)
        {
            // A managed identity, as App Service and virtual machines have it.
            TokenRequests.Enqueue($"{target} {context.Request.Headers["X-IDENTITY-HEADER"]}{context.Request.Headers["Metadata"]}");
            await WriteAsync(context, 200, $$"""
                {"token_type":"Bearer","expires_on":"{{TimeProvider.System.GetUtcNow().AddHours(24).ToUnixTimeSeconds()}}","expires_in":"86400","resource":"x","access_token":"token-{{Interlocked.Increment(ref tokens)}}"}
                """);
            return;
        }

        if (target.EndsWith("/token", StringComparison.Ordinal))
        {
            TokenRequests.Enqueue($"{target} {body}");
            await WriteAsync(context, TokenError is null ? 200 : 401, TokenError is { } error
                ? $$"""{"error":"{{error}}","error_description":"AADSTS7000215: Invalid client secret provided."}"""
                : $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"token-{{Interlocked.Increment(ref tokens)}}"}""");
            return;
        }

        Requests.Enqueue(new(context.Request.Method, target, context.Request.Headers.Authorization.ToString(), JsonNode.Parse(body)!.AsObject()));
        await (answers.TryDequeue(out var answer) ? answer(context) : WriteAsync(context, 201, $$"""{"id":"m{{Requests.Count}}"}"""));
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}

public sealed record Heard(string Method, string Path, string Authorization, JsonObject Body);
