using System.Globalization;
using System.Text.RegularExpressions;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Acceptance;

/// <summary>What the bot said to one question, page by page.</summary>
/// <param name="Before">What it had said to the question before; null where there was none.</param>
internal sealed partial record Answer(IReadOnlyList<ReplyJson> Pages, ReplyJson? Before)
{
    public ReplyJson First => Pages[0];

    public IReadOnlyList<string> Commitments { get; } = [.. Pages.SelectMany(CommitmentsOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Folded titles.</summary>
    public IReadOnlyList<string> Resources { get; } = [.. Pages.SelectMany(page => page.Items).Where(item => item.Kind == "resource").Select(item => Folding.Fold(item.Title)).Distinct(StringComparer.Ordinal)];

    /// <summary>Folded, line by line.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. Pages.SelectMany(page => page.Text.Split('\n')).Select(Folding.Fold)];

    public string Text => string.Join(' ', Lines);

    public string FirstText => Folding.Fold(First.Text);

    public bool Asks => FirstText.Contains('?', StringComparison.Ordinal);

    public static IEnumerable<string> CommitmentsOf(ReplyJson? reply) => reply?.Items.Where(item => item.Kind == "commitment").Select(item => item.Id) ?? [];

    public bool Says(string words) => Text.Contains(Folding.Fold(words), StringComparison.Ordinal);

    /// <summary>Everything that a channel could show or hide in a button.</summary>
    public IEnumerable<string?> Everything() => Pages.SelectMany(page => new[] { page.Text, page.Query, page.Intent }
        .Concat(page.Items.SelectMany(item => new[] { item.Title, item.Id, item.Url, item.Says }.Concat(item.Details)))
        .Concat(page.Choices.SelectMany(choice => new[] { choice.Label, choice.Says })));

    /// <summary>The number by itself: 17 does not stand in 2017 or 1.17.</summary>
    public static bool States(string text, string number) => Numbers().Matches(text).Any(match => match.Value == number);

    public static bool States(string text, int number) => States(text, number.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<![\d.,])\d+(?:[.,]\d+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
