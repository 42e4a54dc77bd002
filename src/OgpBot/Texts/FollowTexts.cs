using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Following: the preview and its answers. What is done with what is followed is in <see cref="FollowedTexts"/>.</summary>
public abstract class FollowTexts
{
    private static readonly FollowTexts English = new InEnglish();

    private static readonly FollowTexts Spanish = new InSpanish();

    private FollowTexts() { }

    public static FollowTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <param name="what">"resources: Peru".</param>
    public abstract string Title(string what);

    /// <param name="when">"every Monday at 09:00 (America/Lima)", or "at once".</param>
    public abstract string Would(bool personal, string what, string when);

    public abstract string WouldAtOnce(bool personal, string what);

    /// <summary>Where nothing can be said unasked.</summary>
    public abstract string Elsewhere(string what, string when);

    public abstract string ElsewhereAtOnce(string what);

    /// <summary>How many the last weeks would have shown.</summary>
    /// <param name="since">The first day looked at: "Saturday 24 October"; empty for the last 30 days.</param>
    public abstract string Shown(int count, string since);

    /// <summary>Where nothing is known of the past.</summary>
    public abstract string JustStarted { get; }

    public abstract string First(string when);

    public abstract string ZoneGuessed(string zone);

    public abstract string OnlyElsewhere { get; }

    public abstract string NotLoaded(string members);

    public abstract string Invite { get; }

    public abstract string Yes { get; }

    public abstract string No { get; }

    public abstract string OnlyMe { get; }

    public abstract string Place { get; }

    public abstract string InZone(string zone);

    public abstract string Done(bool personal, string what, string when);

    public abstract string DoneAtOnce(bool personal, string what);

    public abstract string Next(string when);

    public abstract string AlreadyThere(bool personal, string what, string when);

    public abstract string ActiveAgain(string what, string when);

    public abstract string TooMany(int most);

    public abstract string TooLong(int most);

    public abstract string NothingSet { get; }

    public abstract string WhatToFollow { get; }

    /// <param name="words">As typed: nothing that can be followed.</param>
    public abstract string NotPublished(string words);

    public abstract string CannotFollow { get; }

    /// <param name="words">As typed.</param>
    public abstract string NotATime(string words);

    public abstract string TimesThatWork { get; }

    private sealed class InEnglish : FollowTexts
    {
        public override string Title(string what) => $"Follow {what}?";

        public override string Would(bool personal, string what, string when) => $"{Phrase.UpperFirst(when)} I would {(personal ? "send you" : "post here")} what is new in {what}.";

        public override string WouldAtOnce(bool personal, string what) => $"As soon as something is new in {what}, I would {(personal ? "send it to you" : "post it here")}.";

        public override string Elsewhere(string what, string when) => $"{Phrase.UpperFirst(when)} you would be told what is new in {what}.";

        public override string ElsewhereAtOnce(string what) => $"As soon as something is new in {what}, you would be told.";

        public override string Shown(int count, string since) => $"{(since.Length > 0 ? $"Since {since} this" : "The last 30 days")} would have shown {(count == 0 ? "nothing: I stay silent when nothing is new" : Phrase.Number(count))}.";

        public override string JustStarted => "I have known this catalog for less than a day, so there is no past month to show.";

        public override string First(string when) => $"First on {when}.";

        public override string ZoneGuessed(string zone) => $"I do not know your time zone, so this is {zone}. Say for example “Lima time” to change it.";

        public override string OnlyElsewhere => "I can speak up by myself only in a channel or chat where this bot is installed. Say the same there; here this stays a preview.";

        public override string NotLoaded(string members) => $"Nothing of {members} is loaded yet. I would tell you once there is.";

        public override string Invite => "I am not in this channel, so I could not post here. Invite me first, then say yes.";

        public override string Yes => "Yes, follow";

        public override string No => "No, thanks";

        public override string OnlyMe => "Only for me";

        public override string Place => "For everybody here";

        public override string InZone(string zone) => $"In {zone} time";

        public override string Done(bool personal, string what, string when) => $"Done. {Phrase.UpperFirst(when)} I {(personal ? "send you" : "post here")} what is new in {what}.";

        public override string DoneAtOnce(bool personal, string what) => $"Done. As soon as something is new in {what}, I {(personal ? "send it to you" : "post it here")}.";

        public override string Next(string when) => $"Next on {when}.";

        public override string AlreadyThere(bool personal, string what, string when) => $"{(personal ? "You follow that already" : "That is followed here already")}: {what}, {when}. Nothing was added.";

        public override string ActiveAgain(string what, string when) => $"That was paused or broken, and is active again: {what}, {when}.";

        public override string TooMany(int most) => $"No more than {most} things can be followed in one place. Stop one first.";

        public override string TooLong(int most) => $"That is too much for one subscription: at most {most} lists, each with a few conditions. Say it in two parts.";

        public override string NothingSet => "Nothing was set. Say “subscribe” whenever you like.";

        public override string NotPublished(string words) =>
            $"OGP publishes nothing like {Phrase.Quote(words, Language.English)} here, so I cannot follow it. I can follow new resources, commitments, action plans and posts, of all members or of one, by policy area, year or words: for example “new resources for Peru every Monday at 9:00”.";

        public override string WhatToFollow => "What would you like to follow? Name a list as in any question, for example “new resources for Peru every Monday at 9:00” or “follow PE0062”.";

        public override string CannotFollow => "That cannot be followed. What can be: commitments, resources, action plans and posts, with any conditions.";

        public override string NotATime(string words) => $"I could not make a time of {Phrase.Quote(words, Language.English)}.";

        public override string TimesThatWork => "One rhythm for each subscription: at once, daily, Monday to Friday, one day of the week, or one day of the month; with a time such as 9:00 or 5 pm and a time zone if you like. For example “every Friday at 9:00 Lima time”.";
    }

    private sealed class InSpanish : FollowTexts
    {
        public override string Title(string what) => $"¿Seguir {what}?";

        public override string Would(bool personal, string what, string when) => $"{Phrase.UpperFirst(when)} {(personal ? "te enviaría" : "publicaría aquí")} lo nuevo en {what}.";

        public override string WouldAtOnce(bool personal, string what) => $"En cuanto haya algo nuevo en {what}, {(personal ? "te lo enviaría" : "lo publicaría aquí")}.";

        public override string Elsewhere(string what, string when) => $"{Phrase.UpperFirst(when)} recibirías lo nuevo en {what}.";

        public override string ElsewhereAtOnce(string what) => $"En cuanto haya algo nuevo en {what}, lo recibirías.";

        public override string Shown(int count, string since) => $"{(since.Length > 0 ? $"Desde el {since}" : "En los últimos 30 días")} {(count == 0 ? "no habría mostrado nada: si no hay novedades, no digo nada" : $"habría mostrado {Phrase.Number(count)}")}.";

        public override string JustStarted => "Conozco este catálogo desde hace menos de un día, así que no hay un mes anterior que mostrar.";

        public override string First(string when) => $"La primera vez, el {when}.";

        public override string ZoneGuessed(string zone) => $"No conozco tu zona horaria, así que es {zone}. Di por ejemplo «hora de Lima» para cambiarla.";

        public override string OnlyElsewhere => "Solo puedo avisar por mi cuenta en un canal o chat donde esté instalado este bot. Di lo mismo allí; aquí queda en vista previa.";

        public override string NotLoaded(string members) => $"Todavía no hay nada cargado de {members}. Avisaría cuando lo haya.";

        public override string Invite => "No estoy en este canal, así que no podría publicar aquí. Invítame primero y luego di que sí.";

        public override string Yes => "Sí, seguir";

        public override string No => "No, gracias";

        public override string OnlyMe => "Solo para mí";

        public override string Place => "Para todos aquí";

        public override string InZone(string zone) => $"Con la hora de {zone}";

        public override string Done(bool personal, string what, string when) => $"Listo. {Phrase.UpperFirst(when)} {(personal ? "te envío" : "publico aquí")} lo nuevo en {what}.";

        public override string DoneAtOnce(bool personal, string what) => $"Listo. En cuanto haya algo nuevo en {what}, {(personal ? "te lo envío" : "lo publico aquí")}.";

        public override string Next(string when) => $"La próxima vez, el {when}.";

        public override string AlreadyThere(bool personal, string what, string when) => $"{(personal ? "Ya sigues eso" : "Aquí ya se sigue eso")}: {what}, {when}. No agregué nada.";

        public override string ActiveAgain(string what, string when) => $"Estaba en pausa o fallaba, y ahora está activo de nuevo: {what}, {when}.";

        public override string TooMany(int most) => $"En un mismo lugar no se pueden seguir más de {most} cosas. Primero deja de seguir una.";

        public override string TooLong(int most) => $"Es demasiado para una sola suscripción: como máximo {most} listas, cada una con pocas condiciones. Dilo en dos partes.";

        public override string NothingSet => "No se guardó nada. Di «suscribir» cuando quieras.";

        public override string NotPublished(string words) =>
            $"OGP no publica aquí nada como {Phrase.Quote(words, Language.Spanish)}, así que no puedo seguirlo. Puedo seguir nuevos recursos, compromisos, planes de acción y publicaciones, de todos los miembros o de uno, por área de política, año o palabras: por ejemplo «nuevos recursos de Perú cada lunes a las 9:00».";

        public override string WhatToFollow => "¿Qué quieres seguir? Nombra una lista como en cualquier pregunta, por ejemplo «nuevos recursos de Perú cada lunes a las 9:00» o «seguir PE0062».";

        public override string CannotFollow => "Eso no se puede seguir. Sí se pueden seguir compromisos, recursos, planes de acción y publicaciones, con cualquier condición.";

        public override string NotATime(string words) => $"No pude entender un horario en {Phrase.Quote(words, Language.Spanish)}.";

        public override string TimesThatWork => "Un ritmo para cada suscripción: de inmediato, cada día, de lunes a viernes, un día de la semana o un día del mes; con una hora como 9:00 o 5 pm y, si quieres, una zona horaria. Por ejemplo «cada viernes a las 9:00, hora de Lima».";
    }
}
