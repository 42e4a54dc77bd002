using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Which policy area, year, plan or other value has the most or the fewest commitments.</summary>
public sealed class RankCommitments(CatalogStore catalog) : IIntent
{
    /// <summary>More equal leaders than a sentence names.</summary>
    private const int MostLeaders = 8;

    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    public string Name => "rank-commitments";

    public IReadOnlyList<string> Examples =>
        ["which policy area has the most commitments?", "top 3 areas", "which year had the fewest commitments?", "¿qué área tiene más compromisos?"];

    public bool Answers(Question question) => question is { Verb: Verb.Rank, Topic: Topic.Commitments or Topic.Areas };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await gaps.AnswerAsync(Name, question, total: null, cancellationToken) ?? await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        var tallies = await Tallies.ReadAsync(catalog, matching.Question, question.By ?? Field.Area, matching.Total, cancellationToken);
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        IEnumerable<Block> notes = [.. matching.Notes, .. loaded.Notes(question)];
        var draft = tallies.Given.Count == 0 ? Without(tallies) : Ranked(tallies, notes);
        return (draft with { Documents = (await catalog.VersionAsync(cancellationToken)).Documents }).ToReply();
    }

    private Draft Without(Tallies tallies)
    {
        var (question, language) = (tallies.Question, tallies.Question.Language);
        return new Draft(question, Name, FigureTexts.In(language).NothingToGroup(tallies.Total, FieldTexts.In(language).TheField(tallies.By)))
        {
            Choices = [new Choice(ListTexts.In(language).List(tallies.Total), Queries.Find(question.Filter))],
        };
    }

    private Draft Ranked(Tallies tallies, IEnumerable<Block> notes)
    {
        var question = tallies.Question;
        var texts = FigureTexts.In(question.Language);
        Tally[] ranked = [.. tallies.ByCount(question.Fewest)];
        var shown = Shown(ranked, question.Top);
        var leaders = ranked.TakeWhile(tally => tally.Count == ranked[0].Count).Select(tallies.Label).ToArray();
        List<string> sentences = [texts.Leads(Phrase.AndMore(leaders, MostLeaders, question.Language), leaders.Length == 1, ranked[0].Count, tallies.Total, question.Fewest)];
        if (question.Top > 1)
        {
            sentences.Add(texts.Places([.. shown.Select(tally => $"{tallies.Label(tally)} {Phrase.Number(tally.Count)}")], question.Fewest));
        }

        if (question.Top is > 1 and var top && shown.Length > top)
        {
            sentences.Add(texts.TiesShown(top, shown.Length));
        }

        return new Draft(question, Name, string.Join(' ', sentences))
        {
            Opening = [new Heading(sentences[0]), .. sentences.Skip(1).Select(sentence => new Prose(sentence))],
            Blocks = [.. tallies.Blocks(shown, tallies.Paged(shown)), .. notes],
            Total = tallies.Total,
            Paging = tallies.Paged(shown),
            Choices = Steps(tallies, ranked),
        };
    }

    /// <summary>The first <paramref name="top"/> and all that equal the last of them. The leader alone is no ranking: all are shown around it.</summary>
    private static Tally[] Shown(Tally[] ranked, int? top) => top is > 1 and var most && most < ranked.Length
        ? [.. ranked.TakeWhile((tally, index) => index < most || tally.Count == ranked[most - 1].Count)]
        : ranked;

    private static IEnumerable<Choice> Steps(Tallies tallies, Tally[] ranked)
    {
        var question = tallies.Question;
        var lists = ListTexts.In(question.Language);
        foreach (var tally in ranked.Take(3))
        {
            if (Slices.Says(question.Filter, tallies.By, tally.Label) is { } says)
            {
                yield return new Choice(lists.Counted(tallies.Label(tally), tally.Count), says);
            }
        }

        if (ranked.Length > 1)
        {
            var across = tallies.By == Field.Year ? Field.Area : Field.Year;
            yield return new Choice(PivotCommitments.Label(tallies.By, across, question.Language), Queries.Pivot(question.Filter, tallies.By, across));
        }

        yield return new Choice(lists.List(tallies.Total), Queries.Find(question.Filter));
    }
}
