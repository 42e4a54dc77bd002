using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>Something drawn differently in a narrow terminal: the width, in cells, is known only when drawing.</summary>
internal sealed class ByWidth(Func<int, IRenderable> draw) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => draw(maxWidth).Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => draw(maxWidth).Render(options, maxWidth);
}
