using System.CommandLine;
using System.CommandLine.Parsing;

namespace OgpBot.Cli;

/// <summary>The parser takes an unknown option for a question: --jsno would be asked instead of refused.</summary>
internal static class Mistyped
{
    /// <exception cref="UsageException">A word before any "--" begins with two dashes and is no option.</exception>
    public static void Reject(ParseResult parsed)
    {
        var words = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);
        if (words.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)) is { } word)
        {
            throw new UsageException($"There is no option {word.Value.Split(' ')[0]}.");
        }
    }
}
