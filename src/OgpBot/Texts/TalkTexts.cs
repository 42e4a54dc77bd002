using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Greetings, thanks, refusals, and what is said when nothing could be read.</summary>
public abstract class TalkTexts
{
    private static readonly TalkTexts English = new InEnglish();

    private static readonly TalkTexts Spanish = new InSpanish();

    private TalkTexts() { }

    public static TalkTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Hello { get; }

    public abstract string Welcome { get; }

    public abstract string NoSecrets { get; }

    public abstract string NotForThat { get; }

    public abstract string NotRead { get; }

    public abstract string Try { get; }

    /// <summary>What a click on help says: a phrase that the reader knows.</summary>
    public abstract string HelpWord { get; }

    public abstract string HelpLabel { get; }

    /// <summary>Phrases that lead to starred commitments, action plans and the newest resources.</summary>
    public abstract string StarredPhrase { get; }

    public abstract string PlansPhrase { get; }

    public abstract string NewestPhrase { get; }

    public abstract string OrHelp { get; }

    private sealed class InEnglish : TalkTexts
    {
        public override string Hello => "Hello! I look up open government commitments, action plans and documents. Ask in your own words, or say “help” to see what I can do.";

        public override string Welcome => "You're welcome. Ask on whenever you like.";

        public override string NoSecrets => "I only look up OGP data: commitments, action plans, resources and terms. There is nothing else I can hand out or change.";

        public override string NotForThat => "That is not what I am for. I look up OGP data: commitments, action plans, resources, performance and terms.";

        public override string NotRead => "I could not read a question in that.";

        public override string Try => "For example, try:";

        public override string HelpWord => "help";

        public override string HelpLabel => "Help";

        public override string StarredPhrase => "starred commitments";

        public override string PlansPhrase => "list action plans";

        public override string NewestPhrase => "latest resources";

        public override string OrHelp => "Or say “help”.";
    }

    private sealed class InSpanish : TalkTexts
    {
        public override string Hello => "¡Hola! Busco compromisos de gobierno abierto, planes de acción y documentos. Pregunta con tus palabras, o di «ayuda» para ver qué puedo hacer.";

        public override string Welcome => "¡Con gusto! Sigue preguntando cuando quieras.";

        public override string NoSecrets => "Solo busco datos de OGP: compromisos, planes de acción, recursos y términos. No hay nada más que pueda entregar o cambiar.";

        public override string NotForThat => "No estoy para eso. Busco datos de OGP: compromisos, planes de acción, recursos, desempeño y términos.";

        public override string NotRead => "No pude leer una pregunta en eso.";

        public override string Try => "Por ejemplo, prueba con:";

        public override string HelpWord => "ayuda";

        public override string HelpLabel => "Ayuda";

        public override string StarredPhrase => "compromisos destacados";

        public override string PlansPhrase => "lista los planes de acción";

        public override string NewestPhrase => "recursos más recientes";

        public override string OrHelp => "O di «ayuda».";
    }
}
