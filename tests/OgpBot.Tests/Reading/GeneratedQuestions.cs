using CsCheck;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

/// <summary>Questions with every verb, topic and condition, whose words are names of the catalog or anything that a person might type.</summary>
internal sealed class GeneratedQuestions(Vocabulary vocabulary)
{
    private static readonly string[] Odd =
    [
        "quote\"d", "back\\slash", "\\", "\\\"", "\"", "a:b", "area:x", "two words", " ", "-", "--", "|", "a|b", "page:2", "commitments", "count", "pe0062", "2017", "2017..2019",
        "'", "*", "%", "<script>", "{0}", "日本", "правосудие", "👩‍👩‍👧", "\uFFFD", "x\\\\\"y", "trailing\\", ",", "key:\"value\"", "any", "starred", "1",
    ];

    /// <summary>Values that no name of the catalog equals: as the reader keeps them, folded and not empty.</summary>
    private static readonly Gen<string> Unknown = Gen.OneOf(Gen.OneOf(Odd), Gen.String[1, 12]).Select(Folding.Fold).Where(value => value.Length > 0 && Lexicon.Shipped.MemberName(value) is null && value != "none");

    private static readonly Gen<string> Words = Gen.OneOf(Gen.OneOf("justice", "datos", "x", "日本", "2017", "none", "any"), Gen.String.Select(text => Folding.Words(text) is [var word, ..] ? word : "word"));

    private static readonly Gen<string> Alternatives = Words.Array[1, 3].Select(words => string.Join('|', words));

    private static readonly Gen<YearRange> Years =
        from first in Gen.Int[YearRanges.Earliest, YearRanges.Latest]
        from more in Gen.Int[0, 20]
        from kind in Gen.Int[0, 3]
        let last = Math.Min(first + more, YearRanges.Latest)
        select kind switch { 0 => new YearRange(first, first), 1 => new YearRange(first, null), 2 => new YearRange(null, last), _ => new YearRange(first, last) };

    private static readonly Gen<IdRange> Ids =
        from prefix in Gen.OneOf("PE", "SCO", "OO", "ZZ")
        from first in Gen.Int[0, 9999]
        from more in Gen.OneOf(Gen.Const(0), Gen.Int[1, 700])
        select new IdRange($"{prefix}{first:0000}", $"{prefix}{Math.Min(first + more, 9999):0000}");

    private static readonly Gen<FieldIs> Fields = Gen.Select(
        Gen.OneOf(Field.Lead, Field.Supporting, Field.Status, Field.Completion, Field.Impact, Field.EarlyResults, Field.Start, Field.End, Field.Description),
        Unknown,
        (field, value) => new FieldIs(field, value));

    private static readonly Gen<int> Plans = Gen.Int[1, 99];

    private static readonly Gen<Timing> Timings =
        from rhythm in Gen.Enum<Rhythm>().Nullable()
        from day in Gen.Int[0, 31].Nullable()
        from minute in Gen.Int[0, (24 * 60) - 1].Nullable()
        from zone in Gen.OneOf(Gen.Const((string?)null), Gen.OneOf("UTC", "America/Lima", "America/Argentina/Buenos_Aires", "Africa/Porto-Novo", "Etc/GMT+5", "Etc/GMT-14").Select(value => (string?)value))
        from unread in Gen.Frequency((4, Gen.Const((string?)null)), (1, Unknown.Select(value => (string?)value)))
        select new Timing
        {
            Rhythm = rhythm,
            Day = rhythm switch { Rhythm.Weekly when day is <= 6 => day, Rhythm.Monthly when day is >= 1 => day, _ => null },
            At = minute is { } at ? TimeOnly.MinValue.AddMinutes(at) : null,
            Zone = zone,
            Unread = unread,
        };

    private static readonly Gen<Follow?> Follows =
        from timing in Timings
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool.Nullable())
        from also in Few(Unknown)
        from numbers in Few(Gen.Int[1, 999])
        from subscriptions in Few(Gen.Long[0, 1_000_000_000])
        from until in Gen.OneOf(new[] { "monday", "15", "03-01", "2027-03-01", "14d", "1m", "" }.Select(Gen.Const).ToArray()).Select(text => Until.Parse(text))
        let follow = new Follow
        {
            Timing = timing,
            Changes = flags.Item1,
            All = flags.Item2,
            Open = flags.Item3,
            Confirmed = flags.Item4,
            ForMe = flags.Item5,
            Also = also,
            Numbers = numbers,
            Subscriptions = subscriptions,
            Until = until,
        }
        select follow == new Follow() ? null : follow;

    public Gen<Question> Questions() =>
        from verb in Gen.OneOf(Enum.GetValues<Verb>().Except([Verb.Nowhere, Verb.Decline, Verb.Unclear]).ToArray())
        from topic in Gen.Enum<Topic>()
        from filter in Filters()
        from grouped in Gen.Enum<Field>().Nullable()
        from across in Gen.Enum<Field>().Nullable()
        from top in Gen.Int[1, 1000].Nullable()
        from fewest in Gen.Bool
        from sort in Gen.Enum<Sort>()
        from asked in Few(Gen.Enum<Field>())
        from term in Gen.OneOf(Gen.Const((string?)null), Unknown.Select(value => (string?)value))
        from page in Gen.Int[1, 50]
        from follow in Gen.Frequency((3, Gen.Const((Follow?)null)), (2, Follows))
            // Without an ID there is nothing to show.
        let shown = verb == Verb.Show && filter.Ids.Count == 0 ? Verb.Find : verb
        select new Question { Verb = shown, Topic = topic, Filter = filter, By = grouped, Across = across, Top = top, Fewest = fewest, Sort = sort, Asked = asked, Term = term, Page = page, Follow = follow };

    private Gen<Filter> Filters() =>
        from level in Gen.Enum<MemberLevel>().Nullable()
        from members in Few(Named([.. vocabulary.Members.Select(member => member.Name), "Spain", "Cote d'Ivoire"]))
        from ids in Few(Ids)
        from areas in Few(Named(vocabulary.Areas))
        from notAreas in Few(Named(vocabulary.Areas))
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool.Nullable())
        from years in Gen.Select(Few(Years), Few(Years))
        from plans in Gen.Select(Few(Plans), Few(Plans))
        from fields in Few(Fields)
        from types in Gen.Select(Few(Named(vocabulary.ResourceTypes)), Few(Named(vocabulary.ResourceTypes)), Few(Named(vocabulary.ResourceFormats)), Few(Named(vocabulary.Dimensions)))
        from words in Gen.Select(Few(Alternatives), Few(Words))
        from title in Gen.Frequency((4, Gen.Const((string?)null)), (1, Gen.OneOf(vocabulary.Titles.Concat(vocabulary.PostTitles).ToArray()).Select(value => (string?)value)))
        select new Filter
        {
            Level = level,
            Members = members,
            Ids = ids,
            Areas = areas,
            NotAreas = notAreas,
            NoArea = flags.Item1,
            CurrentPlan = flags.Item2,
            AnyWord = flags.Item3,
            Starred = flags.Item4,
            Years = years.Item1,
            NotYears = years.Item2,
            Plans = plans.Item1,
            NotPlans = plans.Item2,
            Fields = fields,
            Types = types.Item1,
            NotTypes = types.Item2,
            Formats = types.Item3,
            Dimensions = types.Item4,
            Words = words.Item1,
            NotWords = words.Item2,
            Title = title,
        };

    private static Gen<string> Named(IReadOnlyList<string> names) => Gen.OneOf(Gen.OneOf(names.ToArray()), Unknown);

    // Mostly none: a question with every condition at once is rare.
    private static Gen<Values<T>> Few<T>(Gen<T> one) => Gen.Frequency((3, Gen.Const(Values.Of<T>([]))), (2, one.Array[1, 3].Select(items => items.ToValues())));
}
