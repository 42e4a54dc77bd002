using System.CommandLine;

namespace OgpBot.Cli;

/// <summary>A command whose help shows how it is used.</summary>
internal sealed class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines worth copying.</summary>
    public IReadOnlyList<string> Usages { get; init; } = [];

    /// <summary>Paragraphs under the options: what a person should know before relying on the command.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
