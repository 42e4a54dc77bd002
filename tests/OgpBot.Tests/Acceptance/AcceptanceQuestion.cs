using System.Text.RegularExpressions;

namespace OgpBot.Tests.Acceptance;

/// <summary>A question as somebody would ask it, with what a good answer must hold.</summary>
/// <param name="Kind">What kind of question it is: find, count, hostile.</param>
/// <param name="Before">What is said first in the same conversation; null where it opens one.</param>
internal sealed partial record AcceptanceQuestion(string Written, string Kind, Expectation Expected, string? Before)
{
    public static IEnumerable<string> Sets { get; } = ["first", "second", "third", "fourth"];

    /// <summary>{{repeat:x:n}} stands for x written n times.</summary>
    public string Text => Repeat().Replace(Written, repeat => string.Concat(Enumerable.Repeat(repeat.Groups["words"].Value, int.Parse(repeat.Groups["times"].ValueSpan))));

    public static IReadOnlyList<AcceptanceQuestion> Set(string name) =>
    [
        .. AcceptanceFile.Rows($"questions/{name}").Select(row => new AcceptanceQuestion(
            row[0], row[2], Expectation.Parse(row[3]), Context().Match(row[4]) is { Success: true } context ? context.Groups["said"].Value : null)),
    ];

    [GeneratedRegex(@"\{\{repeat:(?<words>.*?):(?<times>\d+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Repeat();

    [GeneratedRegex(@"^ctx: (?<said>.*?)(?: \|\||$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Context();
}
