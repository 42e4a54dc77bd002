using System.Text.RegularExpressions;

namespace OgpBot.Host.Slack;

/// <summary>What a person typed, out of Slack's writing of it: &lt;@U…&gt;, &lt;#C…|name&gt;, &lt;address|words&gt;, and the three signs as entities.</summary>
internal static partial class SlackText
{
    /// <summary>Mentions go: whom a message is for says nothing about what it asks.</summary>
    public static string Typed(string? text) => text is null ? "" : Decode(Token().Replace(text, match => $" {Said(match)} ")).Trim();

    /// <param name="user">The bot's own ID; null when the event does not tell.</param>
    public static bool Mentions(string? text, string? user) =>
        user is { Length: > 0 } && text is not null && Token().Matches(text).Any(match => match.Groups["sign"].Value == "@" && match.Groups["target"].Value == user);

    /// <summary>Once: a sign that a person typed as an entity stays one.</summary>
    public static string Decode(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    private static string Said(Match match)
    {
        var (target, label) = (match.Groups["target"].Value, match.Groups["label"].Value);
        return match.Groups["sign"].Value switch
        {
            "@" => "",
            "#" => label.Length > 0 ? $"#{label}" : "",
            "!" => label,
            // Slack makes a link of every address: the words are the person's own only where they are no part of it.
            _ => label.Length == 0 || target.EndsWith(label, StringComparison.OrdinalIgnoreCase) ? target : $"{label} {target}",
        };
    }

    [GeneratedRegex(@"<(?<sign>[@#!]?)(?<target>[^<>|\r\n]*)(?:\|(?<label>[^<>\r\n]*))?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
