using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>The frame of the help; the examples in it come from the intents.</summary>
public abstract class HelpTexts
{
    private static readonly HelpTexts English = new InEnglish();

    private static readonly HelpTexts Spanish = new InSpanish();

    private HelpTexts() { }

    public static HelpTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Title { get; }

    public abstract string Intro { get; }

    public abstract string Commitments { get; }

    public abstract string Figures { get; }

    public abstract string Plans { get; }

    public abstract string Documents { get; }

    public abstract string Assessments { get; }

    public abstract string Words { get; }

    public abstract string Following { get; }

    public abstract string FollowUps { get; }

    public abstract string Qualifiers { get; }

    private sealed class InEnglish : HelpTexts
    {
        public override string Title => "What I can do";

        public override string Intro => "I look up what members of the Open Government Partnership have committed to. Ask in English or Spanish, in your own words. For example:";

        public override string Commitments => "Commitments";

        public override string Figures => "Counts and comparisons";

        public override string Plans => "Members and plans";

        public override string Documents => "Documents and posts";

        public override string Assessments => "Assessments";

        public override string Words => "Terms and data";

        public override string Following => "Be told of what is new";

        public override string FollowUps => "Then go on from an answer: “only starred”, “and in 2019?”, “next”, “number 2”.";

        public override string Qualifiers => "Precise questions work too: country:peru area:justice year:>=2017 is:starred";
    }

    private sealed class InSpanish : HelpTexts
    {
        public override string Title => "Qué puedo hacer";

        public override string Intro => "Busco a qué se han comprometido los miembros de la Alianza para el Gobierno Abierto (OGP). Pregunta en español o inglés, con tus palabras. Por ejemplo:";

        public override string Commitments => "Compromisos";

        public override string Figures => "Recuentos y comparaciones";

        public override string Plans => "Miembros y planes";

        public override string Documents => "Documentos y publicaciones";

        public override string Assessments => "Evaluaciones";

        public override string Words => "Términos y datos";

        public override string Following => "Avisos de lo nuevo";

        public override string FollowUps => "Luego sigue desde una respuesta: «solo destacados», «¿y en 2019?», «siguiente», «número 2».";

        public override string Qualifiers => "También sirven preguntas precisas: country:peru area:justice year:>=2017 is:starred";
    }
}
