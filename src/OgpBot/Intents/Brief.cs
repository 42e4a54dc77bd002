using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>One screen about a set of commitments: totals, years, plans, areas, the starred ones, the newest, and the resources beside them.</summary>
public sealed class Brief(CatalogStore catalog) : IIntent
{
    /// <summary>Titles of each kind: one screen.</summary>
    private const int MostTitles = 5;

    /// <summary>Areas named in one row.</summary>
    private const int MostAreas = 6;

    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    private readonly NextSteps nextSteps = new(catalog);

    public string Name => "brief";

    public IReadOnlyList<string> Examples => ["brief Peru justice", "brief 2017", "resumen de Perú justicia"];

    public bool Answers(Question question) => question is { Verb: Verb.Brief, Topic: Topic.Commitments };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await gaps.AnswerAsync(Name, question, total: 0, cancellationToken) ?? await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        question = matching.Question;
        var texts = BriefTexts.In(question.Language);
        var starred = question.Filter.Starred == false
            ? new Found<Commitment>([], 0)
            : await catalog.FindCommitmentsAsync(question.Filter with { Starred = true }, Sort.Newest, 0, MostTitles, cancellationToken);
        var newest = await catalog.FindCommitmentsAsync(question.Filter, Sort.Newest, 0, MostTitles * 2, cancellationToken);
        Commitment[] others = [.. newest.Items.ExceptBy(starred.Items.Select(commitment => commitment.Id), commitment => commitment.Id).Take(MostTitles)];
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        return new Draft(question, Name, texts.Summary(matching.Total, starred.Total, FilterWords.In(question.Language).Sentence(question.Filter)))
        {
            Blocks =
            [
                new Facts(await RowsAsync(question, matching.Total, starred.Total, cancellationToken)),
                .. Titles(texts.Starred, starred.Items, first: 1, question.Language, loaded.MayMix(question.Filter)),
                .. Titles(starred.Items.Count == 0 ? texts.Newest : texts.NewestOthers, others, starred.Items.Count + 1, question.Language, loaded.MayMix(question.Filter)),
                .. matching.Notes,
                .. loaded.Notes(question),
            ],
            Total = matching.Total,
            Choices =
            [
                new Choice(ListTexts.In(question.Language).List(matching.Total), Queries.Find(question.Filter)),
                .. await nextSteps.ResourcesAsync(question, cancellationToken),
                .. await nextSteps.NarrowerAsync(question, matching.Total, cancellationToken),
            ],
            Sources = [.. starred.Items.Select(commitment => commitment.Source), .. others.Select(commitment => commitment.Source)],
        }.ToReply();
    }

    private static IEnumerable<Block> Titles(string heading, IReadOnlyList<Commitment> commitments, int first, Language language, bool withMember) =>
        commitments.Count == 0 ? [] : [new Prose(heading), new Listing(Items.Of(commitments, language, withMember), first)];

    private async Task<IReadOnlyList<Fact>> RowsAsync(Question question, int total, int starred, CancellationToken cancellationToken)
    {
        var (figures, fields) = (FigureTexts.In(question.Language), FieldTexts.In(question.Language));
        List<Fact> rows = [new(figures.CommitmentsRow, Phrase.Number(total)), new(figures.StarredRow, Phrase.Number(starred))];
        foreach (var (by, most) in new[] { (Field.Member, MostAreas), (Field.Year, int.MaxValue), (Field.Plan, int.MaxValue), (Field.Area, MostAreas) })
        {
            var tallies = await Tallies.ReadAsync(catalog, question, by, total, cancellationToken);
            string[] parts = [.. tallies.InOrder().Select(tally => $"{tallies.Label(tally)}: {Phrase.Number(tally.Count)}")];
            string[] more = parts.Length > most ? [BriefTexts.In(question.Language).More(parts.Length - most)] : [];
            string[] lacking = tallies.Lacking == 0 ? [] : [$"{Slices.Label(by, "", question.Language)}: {Phrase.Number(tallies.Lacking)}"];
            if (by != Field.Member || parts.Length > 1)
            {
                rows.Add(new Fact(fields.Label(by), string.Join(" · ", [.. parts.Take(most), .. more, .. lacking])));
            }
        }

        return rows;
    }
}
