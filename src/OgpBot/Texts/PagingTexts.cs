using OgpBot.Conversations;

namespace OgpBot.Texts;

public abstract class PagingTexts
{
    private static readonly PagingTexts English = new InEnglish();

    private static readonly PagingTexts Spanish = new InSpanish();

    private PagingTexts() { }

    public static PagingTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Next(int page, int pages);

    public abstract string Previous(int page, int pages);

    /// <summary>Where the reader is, as a sentence.</summary>
    public abstract string PageOf(int page, int pages);

    public abstract string NoSuchPage(int asked, int last);

    private sealed class InEnglish : PagingTexts
    {
        public override string Next(int page, int pages) => $"Next (page {page} of {pages})";

        public override string Previous(int page, int pages) => $"Previous (page {page} of {pages})";

        public override string PageOf(int page, int pages) => $"Page {page} of {pages}.";

        public override string NoSuchPage(int asked, int last) => $"There is no page {asked}: page {last} is the last page.";
    }

    private sealed class InSpanish : PagingTexts
    {
        public override string Next(int page, int pages) => $"Siguiente (página {page} de {pages})";

        public override string Previous(int page, int pages) => $"Anterior (página {page} de {pages})";

        public override string PageOf(int page, int pages) => $"Página {page} de {pages}.";

        public override string NoSuchPage(int asked, int last) => $"No hay página {asked}: la página {last} es la última.";
    }
}
