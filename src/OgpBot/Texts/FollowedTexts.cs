using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is followed: the list, and what was done with it.</summary>
public abstract class FollowedTexts
{
    private static readonly FollowedTexts English = new InEnglish();

    private static readonly FollowedTexts Spanish = new InSpanish();

    private FollowedTexts() { }

    public static FollowedTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Here(bool personal, int count);

    public abstract string Nothing(bool personal);

    public abstract string HowTo { get; }

    public abstract string Elsewhere { get; }

    public abstract string Next(string when);

    public abstract string AtOnce { get; }

    public abstract string WithChanges { get; }

    public abstract string SetByYou { get; }

    public abstract string SetByOther { get; }

    public abstract string PausedSince(string day);

    public abstract string PausedUntil(string day);

    /// <param name="reason">The platform's own code.</param>
    public abstract string BrokenSince(string day, string reason);

    public abstract string When { get; }

    public abstract string State { get; }

    public abstract string Active { get; }

    public abstract string SetBy { get; }

    public abstract string Stop(int number);

    public abstract string Pause(int number);

    public abstract string Resume(int number);

    public abstract string StopIt { get; }

    public abstract string PauseIt { get; }

    public abstract string ResumeIt { get; }

    public abstract string AnotherDay { get; }

    public abstract string All { get; }

    public abstract string Stopped(string what, string when);

    public abstract string StoppedAll(int count);

    public abstract string StopAll(int count);

    public abstract string YesStopAll { get; }

    public abstract string Again { get; }

    /// <param name="until">The day on which it goes on by itself; null when it does not.</param>
    public abstract string Paused(string what, string? until);

    public abstract string PausedAll(int count, string? until);

    /// <summary>Words behind "until" that name no day to come.</summary>
    public abstract string NotADay(string words);

    public abstract string Resumed(string what, string when);

    public abstract string ResumedAll(int count);

    public abstract string Changed(string what, string when);

    public abstract string Merged(string what, string when);

    public abstract string WhenInstead(string what, string when);

    public abstract string Which { get; }

    public abstract string NoneMatches { get; }

    public abstract string NoSuchNumber(int number);

    public abstract string NotHere { get; }

    public abstract string CannotBeHere { get; }

    private sealed class InEnglish : FollowedTexts
    {
        public override string Here(bool personal, int count) => $"{(personal ? "You follow" : "Followed here")}{(personal ? "" : ":")} {Phrase.Number(count)} {(count == 1 ? "thing" : "things")}.";

        public override string Nothing(bool personal) => personal ? "You follow nothing yet." : "Nothing is followed here yet.";

        public override string HowTo => "Say for example “new resources for Peru every Monday at 9:00”.";

        public override string Elsewhere => "What you follow alone is listed in our own chat.";

        public override string Next(string when) => $"next {when}";

        public override string AtOnce => "as soon as something is new";

        public override string WithChanges => "with changes";

        public override string SetByYou => "set by you";

        public override string SetByOther => "set by somebody else";

        public override string PausedSince(string day) => $"paused since {day}";

        public override string PausedUntil(string day) => $"paused until {day}";

        public override string BrokenSince(string day, string reason) => $"could not be delivered since {day} ({reason}); I try again when it is due next";

        public override string When => "When";

        public override string State => "State";

        public override string Active => "active";

        public override string SetBy => "Set up";

        public override string Stop(int number) => $"Stop {number}";

        public override string Pause(int number) => $"Pause {number}";

        public override string Resume(int number) => $"Resume {number}";

        public override string StopIt => "Stop";

        public override string PauseIt => "Pause";

        public override string ResumeIt => "Resume";

        public override string AnotherDay => "Another day or time";

        public override string All => "What is followed here";

        public override string Stopped(string what, string when) => $"Stopped: {what}, {when}.";

        public override string StoppedAll(int count) => $"Stopped: {Phrase.Number(count)} {(count == 1 ? "subscription" : "subscriptions")}.";

        public override string StopAll(int count) => $"Stop all {Phrase.Number(count)} subscriptions here?";

        public override string YesStopAll => "Yes, stop all";

        public override string Again => "Follow it again";

        public override string Paused(string what, string? until) => until is null
            ? $"Paused: {what}. What is new meanwhile comes when you resume it."
            : $"Paused until {until}: {what}. What is new meanwhile comes after that.";

        public override string NotADay(string words) =>
            $"I could not read a coming day in {Phrase.Quote(words, Language.English)}. Say for example “pause number 1 until 1 March”, “until Monday” or “for two weeks”.";

        public override string PausedAll(int count, string? until) => $"Paused{(until is null ? "" : $" until {until}")}: {Phrase.Number(count)} {(count == 1 ? "subscription" : "subscriptions")}.";

        public override string Resumed(string what, string when) => $"Active again: {what}, {when}.";

        public override string ResumedAll(int count) => $"Active again: {Phrase.Number(count)} {(count == 1 ? "subscription" : "subscriptions")}.";

        public override string Changed(string what, string when) => $"Changed: {what}, now {when}.";

        public override string Merged(string what, string when) => $"That is followed already, so the two are one now: {what}, {when}.";

        public override string WhenInstead(string what, string when) => $"{Phrase.UpperFirst(what)} comes {when}. When would you like it instead? Choose, or say for example “Fridays at 10:00”.";

        public override string Which => "Which one do you mean?";

        public override string NoneMatches => "Nothing like that is followed here.";

        public override string NoSuchNumber(int number) => $"There is no number {number} in the list.";

        public override string NotHere => "That is no longer followed here, or it belongs to somebody else.";

        public override string CannotBeHere => "Nothing can be followed here: I can speak up by myself only in a channel or chat where this bot is installed.";
    }

    private sealed class InSpanish : FollowedTexts
    {
        public override string Here(bool personal, int count) => $"{(personal ? "Sigues" : "Aquí se siguen")} {Phrase.Number(count)} {(count == 1 ? "cosa" : "cosas")}.";

        public override string Nothing(bool personal) => personal ? "Todavía no sigues nada." : "Aquí todavía no se sigue nada.";

        public override string HowTo => "Di por ejemplo «nuevos recursos de Perú cada lunes a las 9:00».";

        public override string Elsewhere => "Lo que sigues solo tú aparece en nuestro propio chat.";

        public override string Next(string when) => $"la próxima vez, el {when}";

        public override string AtOnce => "en cuanto haya algo nuevo";

        public override string WithChanges => "con cambios";

        public override string SetByYou => "lo pediste tú";

        public override string SetByOther => "lo pidió otra persona";

        public override string PausedSince(string day) => $"en pausa desde el {day}";

        public override string PausedUntil(string day) => $"en pausa hasta el {day}";

        public override string BrokenSince(string day, string reason) => $"no se pudo entregar desde el {day} ({reason}); lo intento de nuevo la próxima vez";

        public override string When => "Cuándo";

        public override string State => "Estado";

        public override string Active => "activa";

        public override string SetBy => "Origen";

        public override string Stop(int number) => $"Dejar la {number}";

        public override string Pause(int number) => $"Pausar la {number}";

        public override string Resume(int number) => $"Reanudar la {number}";

        public override string StopIt => "Dejar de seguir";

        public override string PauseIt => "Pausar";

        public override string ResumeIt => "Reanudar";

        public override string AnotherDay => "Otro día u otra hora";

        public override string All => "Lo que se sigue aquí";

        public override string Stopped(string what, string when) => $"Ya no se sigue: {what}, {when}.";

        public override string StoppedAll(int count) => $"Ya no se siguen: {Phrase.Number(count)} {(count == 1 ? "suscripción" : "suscripciones")}.";

        public override string StopAll(int count) => $"¿Dejar las {Phrase.Number(count)} suscripciones de aquí?";

        public override string YesStopAll => "Sí, dejarlas todas";

        public override string Again => "Volver a seguirlo";

        public override string Paused(string what, string? until) => until is null
            ? $"En pausa: {what}. Lo nuevo entretanto llega cuando lo reanudes."
            : $"En pausa hasta el {until}: {what}. Lo nuevo entretanto llega después.";

        public override string NotADay(string words) =>
            $"No pude entender un día futuro en {Phrase.Quote(words, Language.Spanish)}. Di por ejemplo «pausa la número 1 hasta el 1 de marzo», «hasta el lunes» o «por dos semanas».";

        public override string PausedAll(int count, string? until) => $"En pausa{(until is null ? "" : $" hasta el {until}")}: {Phrase.Number(count)} {(count == 1 ? "suscripción" : "suscripciones")}.";

        public override string Resumed(string what, string when) => $"Activa de nuevo: {what}, {when}.";

        public override string ResumedAll(int count) => $"Activas de nuevo: {Phrase.Number(count)} {(count == 1 ? "suscripción" : "suscripciones")}.";

        public override string Changed(string what, string when) => $"Cambiado: {what}, ahora {when}.";

        public override string Merged(string what, string when) => $"Eso ya se sigue, así que ahora las dos son una: {what}, {when}.";

        public override string WhenInstead(string what, string when) => $"{Phrase.UpperFirst(what)}: llega {when}. ¿Cuándo lo prefieres? Elige, o di por ejemplo «los viernes a las 10:00».";

        public override string Which => "¿Cuál de estas?";

        public override string NoneMatches => "Aquí no se sigue nada parecido.";

        public override string NoSuchNumber(int number) => $"En la lista no hay un número {number}.";

        public override string NotHere => "Eso ya no se sigue aquí, o es de otra persona.";

        public override string CannotBeHere => "Aquí no se puede seguir nada: solo puedo avisar por mi cuenta en un canal o chat donde esté instalado este bot.";
    }
}
