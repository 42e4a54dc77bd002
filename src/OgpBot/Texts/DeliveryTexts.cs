using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said when an answer cannot be given.</summary>
public abstract class DeliveryTexts
{
    private static readonly DeliveryTexts English = new InEnglish();

    private static readonly DeliveryTexts Spanish = new InSpanish();

    private DeliveryTexts() { }

    public static DeliveryTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <param name="reference">What the log and the operator know it by.</param>
    public abstract string Sorry(string reference);

    private sealed class InEnglish : DeliveryTexts
    {
        public override string Sorry(string reference) => $"Sorry, I could not answer that: something went wrong here. If you tell the people who run this bot, mention {reference}.";
    }

    private sealed class InSpanish : DeliveryTexts
    {
        public override string Sorry(string reference) => $"Lo siento, no pude responder: algo falló aquí. Si avisas a quienes administran este bot, menciona {reference}.";
    }
}
