using System.Diagnostics;

namespace OgpBot.EndToEndTests;

/// <summary>The built ogpbot as a process of its own, with its input, output and exit code.</summary>
internal sealed class CommandLineProcess : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ogpbot-process-");
    private readonly List<Process> started = [];

    public string Folder => folder.FullName;

    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cli", "ogpbot.dll"), .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the caller's terminal and folder say must not change what is tested.
        foreach (var name in (string[])["OGPBOT_DATA", "NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "COLUMNS"])
        {
            start.Environment.Remove(name);
        }

        var process = Process.Start(start)!;
        started.Add(process);
        return process;
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<(int Code, byte[] Output, string Error)> RunAsync(byte[] input, string[] args, CancellationToken cancellationToken)
    {
        var process = Start(args);
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output.ToArray(), await error);
    }

    public void Dispose()
    {
        foreach (var process in started)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            process.Dispose();
        }

        folder.Delete(recursive: true);
    }
}
