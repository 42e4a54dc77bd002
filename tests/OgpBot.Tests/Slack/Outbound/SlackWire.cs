using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace OgpBot.Tests.Slack.Outbound;

/// <summary>Slack at the other end of the wire, on loopback: keeps what it was sent and answers as it is told.</summary>
internal sealed class SlackWire : IAsyncDisposable
{
    private readonly WebApplication app;

    private SlackWire(WebApplication app) => this.app = app;

    public ConcurrentQueue<WireRequest> Requests { get; } = new();

    public Func<WireRequest, WireAnswer> Answer { get; set; } = _ => WireAnswer.Ok();

    public string Url => app.Urls.First();

    public static async Task<SlackWire> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var served = builder.Build();
        served.Urls.Add("http://127.0.0.1:0");
        var wire = new SlackWire(served);
        served.Run(wire.TakeAsync);
        await served.StartAsync(TestContext.Current.CancellationToken);
        return wire;
    }

    public IReadOnlyList<WireRequest> Of(string method) => [.. Requests.Where(request => request.Method == method)];

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = new WireRequest(context.Request.Path.Value!, context.Request.Headers.Authorization.ToString(), context.Request.ContentType, body);
        Requests.Enqueue(request);
        var answer = Answer(request);
        if (answer.Wait is { } wait)
        {
            await wait.WaitAsync(context.RequestAborted);
        }

        if (answer.Breaks)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}

internal sealed record WireRequest(string Path, string Authorization, string? ContentType, string Body)
{
    public string Method => Path["/api/".Length..];

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? Field(string name) => QueryHelpers.ParseQuery(Body).TryGetValue(name, out var value) ? value.ToString() : null;
}

internal sealed record WireAnswer(int Status, string Body, params (string Name, string Value)[] Headers)
{
    /// <summary>The connection ends instead of an answer.</summary>
    public bool Breaks { get; init; }

    public Task? Wait { get; init; }

    public static WireAnswer Ok(string rest = "") => new(200, $$"""{"ok":true{{(rest.Length > 0 ? "," : "")}}{{rest}}}""");

    public static WireAnswer Error(string code, params (string Name, string Value)[] headers) => new(200, $$"""{"ok":false,"error":"{{code}}"}""", headers);
}
