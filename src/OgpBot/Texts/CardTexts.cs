using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>The few words that a renderer adds to a reply.</summary>
public abstract class CardTexts
{
    private static readonly CardTexts English = new EnglishCardTexts();
    private static readonly CardTexts Spanish = new SpanishCardTexts();

    private protected CardTexts() { }

    /// <summary>The language's code in HTML and JSON: en, es.</summary>
    public abstract string Code { get; }

    /// <summary>Said beside the sign ★.</summary>
    public abstract string Starred { get; }

    /// <summary>Before the choices, where they are text and not buttons.</summary>
    public abstract string NextSteps { get; }

    /// <summary>On the button that leads to a record's own page.</summary>
    public abstract string OpenPage { get; }

    /// <summary>Under a reply that had to be cut hard.</summary>
    public abstract string TooLong { get; }

    public abstract string InAll(int total);

    public abstract string PageOf(int page, int pages);

    /// <summary>Lines that did not fit.</summary>
    public abstract string AndMore(int lines);

    public static CardTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>Where the reader stands in the answer; null when one page holds it all, or a heading says it.</summary>
    public string? Position(Reply reply)
    {
        var page = PageOf(reply.Page, reply.Pages);
        if (reply.Pages <= 1 || reply.Blocks.Any(block => block is Heading heading && heading.Text.Contains(page, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return reply.Total is { } total ? $"{page} · {InAll(total)}" : page;
    }
}

internal sealed class EnglishCardTexts : CardTexts
{
    public override string Code => "en";

    public override string Starred => "starred";

    public override string NextSteps => "Next steps";

    public override string OpenPage => "Open the page";

    public override string TooLong => "The rest does not fit here: ask for less, for instance one year, one area or one ID.";

    public override string InAll(int total) => $"{total} in all";

    public override string PageOf(int page, int pages) => $"Page {page} of {pages}";

    public override string AndMore(int lines) => $"… and {lines} more";
}

internal sealed class SpanishCardTexts : CardTexts
{
    public override string Code => "es";

    public override string Starred => "destacado";

    public override string NextSteps => "Siguientes pasos";

    public override string OpenPage => "Abrir la página";

    public override string TooLong => "El resto no cabe aquí: pide menos, por ejemplo un año, un área o un ID.";

    public override string InAll(int total) => $"{total} en total";

    public override string PageOf(int page, int pages) => $"Página {page} de {pages}";

    public override string AndMore(int lines) => $"… y {lines} más";
}
