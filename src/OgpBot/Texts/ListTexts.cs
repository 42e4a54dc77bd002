using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Lists of commitments and the next steps they offer.</summary>
public abstract class ListTexts
{
    private static readonly ListTexts English = new InEnglish();

    private static readonly ListTexts Spanish = new InSpanish();

    private ListTexts() { }

    public static ListTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>"2 commitments", "1 commitment".</summary>
    public abstract string Commitments(int count);

    /// <summary>"3 starred commitments".</summary>
    public abstract string StarredCommitments(int count);

    /// <summary>"2 commitments: Peru, Justice, 2017."</summary>
    public string Total(int count, Filter filter) => Sentence(Filtered(count, filter), FilterWords.In(Language).SentenceWithoutStar(filter));

    /// <summary>"2 commitments" or "3 starred commitments", by what is looked for.</summary>
    public string Filtered(int count, Filter filter) => filter.Starred == true ? StarredCommitments(count) : Commitments(count);

    protected abstract Language Language { get; }

    private static string Sentence(string counted, string scope) => scope.Length == 0 ? $"{counted}." : counted.Contains(": ", StringComparison.Ordinal) ? $"{counted} ({scope})." : $"{counted}: {scope}.";

    /// <summary>"The newest are from 2019: 3 commitments, Justice."</summary>
    public string NewestYear(int total, int year, Filter filter) => Sentence($"{Newest(year)}: {Filtered(total, filter)}", FilterWords.In(Language).SentenceWithoutStar(filter));

    public string OldestYear(int total, int year, Filter filter) => Sentence($"{Oldest(year)}: {Filtered(total, filter)}", FilterWords.In(Language).SentenceWithoutStar(filter));

    protected abstract string Newest(int year);

    protected abstract string Oldest(int year);

    /// <summary>Why more are shown than were asked for.</summary>
    public abstract string YearsOnly { get; }

    /// <summary>Said when no title holds all of the words, and those with any of them are shown.</summary>
    public abstract string AnyWordInstead(IReadOnlyList<string> words);

    /// <summary>Some of the records lack the fact that was asked for.</summary>
    public abstract string SomeLack(int count, string field);

    /// <summary>All of the records lack it.</summary>
    public abstract string AllLack(int count, string field);

    public abstract string Open(string id);

    public abstract string List(int count);

    public abstract string OnlyStarred(int count);

    public abstract string Per(string field);

    public abstract string Compare { get; }

    public string Resources(string scope, int count) => scope.Length == 0 ? $"{ResourcesAlone} ({Phrase.Number(count)})" : $"{ResourcesAlone}: {scope} ({Phrase.Number(count)})";

    public abstract string Brief(string scope);

    /// <summary>A neighbouring question with its number of commitments.</summary>
    public string Counted(string scope, int count) => $"{(scope.Length == 0 ? All : Phrase.UpperFirst(scope))} ({Phrase.Number(count)})";

    protected abstract string All { get; }

    protected abstract string ResourcesAlone { get; }

    private sealed class InEnglish : ListTexts
    {
        public override string Compare => "Compare them side by side";

        protected override string Newest(int year) => $"The newest are from {year}";

        protected override string Oldest(int year) => $"The oldest are from {year}";

        public override string YearsOnly => "The source dates commitments by year only, so all of that year are shown.";

        protected override Language Language => Language.English;

        protected override string All => "All commitments";

        protected override string ResourcesAlone => "Resources";

        public override string Commitments(int count) => $"{Phrase.Number(count)} {(count == 1 ? "commitment" : "commitments")}";

        public override string StarredCommitments(int count) => $"{Phrase.Number(count)} starred {(count == 1 ? "commitment" : "commitments")}";

        public override string AnyWordInstead(IReadOnlyList<string> words) =>
            $"No title holds all of {Phrase.Quoted(words, Language.English)}: these hold at least one.";

        public override string SomeLack(int count, string field) => $"The source does not give {field} for {Phrase.Number(count)} of the commitments in question: whether they belong here is not known.";

        public override string AllLack(int count, string field) =>
            count == 1 ? $"The source does not give {field} for this commitment." : $"The source does not give {field} for any of these {Phrase.Number(count)} commitments.";

        public override string Open(string id) => $"Show {id}";

        public override string List(int count) => count == 1 ? "Show it" : $"List all {Phrase.Number(count)}";

        public override string OnlyStarred(int count) => $"Only starred ({Phrase.Number(count)})";

        public override string Per(string field) => $"Count by {field}";

        public override string Brief(string scope) => scope.Length == 0 ? "Brief" : $"Brief: {scope}";
    }

    private sealed class InSpanish : ListTexts
    {
        public override string Compare => "Compararlos lado a lado";

        protected override string Newest(int year) => $"Los más recientes son de {year}";

        protected override string Oldest(int year) => $"Los más antiguos son de {year}";

        public override string YearsOnly => "La fuente fecha los compromisos solo por año; por eso se muestran todos los de ese año.";

        protected override Language Language => Language.Spanish;

        protected override string All => "Todos los compromisos";

        protected override string ResourcesAlone => "Recursos";

        public override string Commitments(int count) => $"{Phrase.Number(count)} {(count == 1 ? "compromiso" : "compromisos")}";

        public override string StarredCommitments(int count) => $"{Phrase.Number(count)} {(count == 1 ? "compromiso destacado" : "compromisos destacados")}";

        public override string AnyWordInstead(IReadOnlyList<string> words) =>
            $"Ningún título contiene todas estas palabras: {Phrase.Quoted(words, Language.Spanish)}. Estos contienen al menos una.";

        public override string SomeLack(int count, string field) => $"La fuente no indica {field} de {Phrase.Number(count)} de los compromisos consultados: no se sabe si corresponden aquí.";

        public override string AllLack(int count, string field) =>
            count == 1 ? $"La fuente no indica {field} de este compromiso." : $"La fuente no indica {field} de ninguno de estos {Phrase.Number(count)} compromisos.";

        public override string Open(string id) => $"Ver {id}";

        public override string List(int count) => count == 1 ? "Verlo" : $"Ver los {Phrase.Number(count)}";

        public override string OnlyStarred(int count) => $"Solo destacados ({Phrase.Number(count)})";

        public override string Per(string field) => $"Contar por {field}";

        public override string Brief(string scope) => scope.Length == 0 ? "Resumen" : $"Resumen: {scope}";
    }
}
