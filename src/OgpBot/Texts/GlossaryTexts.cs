using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about the words of the trade.</summary>
public abstract class GlossaryTexts
{
    private static readonly GlossaryTexts English = new InEnglish();

    private static readonly GlossaryTexts Spanish = new InSpanish();

    private GlossaryTexts() { }

    public static GlossaryTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Also { get; }

    public abstract string Glossary { get; }

    public abstract string Nothing { get; }

    public abstract string Nearest { get; }

    public abstract string Listed(int total);

    public abstract string Unknown(string term);

    public abstract string IsArea(string area);

    public abstract string CommitmentsIn(string area);

    /// <summary>Our own translation of the term's meaning, marked as such, to stand under the quoted original; null when there is none.</summary>
    public abstract string? Rendering(string term);

    private sealed class InEnglish : GlossaryTexts
    {
        public override string Also => "Also called";

        public override string Glossary => "Glossary";

        public override string Nothing => "The glossary is empty.";

        public override string Nearest => "Perhaps one of these was meant:";

        public override string Listed(int total) => total == 1 ? "1 term in the glossary:" : $"{total} terms in the glossary:";

        public override string Unknown(string term) => $"The glossary does not have “{term}”.";

        public override string IsArea(string area) => $"{area} is a policy area; the source does not give a definition of it.";

        public override string CommitmentsIn(string area) => $"Commitments: {area}";

        public override string? Rendering(string term) => null;
    }

    private sealed class InSpanish : GlossaryTexts
    {
        public override string Also => "También llamado";

        public override string Glossary => "Glosario";

        public override string Nothing => "El glosario está vacío.";

        public override string Nearest => "Quizá se trate de uno de estos:";

        public override string Listed(int total) => total == 1 ? "1 término en el glosario:" : $"{total} términos en el glosario:";

        public override string Unknown(string term) => $"El glosario no tiene «{term}».";

        public override string IsArea(string area) => $"{area} es un área de política; la fuente no indica una definición.";

        public override string CommitmentsIn(string area) => $"Compromisos: {area}";

        public override string? Rendering(string term) => null;
    }
}
