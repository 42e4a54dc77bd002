using System.Text;
using OgpBot.Ingest.Exchange;
using OgpBot.Ingest.MemberPage;

namespace OgpBot.Ingest;

/// <summary>Tells by its content what a file is.</summary>
internal static class SourceKind
{
    public const string Expected =
        "Expected OGP's commitments export as CSV or XLSX, an OGP member's page as HTML or text, or exchange files of this program (one CSV per kind of record).";

    private const int LongestHeading = 4_096;

    /// <summary>The kind whose exchange file this is; null for anything else.</summary>
    public static Kind? Exchange(ReadOnlySpan<byte> bytes)
    {
        // Our own headings are ASCII and short, whatever else the file holds.
        var heading = FirstLine(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestHeading)])).Split(',');
        return Kinds.All.FirstOrDefault(kind => kind.Required.All(heading.Contains));
    }

    /// <summary>What an Office program wrote: a ZIP with sheets in it, or its older format; null for anything else.</summary>
    public static (string Name, bool IsZip)? Office(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => ("a spreadsheet or ZIP file", true),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("an old or encrypted Office file; save it as .xlsx without a password, or as CSV", false),
        _ => null,
    };

    public static bool IsMemberPage(SourceText text) => MemberPageReader.Recognises(text);

    /// <summary>What a text is that cannot be imported.</summary>
    public static string Describe(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start switch
        {
            [] => "an empty file",
            ['<', ..] when HtmlPage.IsHtml(text) => $"an HTML page{(HtmlPage.Title(text) is { } title ? $" titled “{Page.Excerpt(title)}”" : "")}, in which nothing says “Member Since” and a year",
            ['<', ..] => "an XML file or a piece of HTML",
            ['{' or '[', ..] => "a JSON file",
            _ when FirstLine(text).Count(sign => sign == ',') > 2 => "a CSV file with other columns",
            _ => "a text in which no line says “Member Since” and a year",
        };
    }

    private static string FirstLine(string text) =>
        text[..(text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : text.Length)].Trim('\uFEFF').Replace("\"", "");
}
