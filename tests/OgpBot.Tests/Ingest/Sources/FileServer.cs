using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OgpBot.Tests.Ingest.Sources;

/// <summary>A web server on this machine that gives what a test wants, and remembers what it was asked.</summary>
public sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FileServer(WebApplication app) => this.app = app;

    public List<(string Path, string? Tag, int Status)> Asked { get; } = [];

    /// <summary>What it answers: by default the files below.</summary>
    public Func<HttpContext, Task<bool>> Answer { get; set; } = _ => Task.FromResult(false);

    public Dictionary<string, (string Text, string Tag)> Files { get; } = [];

    public string Url => app.Urls.First();

    public static async Task<FileServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FileServer(builder.Build());
        server.app.Run(server.ServeAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        if (!await Answer(context))
        {
            await GiveAsync(context);
        }

        lock (Asked)
        {
            Asked.Add((context.Request.Path, context.Request.Headers.IfNoneMatch, context.Response.StatusCode));
        }
    }

    private async Task GiveAsync(HttpContext context)
    {
        if (!Files.TryGetValue(context.Request.Path.Value!.TrimEnd((char)47), out var file))
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        context.Response.Headers.ETag = file.Tag;
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotModified;
            return;
        }

        await context.Response.WriteAsync(file.Text);
    }
}
