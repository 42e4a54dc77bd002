using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>A filter in words: Peru, Justice, 2017, starred.</summary>
public abstract class FilterWords
{
    private static readonly FilterWords English = new InEnglish();

    private static readonly FilterWords Spanish = new InSpanish();

    private FilterWords() { }

    public static FilterWords In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>For inside a sentence; empty when the filter lets everything through.</summary>
    public string Sentence(Filter filter) => string.Join(", ", Parts(filter));

    /// <summary>For beside a noun that says the star itself.</summary>
    public string SentenceWithoutStar(Filter filter) => Sentence(filter.Starred == true ? filter with { Starred = null } : filter);

    /// <summary>For a heading.</summary>
    public string Title(Filter filter) => string.Join(" · ", Parts(filter));

    /// <summary>"2017", "2015–2017 or 2019", "since 2015".</summary>
    public string Years(IEnumerable<YearRange> years) => Or([.. years.Select(Range)]);

    /// <summary>One part for each kind of value, in the order in which people say them.</summary>
    public IReadOnlyList<string> Parts(Filter filter) =>
    [
        .. Part(filter.Members, Or),
        .. Part(filter.NotMembers, members => Without(And(members))),
        .. Part(filter.Regions, Or),
        .. Part(filter.NotRegions, regions => Without(And(regions))),
        .. Part(filter.Level == MemberLevel.Local, Local),
        .. Part(filter.Level == MemberLevel.National, National),
        .. Part(filter.Ids.Select(Range), And),
        .. Part(filter.Areas, Or),
        .. Part(filter.NotAreas, areas => Without(And(areas))),
        .. Part(filter.NoArea, NoArea),
        .. Part(filter.Types, Or),
        .. Part(filter.NotTypes, types => Without(And(types))),
        .. Part(filter.Formats, Or),
        .. Part(filter.Dimensions, Or),
        .. Part(filter.Years, _ => Years(filter.Years)),
        .. Part(filter.NotYears.Select(Range), years => Without(And(years))),
        .. Part(filter.Plans.Select(Number), plans => Plan(Or(plans))),
        .. Part(filter.NotPlans.Select(Number), plans => Without(Plan(And(plans)))),
        .. Part(filter.CurrentPlan, CurrentPlan),
        .. Part(filter.Starred == true, Starred),
        .. Part(filter.Starred == false, NotStarred),
        .. filter.Fields.GroupBy(fact => fact.Field, fact => Quote(fact.Value)).Select(values => $"{FieldLabel(values.Key)} {Or([.. values])}"),
        .. Part<string>(filter.Title is null ? [] : [Quote(filter.Title)], Titled),
        .. Part(filter.Title is null ? filter.Words.Select(QuoteWord) : [], words => With(filter.AnyWord ? Or(words) : And(words))),
        .. Part(filter.NotWords.Select(QuoteWord), words => Without(Or(words))),
    ];

    protected abstract string Local { get; }

    protected abstract string National { get; }

    protected abstract string Starred { get; }

    protected abstract string NotStarred { get; }

    protected abstract string NoArea { get; }

    protected abstract string CurrentPlan { get; }

    protected abstract string And(IReadOnlyList<string> parts);

    protected abstract string Or(IReadOnlyList<string> parts);

    protected abstract string Quote(string word);

    protected abstract string Without(string what);

    protected abstract string With(string words);

    protected abstract string Titled(IReadOnlyList<string> title);

    protected abstract string Plan(string numbers);

    protected abstract string Since(int year);

    protected abstract string Until(int year);

    protected abstract string AnyYear { get; }

    protected abstract string FieldLabel(Field field);

    private static IEnumerable<string> Part<T>(IEnumerable<T> values, Func<IReadOnlyList<T>, string> words) =>
        values.ToArray() is { Length: > 0 } given ? [words(given)] : [];

    private static IEnumerable<string> Part(bool holds, string words) => holds ? [words] : [];

    /// <summary>Alternatives of one word are shown side by side.</summary>
    private string QuoteWord(string word) => string.Join('/', word.Split('|').Select(Quote));

    private static string Number(int number) => $"{number}";

    private static string Range(IdRange ids) => ids.First == ids.Last ? ids.First : $"{ids.First}–{ids.Last}";

    private string Range(YearRange years) => years switch
    {
        { From: { } from, To: { } to } => from == to ? $"{from}" : $"{from}–{to}",
        { From: { } from } => Since(from),
        { To: { } to } => Until(to),
        _ => AnyYear,
    };

    private sealed class InEnglish : FilterWords
    {
        protected override string Local => "local members";

        protected override string National => "national members";

        protected override string Starred => "starred";

        protected override string NotStarred => "not starred";

        protected override string NoArea => "without a policy area";

        protected override string CurrentPlan => "current action plan";

        protected override string AnyYear => "any year";

        protected override string And(IReadOnlyList<string> parts) => Phrase.And(parts, Language.English);

        protected override string Or(IReadOnlyList<string> parts) => Phrase.Or(parts, Language.English);

        protected override string Quote(string word) => Phrase.Quote(word, Language.English);

        protected override string Without(string what) => $"without {what}";

        protected override string With(string words) => $"with {words}";

        protected override string Titled(IReadOnlyList<string> title) => $"titled {title[0]}";

        protected override string Plan(string numbers) => $"action plan {numbers}";

        protected override string Since(int year) => $"since {year}";

        protected override string Until(int year) => $"up to {year}";

        protected override string FieldLabel(Field field) => Phrase.LowerFirst(FieldTexts.In(Language.English).Label(field));
    }

    private sealed class InSpanish : FilterWords
    {
        protected override string Local => "miembros locales";

        protected override string National => "miembros nacionales";

        protected override string Starred => "destacados";

        protected override string NotStarred => "sin estrella";

        protected override string NoArea => "sin área de política";

        protected override string CurrentPlan => "plan de acción actual";

        protected override string AnyYear => "cualquier año";

        protected override string And(IReadOnlyList<string> parts) => Phrase.And(parts, Language.Spanish);

        protected override string Or(IReadOnlyList<string> parts) => Phrase.Or(parts, Language.Spanish);

        protected override string Quote(string word) => Phrase.Quote(word, Language.Spanish);

        protected override string Without(string what) => $"sin {what}";

        protected override string With(string words) => $"con {words}";

        protected override string Titled(IReadOnlyList<string> title) => $"con el título {title[0]}";

        protected override string Plan(string numbers) => $"plan de acción {numbers}";

        protected override string Since(int year) => $"desde {year}";

        protected override string Until(int year) => $"hasta {year}";

        protected override string FieldLabel(Field field) => Phrase.LowerFirst(FieldTexts.In(Language.Spanish).Label(field));
    }
}
