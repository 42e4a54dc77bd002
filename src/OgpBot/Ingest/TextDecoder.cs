using System.Buffers;
using System.Text;

namespace OgpBot.Ingest;

/// <summary>Bytes of a text file as text, whatever its encoding; remarks say what had to be guessed.</summary>
internal static class TextDecoder
{
    // The page may say "read as" once a line; after this many lines the point is made.
    private const int MostRemarks = 100;

    private static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Null when the bytes are no text.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, string file, ICollection<Problem> problems)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            // No text: not worth a remark on each of its lines.
            _ when bytes.Contains((byte)0) => "\0",
            [0xEF, 0xBB, 0xBF, .. var rest] => Utf8(rest, file, problems),
            _ => Utf8(bytes, file, problems),
        };
        return text.Contains('\0') ? null : text;
    }

    /// <summary>True for UTF-8 without a NUL: nothing has to be guessed.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.Contains((byte)0);

    // UTF-8, and byte by byte Windows-1252 where it is not: pages pasted together mix both.
    private static string Utf8(ReadOnlySpan<byte> bytes, string file, ICollection<Problem> problems)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        var (line, remarked, remarks) = (1, 0, 0);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
            {
                text.Append(rune);
                line += rune.Value == '\n' ? 1 : 0;
            }
            else
            {
                text.Append(Windows1252.GetString(bytes[..length]));
                if (remarked != line && remarks++ < MostRemarks)
                {
                    problems.Add(new Problem(file, line, "is not UTF-8; read as Windows-1252", Rejected: false));
                    remarked = line;
                }
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
