using System.Text.RegularExpressions;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>
/// Reads what strace saw of the host, and checks of each acknowledged message that the log of bot.db was synced after the message was written to it
/// and before the acknowledgement left.
/// </summary>
internal sealed partial class SystemCalls
{
    /// <summary>Everything that this class looks at; whole pages, so that a message is seen in them.</summary>
    public static string[] Strace(string output) =>
        ["strace", "-f", "--seccomp-bpf", "-y", "-s", "4200", "-e", "trace=pwrite64,fsync,fdatasync,sendto,recvfrom", "-e", "signal=none", "-o", output];

    private const string Log = "bot.db-wal>";

    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> durable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Call, string Socket, string[] Keys)> unfinished = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> asking = new(StringComparer.Ordinal);

    public int Acknowledged { get; private set; }

    public int Syncs { get; private set; }

    public List<string> Uncovered { get; } = [];

    public async Task ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            Take(line);
        }
    }

    private void Take(string line)
    {
        var thread = line[..line.IndexOf(' ', StringComparison.Ordinal)];
        if (Resumed().Match(line) is { Success: true })
        {
            if (unfinished.Remove(thread, out var begun))
            {
                Done(begun.Call, begun.Socket, begun.Call == "recvfrom" ? KeysOf(line, Asked()) : begun.Keys);
            }

            return;
        }

        if (Call().Match(line) is not { Success: true } found)
        {
            return;
        }

        var (call, file) = (found.Groups["call"].Value, found.Groups["file"].Value);
        switch (call)
        {
            case "sendto":
                // When it begins is when it leaves.
                Send(file, line);
                return;
            case "pwrite64" or "fsync" or "fdatasync" when !line.Contains(Log, StringComparison.Ordinal):
                return;
        }

        var keys = call switch
        {
            "pwrite64" => KeysOf(line, Stored()),
            "recvfrom" => KeysOf(line, Asked()),
            // What a sync covers was written before it began.
            _ => [.. written],
        };
        if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
        {
            unfinished[thread] = (call, file, keys);
        }
        else
        {
            Done(call, file, keys);
        }
    }

    private void Done(string call, string socket, string[] keys)
    {
        switch (call)
        {
            case "pwrite64":
                written.UnionWith(keys.Where(key => !durable.Contains(key)));
                break;
            case "recvfrom":
                foreach (var key in keys)
                {
                    asking[socket] = key;
                }

                break;
            default:
                Syncs++;
                durable.UnionWith(keys);
                written.ExceptWith(keys);
                break;
        }
    }

    private void Send(string socket, string line)
    {
        if (line.Contains("\"HTTP/1.1 200 ", StringComparison.Ordinal) && asking.Remove(socket, out var key))
        {
            Acknowledged++;
            if (!durable.Contains(key))
            {
                Uncovered.Add(key);
            }
        }
    }

    private static string[] KeysOf(string line, Regex pattern) => [.. pattern.Matches(line).Select(match => match.Groups["key"].Value)];

    [GeneratedRegex(@"^\d+ +(?<call>\w+)\(\d+<(?<file>[^>]*)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\d+ +<\.\.\. \w+ resumed>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Resumed();

    [GeneratedRegex("""
        \\"replyToId\\":\\"(?<key>t\d+)\\"
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Stored();

    [GeneratedRegex("""
        \\"id\\":\\"(?<key>t\d+)\\"
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Asked();
}
