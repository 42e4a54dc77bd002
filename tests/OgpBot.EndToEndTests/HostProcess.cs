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
    private Task draining = Task.CompletedTask;

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        Client = new() { BaseAddress = address, Timeout = Patience };
    }

    public HttpClient Client { get; }

    /// <summary>What it has written to its output so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public int Id => process.Id;

    /// <summary>What it complained of when it ended by itself; null while it runs.</summary>
    public string? Failure => process.HasExited ? $"exit code {process.ExitCode}: {errors.GetAwaiter().GetResult()}" : null;

    public static Task<HostProcess> StartAsync(string folder, CancellationToken cancellationToken, params string[] arguments) =>
        StartUnderAsync([], folder, cancellationToken, arguments);

    /// <param name="prefix">A program that runs the host and watches it, with its arguments.</param>
    public static async Task<HostProcess> StartUnderAsync(string[] prefix, string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var port = FreePort();
        var host = new HostProcess(Launch(prefix, ["--data", folder, "--urls", $"http://127.0.0.1:{port}", .. arguments]), new($"http://127.0.0.1:{port}"));
        while (await host.process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken) is { } line)
        {
            host.Add(line);
            if (line.Contains("OgpBot answers at", StringComparison.Ordinal))
            {
                // Somebody must read on, or the pipe fills and the host waits.
                host.draining = host.DrainAsync();
                return host;
            }
        }

        throw new InvalidOperationException($"The host did not start: {await host.errors}");
    }

    /// <summary>For starts that must fail: what it said and its exit code.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var run = Launch([], arguments);
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
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await draining;
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await signal.WaitForExitAsync(cancellationToken);
        }

        await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        await draining;
        return process.ExitCode;
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
            Add(line);
        }
    }

    private void Add(string line)
    {
        lock (lines)
        {
            lines.Add(line);
        }
    }

    private static Process Launch(string[] prefix, string[] arguments)
    {
        string[] command = [.. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "OgpBot.Host.dll"), .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }
}
