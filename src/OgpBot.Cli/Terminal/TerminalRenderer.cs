using OgpBot.Conversations;
using OgpBot.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>A reply as a terminal shows it. Every text is cleaned and drawn as <see cref="Text"/>, never as markup.</summary>
public static class TerminalRenderer
{
    /// <param name="reply">What to draw.</param>
    /// <param name="choosable">True where typing ":2" picks the second choice; false lists what to ask instead.</param>
    public static IRenderable Render(Reply reply, bool choosable = false)
    {
        var texts = CardTexts.In(reply.Language);
        List<IRenderable> parts = [.. reply.Blocks.Select(block => Draw(block, texts))];
        if (parts.Count == 0)
        {
            parts.Add(Styled.Paragraph(reply.Text));
        }

        if (texts.Position(reply) is { } position)
        {
            parts.Add(Styled.Line(position, Styled.Dim));
        }

        if (reply.Choices.Count > 0)
        {
            parts.Add(ChoicesView.Draw(reply.Choices, texts, choosable));
        }

        return new WithoutTrailingSpace(new Rows(parts.SelectMany((part, index) => index == 0 ? [part] : new[] { Styled.Blank, part })));
    }

    private static IRenderable Draw(Block block, CardTexts texts) => block switch
    {
        Heading heading => Styled.Line(heading.Text, Styled.Bold),
        Prose prose => Styled.Paragraph(prose.Text),
        Note note => Styled.Paragraph(note.Text, Styled.Dim),
        Quote quote => QuoteView.Draw(quote),
        Facts facts => FactsView.Draw(facts.Rows),
        Detail detail => DetailView.Draw(detail, texts),
        Listing listing => ListingView.Draw(listing, texts),
        Chart chart => ChartView.Draw(chart),
        Conversations.Grid grid => GridView.Draw(grid),
        _ => throw new NotSupportedException($"No drawing for the block {block.GetType().Name}."),
    };
}
