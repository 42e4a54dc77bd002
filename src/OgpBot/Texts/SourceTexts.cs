using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Where a record was read and how to cite it.</summary>
public abstract class SourceTexts
{
    private static readonly SourceTexts English = new InEnglish();

    private static readonly SourceTexts Spanish = new InSpanish();

    private SourceTexts() { }

    public static SourceTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>As the label of a row.</summary>
    public abstract string Label { get; }

    public abstract string Document { get; }

    public abstract string Lines { get; }

    public abstract string ReadOn { get; }

    public abstract string Citation { get; }

    public abstract string NoLink { get; }

    /// <summary>"peru-2020.txt, lines 57–59".</summary>
    public string Place(Source source) => $"{source.Document}, {LineWord(source)} {LineRange(source)}";

    /// <summary>A further source, with the facts that it gave: "export.csv, line 5: Status, Completion".</summary>
    public string Place(FurtherSource further, Language language) =>
        $"{Place(further.Source)}: {string.Join(", ", further.Gave.Select(FieldTexts.In(language).Label))}";

    /// <param name="total">How many there are, as a sentence.</param>
    public abstract string Of(string total);

    public abstract string Location(string id, Source source);

    public abstract string Cite(Commitment commitment);

    protected abstract string LineWord(Source source);

    /// <summary>"57" or "57–59".</summary>
    public static string LineRange(Source source) => source.FirstLine == source.LastLine ? $"{source.FirstLine}" : $"{source.FirstLine}–{source.LastLine}";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class InEnglish : SourceTexts
    {
        public override string Label => "Source";

        public override string Document => "Document";

        public override string Lines => "Lines";

        public override string ReadOn => "Imported";

        public override string Citation => "Citation";

        public override string NoLink => "the source gives no link";

        public override string Location(string id, Source source) => $"{id} was read in {Place(source)}; published by Open Government Partnership.";

        public override string Of(string total) => $"Sources of {total}";

        public override string Cite(Commitment commitment) =>
            $"{Source.Credit}. “{commitment.Title}” ({commitment.Id}), {commitment.Member}, {commitment.Year}.{Link(commitment)} {Place(commitment.Source)}, imported {Date(commitment.Source.ImportedAt)}.";

        protected override string LineWord(Source source) => source.FirstLine == source.LastLine ? "line" : "lines";
    }

    private sealed class InSpanish : SourceTexts
    {
        public override string Label => "Fuente";

        public override string Document => "Documento";

        public override string Lines => "Líneas";

        public override string ReadOn => "Importado";

        public override string Citation => "Cita";

        public override string NoLink => "la fuente no da enlace";

        public override string Location(string id, Source source) => $"{id} se leyó en {Place(source)}; publicado por Open Government Partnership.";

        public override string Of(string total) => $"Fuentes de {total}";

        public override string Cite(Commitment commitment) =>
            $"{Source.Credit}. «{commitment.Title}» ({commitment.Id}), {commitment.Member}, {commitment.Year}.{Link(commitment)} {Place(commitment.Source)}, importado el {Date(commitment.Source.ImportedAt)}.";

        protected override string LineWord(Source source) => source.FirstLine == source.LastLine ? "línea" : "líneas";
    }

    private static string Link(Commitment commitment) => commitment.Url.IsGiven ? $" {commitment.Url.Value}." : "";
}
