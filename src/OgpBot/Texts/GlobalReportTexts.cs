using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about the OGP Global Report.</summary>
public abstract class GlobalReportTexts
{
    private static readonly GlobalReportTexts English = new InEnglish();

    private static readonly GlobalReportTexts Spanish = new InSpanish();

    private GlobalReportTexts() { }

    public static GlobalReportTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Title { get; }

    public abstract string Summary { get; }

    public abstract string NoImplication { get; }

    public abstract string PendingImplication { get; }

    public abstract string NamesLost { get; }

    public abstract string ScoresLost { get; }

    /// <param name="scale">As the source prints it.</param>
    public abstract string Scale(string scale);

    public abstract string FindingsLost { get; }

    public abstract string Codes { get; }

    public abstract string AllDimensions { get; }

    public abstract string Nothing { get; }

    public abstract string Dimension(string dimension, string member, int entries);

    public abstract string EntryCount(int count);

    public abstract string Entry(int number);

    /// <summary>A rendering of a label of the source, to stand beside it; null when there is none.</summary>
    public abstract string? Rendering(string label);

    public abstract string NoDimension(string existing);

    private sealed class InEnglish : GlobalReportTexts
    {
        public override string Title => "OGP Global Report";

        public override string Summary => "Action implications by dimension: a recommendation on the role that the member might play.";

        public override string NoImplication => "Implication not in the source";

        public override string PendingImplication => "Implication pending review";

        public override string NamesLost => "The names of the entries were pictures on the page and are not in the source: they are counted, not named.";

        public override string Scale(string scale) => $"Scale of the scores, as printed: {scale}.";

        public override string ScoresLost => "The third-party scores are not in the source.";

        public override string FindingsLost => "Which IRM-based findings apply to each entry is not in the source.";

        public override string Codes => "Codes of the IRM-based findings";

        public override string AllDimensions => "All dimensions";

        public override string Nothing => "The source does not give anything from the Global Report.";

        public override string Dimension(string dimension, string member, int entries) => $"{dimension}, {member}: {EntryCount(entries)}.";

        public override string EntryCount(int count) => count == 1 ? "1 entry" : $"{count} entries";

        public override string Entry(int number) => $"Entry {number}";

        public override string? Rendering(string label) => null;

        public override string NoDimension(string existing) => $"The Global Report on the page has no such dimension. It has: {existing}.";
    }

    private sealed class InSpanish : GlobalReportTexts
    {
        public override string Title => "Informe Global de OGP";

        public override string Summary => "Implicaciones para la acción por dimensión: una recomendación sobre el papel que el miembro podría tener.";

        public override string NoImplication => "Implicación que no figura en la fuente";

        public override string PendingImplication => "Implicación pendiente de revisión";

        public override string NamesLost => "Los nombres de las entradas eran imágenes en la página y no figuran en la fuente: se cuentan, no se nombran.";

        public override string Scale(string scale) => $"Escala de los puntajes, tal como figura: {scale}.";

        public override string ScoresLost => "Los puntajes de terceros no figuran en la fuente.";

        public override string FindingsLost => "Qué hallazgos del IRM corresponden a cada entrada no figura en la fuente.";

        public override string Codes => "Códigos de los hallazgos del IRM";

        public override string AllDimensions => "Todas las dimensiones";

        public override string Nothing => "La fuente no indica nada del Informe Global.";

        public override string Dimension(string dimension, string member, int entries) => $"{dimension}, {member}: {EntryCount(entries)}.";

        public override string EntryCount(int count) => count == 1 ? "1 entrada" : $"{count} entradas";

        public override string Entry(int number) => $"Entrada {number}";

        public override string? Rendering(string label) => label switch
        {
            "Implement for Results" => "implementar para obtener resultados",
            "Consider Action" => "considerar actuar",
            "Anti-Corruption" => "anticorrupción",
            "Civic Space" => "espacio cívico",
            "Open Policy Making" => "formulación abierta de políticas",
            "Access to Information" => "acceso a la información",
            "Fiscal Openness" => "apertura fiscal",
            _ => null,
        };

        public override string NoDimension(string existing) => $"El Informe Global de la página no tiene esa dimensión. Tiene: {existing}.";
    }
}
