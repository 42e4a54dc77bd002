using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>What the Home tab says beside the help.</summary>
internal abstract class SlackHomeTexts
{
    private static readonly SlackHomeTexts English = new InEnglish();

    private static readonly SlackHomeTexts Spanish = new InSpanish();

    private SlackHomeTexts() { }

    public static SlackHomeTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>To somebody who opens the page for the first time; nobody gets a message for that.</summary>
    public abstract string Welcome { get; }

    /// <summary>On the button that opens the form.</summary>
    public abstract string Find { get; }

    public abstract string Where { get; }

    /// <summary>Above what the person follows alone.</summary>
    public abstract string Following { get; }

    public abstract string Recent { get; }

    public abstract string KeptForADay { get; }

    /// <summary>Over the examples in this language, on a page in the other.</summary>
    public abstract string AlsoHere { get; }

    private sealed class InEnglish : SlackHomeTexts
    {
        public override string Welcome => "👋 Welcome! I answer questions about Open Government Partnership commitments. Ask in your own words, in English or Spanish, or start with an example below.";

        public override string Find => "Find commitments …";

        public override string Where => "Ask here in Messages, mention me in a channel, or type /ogp anywhere.";

        public override string Following => "What you follow";

        public override string Recent => "Your recent searches";

        public override string KeptForADay => "Only you see these. They are forgotten after 24 hours.";

        public override string AlsoHere => "Also in English";
    }

    private sealed class InSpanish : SlackHomeTexts
    {
        public override string Welcome => "👋 ¡Te damos la bienvenida! Respondo preguntas sobre los compromisos de la Alianza para el Gobierno Abierto. Pregunta con tus palabras, en español o en inglés, o empieza con un ejemplo de abajo.";

        public override string Find => "Buscar compromisos …";

        public override string Where => "Pregunta aquí en Mensajes, mencióname en un canal o escribe /ogp donde quieras.";

        public override string Following => "Lo que sigues";

        public override string Recent => "Tus búsquedas recientes";

        public override string KeptForADay => "Solo tú las ves. Se olvidan a las 24 horas.";

        public override string AlsoHere => "También en español";
    }
}
