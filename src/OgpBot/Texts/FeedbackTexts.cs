using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Under an answer: whether it was useful.</summary>
public abstract class FeedbackTexts
{
    private static readonly FeedbackTexts English = new InEnglish();

    private static readonly FeedbackTexts Spanish = new InSpanish();

    private FeedbackTexts() { }

    public static FeedbackTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Question { get; }

    public abstract string Yes { get; }

    public abstract string No { get; }

    public abstract string Thanks { get; }

    private sealed class InEnglish : FeedbackTexts
    {
        public override string Question => "Was this useful?";

        public override string Yes => "👍 Yes";

        public override string No => "👎 Not really";

        public override string Thanks => "Thank you: that helps to improve the answers.";
    }

    private sealed class InSpanish : FeedbackTexts
    {
        public override string Question => "¿Te sirvió?";

        public override string Yes => "👍 Sí";

        public override string No => "👎 No mucho";

        public override string Thanks => "Gracias: eso ayuda a mejorar las respuestas.";
    }
}
