using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace OgpBot.EndToEndTests;

/// <summary>The built host as a process of its own, on a free port.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> errors;
    private readonly List<string> lines = [];

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        Client = new() { BaseAddress = address, Timeout = Patience };
    }

    public HttpClient Client { get; }

    /// <summary>What it has written to its output so far.</summary>
    public IReadOnlyList<string> Lines => lines;

    public static async Task<HostProcess> StartAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var port = FreePort();
        var host = new HostProcess(Launch(["--data", folder, "--urls", $"http://127.0.0.1:{port}", .. arguments]), new($"http://127.0.0.1:{port}"));
        while (await host.process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken) is { } line)
        {
            host.lines.Add(line);
            if (line.Contains("OgpBot answers at", StringComparison.Ordinal))
            {
                // Somebody must read on, or the pipe fills and the host waits.
                _ = host.DrainAsync();
                return host;
            }
        }

        throw new InvalidOperationException($"The host did not start: {await host.errors}");
    }

    /// <summary>For starts that must fail: what it said and its exit code.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var run = Launch(arguments);
        var said = run.StandardOutput.ReadToEndAsync(cancellationToken);
        var complained = run.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await run.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        finally
        {
            run.Kill();
        }

        return (run.ExitCode, await said, await complained);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task<JsonNode> AskAsync(string conversationId, string text, CancellationToken cancellationToken)
    {
        using var response = await Client.PostAsJsonAsync("/api/chat", new { conversationId, text }, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        (await Client.GetFromJsonAsync<JsonNode>(path, cancellationToken))!;

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        Client.Dispose();
        process.Dispose();
    }

    private async Task DrainAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }
    }

    private static Process Launch(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OgpBot.Host.dll"), .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;
}
