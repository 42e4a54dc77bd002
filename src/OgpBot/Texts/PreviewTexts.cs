using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Switching on and off that a bare ID in a channel gets a preview.</summary>
public abstract class PreviewTexts
{
    private static readonly PreviewTexts English = new InEnglish();

    private static readonly PreviewTexts Spanish = new InSpanish();

    private PreviewTexts() { }

    public static PreviewTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string On { get; }

    public abstract string Off { get; }

    /// <param name="on">The way it is now.</param>
    public abstract string State(bool on);

    public abstract string OnlyInChannels { get; }

    /// <summary>Nobody gave the app the permission that previews need.</summary>
    public abstract string NotAllowed { get; }

    private sealed class InEnglish : PreviewTexts
    {
        public override string On =>
            "Previews are on in this channel: when somebody writes an ID such as PE0062, I show what it is, in the thread and at most once in half an hour. I see messages only where I was invited.";

        public override string Off => "Previews are off in this channel: I answer only when somebody mentions me.";

        public override string State(bool on) => on ? "Previews are on in this channel. Switch them off with “previews off”." : "Previews are off in this channel. Switch them on with “previews on”.";

        public override string OnlyInChannels => "Previews are for channels. Here, just send me an ID such as PE0062.";

        public override string NotAllowed =>
            "Previews need the permission channels:history, which this app was not given: without it I see only messages that mention me. Somebody who manages the app can add it.";
    }

    private sealed class InSpanish : PreviewTexts
    {
        public override string On =>
            "Las vistas previas están activadas en este canal: cuando alguien escribe un ID como PE0062, muestro qué es, en el hilo y como mucho una vez cada media hora. Solo veo mensajes donde me invitaron.";

        public override string Off => "Las vistas previas están desactivadas en este canal: respondo solo cuando alguien me menciona.";

        public override string State(bool on) => on
            ? "Las vistas previas están activadas en este canal. Desactívalas con «previews off»."
            : "Las vistas previas están desactivadas en este canal. Actívalas con «previews on».";

        public override string OnlyInChannels => "Las vistas previas son para canales. Aquí basta con enviarme un ID como PE0062.";

        public override string NotAllowed =>
            "Las vistas previas necesitan el permiso channels:history, que esta aplicación no recibió: sin él solo veo mensajes que me mencionan. Quien administra la aplicación puede agregarlo.";
    }
}
