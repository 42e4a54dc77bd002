using System.Text;

namespace OgpBot.Ingest;

/// <param name="Number">From 1.</param>
/// <param name="Text">Composed (NFC), trimmed, with plain spaces for no-break ones.</param>
internal sealed record Line(int Number, string Text)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>Where the line leads, in a page that has links.</summary>
    public string? Link { get; init; }
}

/// <summary>A text as lines.</summary>
/// <param name="EndsWithin">True when the last line has no line end: the file may have been cut there.</param>
internal sealed record SourceText(IReadOnlyList<Line> Lines, bool EndsWithin)
{
    public static SourceText Of(string text)
    {
        var raw = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        return new SourceText([.. raw.Select((line, index) => new Line(index + 1, Tidy(line)))], raw[^1].Length > 0);
    }

    // U+FFFE is no character, and Normalize throws on it.
    internal static string Tidy(string line) =>
        line.Replace('\uFFFE', '\uFFFD').Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\uFEFF", "").Trim().Normalize(NormalizationForm.FormC);
}
