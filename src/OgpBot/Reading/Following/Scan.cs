using System.Globalization;
using System.Text.RegularExpressions;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>The words, clock times and zone names of a folded text in order. What a rule takes is gone for the next one; what is left is read as any question.</summary>
internal sealed partial class Scan
{
    private readonly string folded;
    private readonly List<Mark> marks;

    private Scan(string folded, List<Mark> marks)
    {
        this.folded = folded;
        this.marks = marks;
    }

    public int Count => marks.Count;

    /// <summary>Spanish phrases taken, less the English ones.</summary>
    public int Spanish { get; private set; }

    public Mark this[int index] => marks[index];

    public static Scan Of(string folded, Phrasebook book)
    {
        var found = new List<Mark>();
        foreach (Match match in Form().Matches(folded))
        {
            if (match.Groups["zone"].Success && Zones.Named(match.Value) is null)
            {
                // "and/or" is two words.
                found.AddRange(WordForm().Matches(match.Value).Select(word => new Mark(Corrected(word.Value, book), match.Index + word.Index, word.Length)));
                continue;
            }

            var text = match.Groups["word"].Success ? Corrected(match.Value, book) : match.Groups["half"].Success ? $"{match.Value[0]}m" : match.Value;
            found.Add(new Mark(text, match.Index, match.Length));
        }

        return new Scan(folded, found);
    }

    /// <summary>The same text with nothing taken.</summary>
    public Scan Afresh() => new(folded, [.. marks.Select(mark => mark with { Used = false })]);

    public bool IsFree(int index) => index >= 0 && index < marks.Count && !marks[index].Used;

    public string? WordAt(int index) => IsFree(index) ? marks[index].Text : null;

    /// <summary>The longest phrase of this kind that begins here, all of it free; null when there is none.</summary>
    public (string Value, int Length)? At(int index, FollowKind kind)
    {
        if (!IsFree(index))
        {
            return null;
        }

        var most = 1;
        while (most < FollowWords.Shipped.Longest && IsFree(index + most))
        {
            most++;
        }

        for (var length = most; length > 0; length--)
        {
            if (FollowWords.Shipped.Of(kind, Text(index, length)) is { } said)
            {
                return (said.Value, length);
            }
        }

        return null;
    }

    /// <summary>The first phrase of this kind from here on: where, what it says, how long it is.</summary>
    public (int At, string Value, int Length)? Find(FollowKind kind, int from = 0)
    {
        for (var index = from; index < marks.Count; index++)
        {
            if (At(index, kind) is { } found)
            {
                return (index, found.Value, found.Length);
            }
        }

        return null;
    }

    public string Text(int index, int length) => length == 1 ? marks[index].Text : string.Join(' ', marks.Skip(index).Take(length).Select(mark => mark.Text));

    /// <summary>Takes words; as a phrase of a kind they tell the language.</summary>
    public void Take(int index, int length = 1, FollowKind? kind = null)
    {
        if (kind is { } of && FollowWords.Shipped.Of(of, Text(index, length))?.Language is { } language)
        {
            Spanish += language == Language.Spanish ? length : -length;
        }

        for (var at = index; at < index + length; at++)
        {
            marks[at].Used = true;
        }
    }

    /// <summary>Takes the phrase of this kind that begins here; false when there is none.</summary>
    public bool TryTake(int index, FollowKind kind, out string value)
    {
        var found = At(index, kind);
        value = found?.Value ?? "";
        if (found is { } phrase)
        {
            Take(index, phrase.Length, kind);
        }

        return found is not null;
    }

    /// <summary>What nothing has taken, in the words that were typed.</summary>
    /// <param name="from">The first word that counts.</param>
    public string Rest(int from = 0)
    {
        var rest = folded.ToCharArray();
        foreach (var mark in marks.Where((mark, index) => mark.Used || index < from))
        {
            Array.Fill(rest, ' ', mark.At, mark.Length);
        }

        return Folding.Fold(Loose().Replace(new string(rest), " "));
    }

    /// <summary>Nothing is left but words that say nothing.</summary>
    public bool IsSpent(Phrasebook book) => marks.TrueForAll(mark => mark.Used || book.Senses(mark.Text)?.Any(sense => sense.Kind is SenseKind.Noise) == true || book.Senses(mark.Text)?.All(sense => sense.Kind == SenseKind.Verb && sense.Value is "find" or "greet" or "thank") == true);

    private static string Corrected(string word, Phrasebook book) =>
        word.Length > 5 && !FollowWords.Shipped.Knows(word) && !book.Knows(word) && FollowWords.Shipped.Spelling.Correct(word) is { } right ? right : word;

    /// <summary>Digits in front of an end or alone: "15th", "1ro", "15"; null for anything else.</summary>
    public int? NumberAt(int index) => WordAt(index) is { } word && NumberForm().Match(word) is { Success: true } match
        ? int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    public bool IsOrdinal(int index) => WordAt(index) is { } word && NumberForm().Match(word) is { Success: true } match && match.Groups["end"].Length > 0;

    [GeneratedRegex("""(?<![\p{L}\p{N}])(?:(?<zone>[a-z]+(?:/[a-z_\-]+)+(?:\+?[0-9]{1,2})?)|(?<offset>(?:utc|gmt) ?[+\-] ?[0-9]{1,2}(?::00)?(?![0-9]))|(?<clock>[0-9]{1,2}[:.h][0-9]{2}(?![0-9.]))|(?<half>[ap]\.? ?m\.(?!\p{L})))|(?<word>[\p{L}\p{N}]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex("""[\p{L}\p{N}]+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordForm();

    [GeneratedRegex("""^(?<number>[0-9]{1,2})(?<end>st|nd|rd|th|o|ro|ero|do|to|er|a)?\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberForm();

    /// <summary>Signs that stood beside words that were taken.</summary>
    [GeneratedRegex("""(?<=^|\s)[()\[\],;:.!?'"#\-]+(?=\s|\z)|(?<=\s)[,;:](?=\p{L})""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loose();
}

/// <summary>A word of a text, with its place there.</summary>
internal sealed record Mark(string Text, int At, int Length)
{
    public bool Used { get; set; }
}
