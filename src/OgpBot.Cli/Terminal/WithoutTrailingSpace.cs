using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>Drops the blanks that grids and tables pad their lines with, so that text copied or piped is clean.</summary>
internal sealed class WithoutTrailingSpace(IRenderable inner) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(inner.Render(options, maxWidth)))
        {
            var end = line.Count;
            while (end > 0 && line[end - 1] is { IsControlCode: false } last && string.IsNullOrWhiteSpace(last.Text))
            {
                end--;
            }

            for (var i = 0; i < end; i++)
            {
                yield return i == end - 1 ? new Segment(line[i].Text.TrimEnd(), line[i].Style, line[i].Link) : line[i];
            }

            yield return Segment.LineBreak;
        }
    }
}
