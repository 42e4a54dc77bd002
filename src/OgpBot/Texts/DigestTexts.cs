using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Texts;

/// <summary>What a digest says beside the records.</summary>
public abstract class DigestTexts
{
    private static readonly DigestTexts English = new InEnglish();

    private static readonly DigestTexts Spanish = new InSpanish();

    private DigestTexts() { }

    public static DigestTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>"3 new resources".</summary>
    /// <param name="topic">Commitments, resources, plans or posts.</param>
    public abstract string New(Topic topic, int count);

    public abstract string Changed(Topic topic, int count);

    public abstract string Removed(Topic topic, int count);

    /// <summary>"resources", as the name of a list.</summary>
    public abstract string List(Topic topic);

    /// <summary>Members, or kinds of their records, that came into the catalog as a whole.</summary>
    public abstract string Loaded(string members);

    /// <summary>Above their numbers.</summary>
    public abstract string LoadedTitle { get; }

    /// <summary>"Completion: Limited → Complete".</summary>
    public static string Fact(string label, string was, string now) => $"{label}: {was} → {now}";

    public abstract string Star(bool starred);

    /// <summary>Under a list: how many are not in it.</summary>
    public abstract string AndMore(int count);

    /// <summary>Under a list of several members: how many of each.</summary>
    public static string OfEach(IEnumerable<KeyValuePair<string, int>> members) => string.Join(" · ", members.Select(member => $"{member.Key} {Phrase.Number(member.Value)}"));

    /// <summary>"resources (Peru, IRM Report)": what is followed.</summary>
    public string What(Topic topic, Filter filter) => FilterWords.In(Language).Sentence(filter) is { Length: > 0 } scope ? $"{List(topic)} ({scope})" : List(topic);

    /// <summary>Why this is said here. <paramref name="when"/> is <see cref="CadenceTexts.Of"/>.</summary>
    public abstract string Why(bool personal, string what, string when);

    /// <summary>Who set it: nobody that can be told.</summary>
    public abstract string SetBySomebody { get; }

    /// <summary>Who set it: the words before and after their mention.</summary>
    public abstract (string Before, string After) SetBy { get; }

    /// <summary>"Next: Monday 30 November."</summary>
    public abstract string Next(string when);

    public abstract string ShowAll(string what);

    public abstract string Pause { get; }

    public abstract string Change { get; }

    public abstract string Stop { get; }

    /// <summary>To who set it, when it could not be said where it should.</summary>
    /// <param name="next">When it is tried again; empty when something changes.</param>
    public abstract string Broken(string what, string reason, string next);

    protected abstract Language Language { get; }

    private sealed class InEnglish : DigestTexts
    {
        protected override Language Language => Language.English;

        public override string LoadedTitle => "In the catalog for the first time";

        public override string Pause => "Pause";

        public override string Change => "Another day or time";

        public override string Stop => "Stop";

        public override string New(Topic topic, int count) => $"{Phrase.Number(count)} new {Noun(topic, count)}";

        public override string Changed(Topic topic, int count) => $"{Phrase.Number(count)} changed {Noun(topic, count)}";

        public override string Removed(Topic topic, int count) => $"{Phrase.Number(count)} {Noun(topic, count)} no longer in the source";

        public override string List(Topic topic) => Noun(topic, 2);

        public override string Loaded(string members) => $"{members} in the catalog for the first time";

        public override string Star(bool starred) => starred ? "starred now" : "no longer starred";

        public override string AndMore(int count) => $"and {Phrase.Number(count)} more";

        public override string Why(bool personal, string what, string when) => personal
            ? $"You follow, {when}: {what}."
            : $"Followed here, {when}: {what}.";

        public override string SetBySomebody => "Somebody here set it; anybody here can change it.";

        public override (string Before, string After) SetBy => ("Set by", "– anybody here can change it.");

        public override string Next(string when) => $"Next: {when}.";

        public override string ShowAll(string what) => $"Show all {what}";

        public override string Broken(string what, string reason, string next) =>
            $"I could not deliver a digest that you set up ({what}): {reason}. Nothing is lost: I keep what is new and try again {(next.Length == 0 ? "later" : $"on {next}")}.";

        private static string Noun(Topic topic, int count) => (topic, count) switch
        {
            (Topic.Resources, 1) => "resource",
            (Topic.Resources, _) => "resources",
            (Topic.Plans, 1) => "action plan",
            (Topic.Plans, _) => "action plans",
            (Topic.Posts, 1) => "post",
            (Topic.Posts, _) => "posts",
            (_, 1) => "commitment",
            _ => "commitments",
        };
    }

    private sealed class InSpanish : DigestTexts
    {
        protected override Language Language => Language.Spanish;

        public override string LoadedTitle => "Por primera vez en el catálogo";

        public override string Pause => "Pausar";

        public override string Change => "Otro día u hora";

        public override string Stop => "Detener";

        public override string New(Topic topic, int count) => $"{Phrase.Number(count)} {Noun(topic, count)} {Ending(topic, count, "nuevo", "nueva")}";

        public override string Changed(Topic topic, int count) => $"{Phrase.Number(count)} {Noun(topic, count)} con cambios";

        public override string Removed(Topic topic, int count) => $"{Phrase.Number(count)} {Noun(topic, count)} que ya no {(count == 1 ? "figura" : "figuran")} en la fuente";

        public override string List(Topic topic) => Noun(topic, 2);

        public override string Loaded(string members) => $"{members} por primera vez en el catálogo";

        public override string Star(bool starred) => starred ? "ahora destacado" : "ya no destacado";

        public override string AndMore(int count) => $"y {Phrase.Number(count)} más";

        public override string Why(bool personal, string what, string when) => personal
            ? $"Sigues, {when}: {what}."
            : $"Aquí se sigue, {when}: {what}.";

        public override string SetBySomebody => "Alguien de aquí lo pidió; cualquiera aquí puede cambiarlo.";

        public override (string Before, string After) SetBy => ("Lo pidió", "– cualquiera aquí puede cambiarlo.");

        public override string Next(string when) => $"Próximo: {when}.";

        public override string ShowAll(string what) => $"Ver todo: {what}";

        public override string Broken(string what, string reason, string next) =>
            $"No pude entregar un resumen que pediste ({what}): {reason}. No se pierde nada: guardo lo nuevo y lo intento otra vez {(next.Length == 0 ? "más tarde" : $"el {next}")}.";

        private static string Ending(Topic topic, int count, string masculine, string feminine) => $"{(topic == Topic.Posts ? feminine : masculine)}{(count == 1 ? "" : "s")}";

        private static string Noun(Topic topic, int count) => (topic, count) switch
        {
            (Topic.Resources, 1) => "recurso",
            (Topic.Resources, _) => "recursos",
            (Topic.Plans, 1) => "plan de acción",
            (Topic.Plans, _) => "planes de acción",
            (Topic.Posts, 1) => "publicación",
            (Topic.Posts, _) => "publicaciones",
            (_, 1) => "compromiso",
            _ => "compromisos",
        };
    }
}
