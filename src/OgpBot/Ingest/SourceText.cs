using System.Text;

namespace OgpBot.Ingest;

/// <param name="Number">From 1.</param>
/// <param name="Text">Composed (NFC), trimmed, with plain spaces for no-break ones.</param>
internal sealed record Line(int Number, string Text)
{
    public bool IsBlank => Text.Length == 0;
}

/// <summary>A text file as lines, whatever its encoding; remarks say what had to be guessed.</summary>
/// <param name="EndsWithin">True when the last line has no line end: the file may have been cut there.</param>
internal sealed record SourceText(IReadOnlyList<Line> Lines, bool EndsWithin)
{
    /// <summary>Null when the bytes are no text.</summary>
    public static SourceText? Read(byte[] bytes, string file, ICollection<Problem> problems)
    {
        var text = Marked(bytes) ?? Decode(bytes, file, problems);
        if (text.Contains('\0'))
        {
            return null;
        }

        var raw = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        var lines = raw.Select((line, index) => new Line(index + 1, Tidy(line))).ToList();
        return new SourceText(lines, raw[^1].Length > 0);
    }

    private static string Tidy(string line) => line.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim().Trim('\uFEFF').Normalize(NormalizationForm.FormC);

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    // UTF-8, and byte by byte Windows-1252 where it is not: pages pasted together mix both.
    private static string Decode(ReadOnlySpan<byte> bytes, string file, ICollection<Problem> problems)
    {
        bytes = bytes is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes;
        var text = new StringBuilder(bytes.Length);
        var (line, remarked) = (1, 0);
        while (!bytes.IsEmpty)
        {
            var sound = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (sound)
            {
                text.Append(rune);
                line += rune.Value == '\n' ? 1 : 0;
            }
            else
            {
                text.Append(Windows1252.GetString(bytes[..length]));
                if (remarked != line)
                {
                    problems.Add(new Problem(file, line, "is not UTF-8; read as Windows-1252", Rejected: false));
                    remarked = line;
                }
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    private static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
