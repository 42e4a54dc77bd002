using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What the OGP Global Report recommends by dimension. Its entries' names, findings and scores are not in the source.</summary>
public sealed class ShowGlobalReport(CatalogStore catalog) : IIntent
{
    private const string Section = "global-report";

    public string Name => "show-global-report";

    public IReadOnlyList<string> Examples =>
        ["global report", "global report recommendation for access to information", "¿qué recomienda el informe global sobre apertura fiscal?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.GlobalReport);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var texts = GlobalReportTexts.In(question.Language);
        var members = PlanRows.OfMembers(question);
        var entries = await catalog.GlobalReportAsync(members with { Dimensions = question.Filter.Dimensions }, cancellationToken);
        if (entries.Count == 0)
        {
            var all = await catalog.GlobalReportAsync(members, cancellationToken);
            if (all.Count == 0 && Elsewhere.Answer(question, Name, (await catalog.GlobalReportAsync(Filter.None, cancellationToken)).Select(entry => entry.Member)) is { } elsewhere)
            {
                return elsewhere;
            }

            return new Draft(question, Name, all.Count == 0 ? texts.Nothing : texts.NoDimension(string.Join(", ", Dimensions(all))))
            {
                Total = 0,
                Choices = DimensionChoices(all, members, texts),
            }.ToReply();
        }

        var groups = entries.GroupBy(entry => (entry.Dimension, entry.Member)).ToArray();
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(groups));
        var keys = await catalog.KeysAsync(Section, members, cancellationToken);
        return new Draft(question, Name, groups is [var only] ? Sentence(only, texts) : $"{texts.Summary} {string.Join("; ", found.Items.Select(group => $"{Label(group.Key, loaded.MayMix(question.Filter), texts)}: {Line(group, texts)}"))}.")
        {
            Opening = [new Heading(texts.Title), new Prose(groups is [var one] ? Sentence(one, texts) : texts.Summary)],
            Blocks =
            [
                groups is [var single] ? new Facts(Counts(single, texts)) : new Facts([.. found.Items.Select(group => new Fact(Label(group.Key, loaded.MayMix(question.Filter), texts), Line(group, texts)))]),
                .. Gaps(entries, texts),
                .. question.Filter.Dimensions.Count == 0 ? Codes(keys, texts) : [],
                .. keys.Where(key => key is { Kind: "scale", Meaning.IsGiven: true }).Select(key => $"{key.Name} ({key.Meaning.Value})").Distinct(StringComparer.Ordinal).Take(1).Select(scale => new Note(texts.Scale(scale))),
                .. keys.Where(key => key.Kind == "note").Select(key => key.Name).Distinct(StringComparer.Ordinal).Take(1).Select(note => new Quote(note, Source.Credit)),
                .. loaded.Notes(question),
            ],
            Paging = paging,
            Choices =
            [
                .. DimensionChoices(question.Filter.Dimensions.Count == 0 ? entries : await catalog.GlobalReportAsync(members, cancellationToken), members, texts)
                    .Where(choice => question.Filter.Dimensions.Count == 0 || !question.Filter.Dimensions.Contains(choice.Label)),
            ],
            Sources = found.Items.Select(group => group.First().Source),
        }.ToReply();
    }

    private static string Sentence(IGrouping<(string Dimension, string Member), GlobalReportEntry> group, GlobalReportTexts texts) =>
        $"{texts.Dimension(Beside(group.Key.Dimension, texts), group.Key.Member, group.Count())} {Line(group, texts)}.";

    private static string Line(IEnumerable<GlobalReportEntry> entries, GlobalReportTexts texts) =>
        string.Join(", ", Counts(entries, texts).Select(fact => $"{fact.Label}: {fact.Value}"));

    /// <summary>How many entries have each implication: the given ones first.</summary>
    private static IReadOnlyList<Fact> Counts(IEnumerable<GlobalReportEntry> entries, GlobalReportTexts texts) =>
    [
        .. from entry in entries
           group entry by entry.Implication into same
           orderby same.Key.IsGiven descending, same.Count() descending
           select new Fact(Implication(same.Key, texts), $"{same.Count()}"),
    ];

    private static string Implication(Known implication, GlobalReportTexts texts) => implication.State switch
    {
        KnownState.Given => Beside(implication.Value!, texts),
        KnownState.PendingReview => texts.PendingImplication,
        _ => texts.NoImplication,
    };

    private static string Beside(string label, GlobalReportTexts texts) => texts.Rendering(label) is { } rendering ? $"{label} ({rendering})" : label;

    private static string Label((string Dimension, string Member) key, bool withMember, GlobalReportTexts texts) =>
        withMember ? $"{Beside(key.Dimension, texts)}, {key.Member}" : Beside(key.Dimension, texts);

    private static IEnumerable<Block> Gaps(IReadOnlyList<GlobalReportEntry> entries, GlobalReportTexts texts)
    {
        yield return new Note(texts.NamesLost);
        if (entries.All(entry => !entry.Score.IsGiven))
        {
            yield return new Note(texts.ScoresLost);
        }
        else
        {
            yield return new Facts([.. entries.Where(entry => entry.Score.IsGiven).Select(entry => new Fact($"{entry.Dimension}, {texts.Entry(entry.Number)}", entry.Score.Value!))]);
        }

        yield return new Note(texts.FindingsLost);
    }

    private static IEnumerable<Block> Codes(IReadOnlyList<KeyEntry> keys, GlobalReportTexts texts)
    {
        Fact[] codes = [.. keys.Where(key => key is { Kind: "code", Meaning.IsGiven: true }).DistinctBy(key => key.Name).OrderBy(key => key.Order).Select(key => new Fact(key.Name, key.Meaning.Value!))];
        return codes.Length == 0 ? [] : [new Prose($"{texts.Codes}:"), new Facts(codes)];
    }

    private static IEnumerable<string> Dimensions(IEnumerable<GlobalReportEntry> entries) => entries.Select(entry => entry.Dimension).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Choice> DimensionChoices(IEnumerable<GlobalReportEntry> entries, Filter members, GlobalReportTexts texts) =>
    [
        .. Dimensions(entries).Select(dimension => new Choice(dimension, Queries.To(Verb.Find, Topic.GlobalReport, members with { Dimensions = [dimension] }))),
        new(texts.AllDimensions, Queries.To(Verb.Find, Topic.GlobalReport, members)),
    ];
}
