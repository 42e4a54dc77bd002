using OgpBot.Conversations;
using OgpBot.Privacy;

namespace OgpBot.Texts;

/// <summary>What the bot says about what it keeps.</summary>
public abstract class PrivacyTexts
{
    private static readonly PrivacyTexts English = new InEnglish();

    private static readonly PrivacyTexts Spanish = new InSpanish();

    private PrivacyTexts() { }

    public static PrivacyTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Title { get; }

    /// <summary>The sentence that makes sense alone.</summary>
    public abstract string Kept(KeptAboutPerson kept);

    public abstract IEnumerable<Fact> Rows(KeptAboutPerson kept);

    public abstract string Rules { get; }

    public abstract string Nobody { get; }

    public abstract string ForgetLabel { get; }

    public abstract string SureTitle { get; }

    public abstract string Sure(KeptAboutPerson kept);

    public abstract string YesLabel { get; }

    public abstract string Forgotten { get; }

    public abstract string NotNow { get; }

    private static IEnumerable<Fact> RowsOf(KeptAboutPerson kept, IReadOnlyList<string> labels) =>
        new[] { kept.Follows, kept.SetForOthers, kept.Conversations, kept.Searches, kept.Messages, kept.Ways }
            .Zip(labels, (count, label) => new Fact(label, PlainText.Number((int)count)))
            .Where(fact => fact.Value != "0");

    private sealed class InEnglish : PrivacyTexts
    {
        public override string Title => "What I keep about you";

        public override string Kept(KeptAboutPerson kept) => kept.Total == 0
            ? "I keep nothing about you."
            : "I keep a few things under the ID that your workspace gave you. I know neither your name nor your e-mail address.";

        public override IEnumerable<Fact> Rows(KeptAboutPerson kept) => RowsOf(kept, ["What you follow", "What channels follow that you set", "What we talked about last (24 hours)", "Recent searches (24 hours)", "Messages with no words left (7 days)", "The way to our chat"]);

        public override string Rules =>
            "What you type is kept until it is answered, and not after that. What a conversation was about and your recent searches go after 24 hours, records of delivery after 7 days unless your operator chose otherwise. "
            + "Questions that found no answer are counted without anybody's name or channel.";

        public override string Nobody => "Here I cannot tell people apart, so I keep nothing about you. What this conversation was about is forgotten after 24 hours.";

        public override string ForgetLabel => "Forget me";

        public override string SureTitle => "Forget you?";

        public override string Sure(KeptAboutPerson kept) => kept.Follows > 0
            ? $"I would delete everything that names you, and you would no longer be told about {(kept.Follows == 1 ? "what you follow" : $"the {PlainText.Number((int)kept.Follows)} things you follow")}. What channels follow stays, without your ID. This cannot be undone."
            : "I would delete everything that names you. What channels follow stays, without your ID. This cannot be undone.";

        public override string YesLabel => "Yes, forget me";

        public override string Forgotten => "Done: within a few minutes nothing here names you any more. If you write to me again, we start anew.";

        public override string NotNow => "I could not note that just now. Please say it again in a minute.";
    }

    private sealed class InSpanish : PrivacyTexts
    {
        public override string Title => "Lo que guardo sobre ti";

        public override string Kept(KeptAboutPerson kept) => kept.Total == 0
            ? "No guardo nada sobre ti."
            : "Guardo pocas cosas con el ID que te dio tu espacio de trabajo. No conozco tu nombre ni tu correo.";

        public override IEnumerable<Fact> Rows(KeptAboutPerson kept) => RowsOf(kept, ["Lo que sigues", "Lo que siguen canales y configuraste tú", "De qué hablamos por última vez (24 horas)", "Búsquedas recientes (24 horas)", "Mensajes ya sin palabras (7 días)", "El camino a nuestro chat"]);

        public override string Rules =>
            "Lo que escribes se guarda hasta que tiene respuesta, y después ya no. El tema de una conversación y tus búsquedas recientes se borran a las 24 horas, y los registros de entrega a los 7 días, salvo que quien opera el bot haya elegido otra cosa. "
            + "Las preguntas sin respuesta se cuentan sin el nombre ni el canal de nadie.";

        public override string Nobody => "Aquí no puedo distinguir a las personas, así que no guardo nada sobre ti. El tema de esta conversación se olvida a las 24 horas.";

        public override string ForgetLabel => "Olvídame";

        public override string SureTitle => "¿Te olvido?";

        public override string Sure(KeptAboutPerson kept) => kept.Follows > 0
            ? $"Borraría todo lo que te nombra, y ya no recibirías {(kept.Follows == 1 ? "lo que sigues" : $"las {PlainText.Number((int)kept.Follows)} cosas que sigues")}. Lo que siguen los canales queda, sin tu ID. No se puede deshacer."
            : "Borraría todo lo que te nombra. Lo que siguen los canales queda, sin tu ID. No se puede deshacer.";

        public override string YesLabel => "Sí, olvídame";

        public override string Forgotten => "Hecho: en unos minutos aquí ya nada te nombra. Si me escribes otra vez, empezamos de cero.";

        public override string NotNow => "No pude anotarlo en este momento. Por favor, dilo otra vez en un minuto.";
    }
}
