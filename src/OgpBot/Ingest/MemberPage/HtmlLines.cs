using System.Globalization;
using System.Text;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Gathers the lines of a page.</summary>
/// <param name="address">What links are relative to; null: OGP's site.</param>
internal sealed class HtmlLines(string? address)
{
    private const string Site = "https://www.opengovpartnership.org/";

    // Where the page numbers its entries, also when its list has bullets.
    private static readonly string[] Numbered = [Headings.Commitments, Headings.Resources];

    private readonly Uri home = Uri.TryCreate(address, UriKind.Absolute, out var own) && own.Scheme.StartsWith("http", StringComparison.Ordinal) ? own : new Uri(Site);
    private readonly List<Line> lines = [];
    private readonly StringBuilder text = new();
    private string prefix = "";
    private string heading = "";
    private string? link;
    private int number = 1;
    private int items;
    private int depth;
    private bool spaced;

    public void Say(string words)
    {
        foreach (var sign in words)
        {
            if (char.IsWhiteSpace(sign))
            {
                spaced = true;
                continue;
            }

            if (spaced && text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(sign);
            spaced = false;
        }
    }

    /// <param name="at">The line of the HTML where what follows begins; 0 where it goes on.</param>
    public void Break(int at)
    {
        if (text.Length > 0)
        {
            var said = SourceText.Tidy(text.ToString());
            heading = Headings.InOrder.Contains(said) ? said : heading;
            lines.Add(new Line(number, prefix + said) { Link = link });
            (prefix, link) = ("", null);
            text.Clear();
        }

        spaced = false;
        number = Math.Max(number, at);
    }

    /// <summary>True within an entry of a list.</summary>
    public bool InItem => depth > 0;

    /// <summary>A list within an entry belongs to it.</summary>
    public void BeginItem(bool numbered)
    {
        if (depth++ == 0)
        {
            prefix = numbered || Numbered.Contains(heading) ? string.Create(CultureInfo.InvariantCulture, $"{++items % 100_000}. ") : "• ";
        }
    }

    public void EndItem() => prefix = --depth == 0 ? "" : prefix;

    /// <summary>The first link of a line is where its record lies.</summary>
    public void Link(string to) =>
        link ??= Uri.TryCreate(home, to, out var target) && target.Scheme is "http" or "https" && !to.StartsWith('#') ? target.AbsoluteUri : null;

    public IReadOnlyList<Line> End()
    {
        Break(0);
        return lines;
    }
}
