using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about the words of the trade.</summary>
public abstract class GlossaryTexts
{
    private static readonly GlossaryTexts English = new InEnglish();

    private static readonly GlossaryTexts Spanish = new InSpanish();

    private GlossaryTexts() { }

    public static GlossaryTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Meaning { get; }

    public abstract string Also { get; }

    public abstract string Glossary { get; }

    public abstract string Nothing { get; }

    public abstract string Nearest { get; }

    public abstract string Listed(int total);

    public abstract string Unknown(string term);

    public abstract string IsArea(string area);

    public abstract string CommitmentsIn(string area);

    /// <summary>What the export's code for a missing value means.</summary>
    /// <param name="meaning">As <see cref="FieldTexts.Missing"/> says it beside a record.</param>
    public abstract string Code(string code, string meaning);

    public abstract string CodesAreOfExport { get; }

    /// <summary>Labels our own translation.</summary>
    public abstract string Rendered { get; }

    /// <summary>Our own translation of the term's meaning, to stand under the quoted original; null when there is none.</summary>
    public abstract string? Rendering(string term);

    private sealed class InEnglish : GlossaryTexts
    {
        public override string Meaning => "Meaning";

        public override string Also => "Also called";

        public override string Glossary => "Glossary";

        public override string Nothing => "The glossary is empty.";

        public override string Nearest => "These terms are near it:";

        public override string Listed(int total) => total == 1 ? "1 term in the glossary." : $"{total} terms in the glossary.";

        public override string Unknown(string term) => $"The source does not give a definition of “{term}”.";

        public override string IsArea(string area) => $"{area} is a policy area; the source does not give a definition of it.";

        public override string CommitmentsIn(string area) => $"Commitments: {area}";

        public override string Code(string code, string meaning) => $"{code} stands where OGP's commitments export has no value. I show it as “{meaning}”.";

        public override string CodesAreOfExport => "These are the codes of OGP's commitments export. An empty cell is “not in the source”.";

        public override string Rendered => "In English";

        public override string? Rendering(string term) => null;
    }

    private sealed class InSpanish : GlossaryTexts
    {
        public override string Meaning => "Significado, en la fuente";

        public override string Also => "También llamado";

        public override string Code(string code, string meaning) => $"{code} figura donde la exportación de compromisos de OGP no tiene un valor. Lo muestro como «{meaning}».";

        public override string CodesAreOfExport => "Son los códigos de la exportación de compromisos de OGP. Una celda vacía es «no figura en la fuente».";

        public override string Rendered => "En español (traducción propia)";

        public override string Glossary => "Glosario";

        public override string Nothing => "El glosario está vacío.";

        public override string Nearest => "Estos términos están cerca:";

        public override string Listed(int total) => total == 1 ? "1 término en el glosario." : $"{total} términos en el glosario.";

        public override string Unknown(string term) => $"La fuente no indica una definición de «{term}».";

        public override string IsArea(string area) => $"{area} es un área de política; la fuente no indica una definición.";

        public override string CommitmentsIn(string area) => $"Compromisos: {area}";

        public override string? Rendering(string term) => term switch
        {
            "Starred commitments" => "una de las formas en que el IRM señala reformas prometedoras.",
            "Commitment Performance" => "la pregunta «¿Este compromiso abrió el gobierno?»; mira cómo cambiaron las prácticas del gobierno a raíz de su implementación.",
            "Collaborate" => "diálogo continuo; el público ayudó a fijar la agenda.",
            "Involve" => "el gobierno respondió a los aportes del público.",
            "Consult" => "el público hizo aportes.",
            "Inform" => "el gobierno dio al público información sobre el plan.",
            "Action implications" => "recomendaciones sobre el papel que cada miembro de OGP podría tener en cada área de política.",
            "IRM-based findings" => "reflejan el desempeño de los compromisos en un área de política, según la evaluación del IRM.",
            "Third-party scores" => "reflejan el desempeño en la práctica, es decir, fuera del marco de OGP.",
            "No Commitments" => "sin compromisos.",
            "Commitment(s) in the policy area" => "uno o más compromisos en el área de política.",
            "IRM-Reviewed" => "al menos un compromiso evaluado por el IRM.",
            "Was Complete" => "al menos un compromiso se cumplió de forma sustancial o total.",
            "Was Ambitious" => "al menos un compromiso con impacto potencial moderado o transformador.",
            "Showed Early Results" => "al menos un compromiso abrió el gobierno de forma mayor (Major) o excepcional (Outstanding).",
            _ => null,
        };
    }
}
