using System.CommandLine;

namespace OgpBot.Cli.Manifest;

/// <summary>The shipped Slack manifest, with its comments, for one's own address or for none.</summary>
internal static class SlackManifestCommand
{
    /// <summary>The address in the shipped manifest: nobody's (RFC 2606).</summary>
    private const string Placeholder = "https://ogpbot.example.org";

    private static readonly Option<string?> Domain = new("--domain")
    {
        Description = "The public host name under which Slack reaches the bot over https.",
        HelpName = "HOST",
    };

    private static readonly Option<bool> Socket = new("--socket")
    {
        Description = "Socket Mode: the bot connects to Slack and needs no public address.",
    };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("slack", "Print the Slack app's manifest as YAML.")
        {
            Usages =
            [
                "ogpbot manifest slack --domain bot.example.org > manifest.yaml",
                "ogpbot manifest slack --socket",
            ],
            Remarks = ["Paste it at https://api.slack.com/apps, Create New App, From a manifest. manifests/slack/README.md goes on from there."],
        };
        command.Add(Domain);
        command.Add(Socket);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var printed = (parsed.GetValue(Domain), parsed.GetValue(Socket)) switch
            {
                ({ } domain, false) => ForAddress(domain),
                (null, true) => ForSocketMode(),
                _ => throw new UsageException("Say --domain HOST, or --socket when there is no public address."),
            };
            await surroundings.Output.WriteAsync(printed.AsMemory(), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string ForAddress(string domain)
    {
        var given = domain.Contains("://", StringComparison.Ordinal) ? domain : $"https://{domain}";
        return Uri.TryCreate(given, UriKind.Absolute, out var address)
            && address is { Scheme: "https", PathAndQuery: "/", UserInfo: "", Fragment: "", HostNameType: UriHostNameType.Dns } && address.IdnHost.Contains('.')
            ? Shipped().Replace(Placeholder, $"https://{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")}", StringComparison.Ordinal)
            : throw new UsageException("--domain is a public host name, as bot.example.org. Slack calls it over https.");
    }

    /// <summary>No address is left in it; installing into further workspaces needs one.</summary>
    private static string ForSocketMode()
    {
        var kept = Shipped().Split('\n').Where(line => !line.Contains(Placeholder, StringComparison.Ordinal) && line.Trim() != "redirect_urls:");
        return string.Join('\n', kept).Replace("socket_mode_enabled: false", "socket_mode_enabled: true", StringComparison.Ordinal);
    }

    private static string Shipped()
    {
        using var reader = new StreamReader(typeof(SlackManifestCommand).Assembly.GetManifestResourceStream("Manifest/slack.yaml")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
