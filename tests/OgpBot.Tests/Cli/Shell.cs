using System.Text;

namespace OgpBot.Tests.Cli;

/// <summary>Runs command lines in this process, over a data folder of its own.</summary>
public sealed class Shell : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The working folder; the data lies in data below it.</summary>
    public string Folder => folder.Path;

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["TERM"] = "xterm-256color" };

    public string File(string name, string content) => folder.File(name, content);

    /// <param name="args">Words as a shell would pass them.</param>
    /// <param name="input">What is piped into it.</param>
    public async Task<Ran> RunAsync(string[] args, string input = "", bool onTerminal = false, int width = 80)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var bytes = new MemoryStream();
        var surroundings = new OgpBot.Cli.Surroundings
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            OutputBytes = bytes,
            Error = error,
            OutputIsTerminal = onTerminal,
            Width = () => width,
            Variable = Variables.GetValueOrDefault,
            WorkingFolder = Folder,
        };
        var code = await OgpBot.Cli.Program.RunAsync(args, surroundings, TestContext.Current.CancellationToken);
        return new Ran(code, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}

/// <summary>What a command left behind.</summary>
public sealed record Ran(int Code, string Output, string Error);
