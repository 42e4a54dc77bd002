using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What the bot says about its reading of a question and about the source of its answer.</summary>
public abstract class NoticeTexts
{
    private static readonly NoticeTexts English = new InEnglish();

    private static readonly NoticeTexts Spanish = new InSpanish();

    private NoticeTexts() { }

    public static NoticeTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string ReadAs(string query);

    public abstract string Credit(string documents, string credit);

    public abstract string Corrected(string typed, string understood);

    public abstract string Translated(string typed, string searched);

    public abstract string Ignored(IReadOnlyList<string> words);

    /// <summary>A clause that says who asks and what for, and what of it was read all the same; empty for nothing.</summary>
    public abstract string Introduced(string clause, string kept);

    public abstract string SpanIsPlan(string span, string plan);

    /// <summary>The label of the choice that reads a span as years.</summary>
    public abstract string TheYears(string span);

    public abstract string BadQualifier(string key, string value);

    public abstract string Cut(string limit);

    /// <summary>A part of the world was read as the region that the source counts it to.</summary>
    public abstract string RegionIs(string typed, string region);

    public abstract string DefaultMember(string member);

    /// <summary>The label of the choice that asks the same of every member.</summary>
    public abstract string AllMembers { get; }

    private sealed class InEnglish : NoticeTexts
    {
        public override string ReadAs(string query) => $"Read as: {query}";

        public override string Credit(string documents, string credit) => $"Source: {documents} ({credit}).";

        public override string Corrected(string typed, string understood) => $"Read “{typed}” as “{understood}”.";

        public override string Translated(string typed, string searched) => $"Searched “{searched}” for “{typed}”: the source's titles are in English.";

        public override string Ignored(IReadOnlyList<string> words) => $"Left out, because nothing in the catalog holds {(words.Count == 1 ? "it" : "them")}: {Phrase.Quoted(words, Language.English)}.";

        public override string Introduced(string clause, string kept) => $"Taken as an introduction: “{clause}”{(kept.Length == 0 ? "" : $"; read from it: “{kept}”")}.";

        public override string SpanIsPlan(string span, string plan) => $"Read {span} as action plan {plan}, whose span it is.";

        public override string TheYears(string span) => $"All of the years {span}";

        public override string BadQualifier(string key, string value) => $"Left out, because it was not understood: “{key}:{value}”.";

        public override string RegionIs(string typed, string region) => $"The source counts “{typed}” to the region {region}: all of it is meant here.";

        public override string DefaultMember(string member) => $"{member} is the default here. Add “all countries” to ask for every member.";

        public override string AllMembers => "All countries";

        public override string Cut(string limit) => $"Only the first {limit} characters were read.";
    }

    private sealed class InSpanish : NoticeTexts
    {
        public override string ReadAs(string query) => $"Leído como: {query}";

        public override string Credit(string documents, string credit) => $"Fuente: {documents} ({credit}).";

        public override string Corrected(string typed, string understood) => $"Leí «{typed}» como «{understood}».";

        public override string Translated(string typed, string searched) => $"Busqué «{searched}» por «{typed}»: los títulos de la fuente están en inglés.";

        public override string Ignored(IReadOnlyList<string> words) => $"Sin tener en cuenta, porque nada en el catálogo {(words.Count == 1 ? "la" : "las")} contiene: {Phrase.Quoted(words, Language.Spanish)}.";

        public override string Introduced(string clause, string kept) => $"Tomado como introducción: «{clause}»{(kept.Length == 0 ? "" : $"; de ahí se leyó: «{kept}»")}.";

        public override string SpanIsPlan(string span, string plan) => $"Leí {span} como el plan de acción {plan}, que abarca ese período.";

        public override string TheYears(string span) => $"Todos los años {span}";

        public override string BadQualifier(string key, string value) => $"Sin tener en cuenta, porque no lo entendí: «{key}:{value}».";

        public override string RegionIs(string typed, string region) => $"La fuente incluye «{typed}» en la región {region}: aquí se entiende toda la región.";

        public override string DefaultMember(string member) => $"{member} es el país por defecto aquí. Agrega «todos los países» para consultar todos.";

        public override string AllMembers => "Todos los países";

        public override string Cut(string limit) => $"Solo leí los primeros {limit} caracteres.";
    }
}
