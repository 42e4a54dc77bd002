using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Questions that name IDs: show, compare, cite, or ask for one fact.</summary>
internal sealed class RecordReading(Sentence sentence, Question question)
{
    /// <summary>Null when no ID is named.</summary>
    public Question? Read()
    {
        var ids = question.Filter.Ids;
        if (ids is [])
        {
            return null;
        }

        var only = new Filter { Ids = ids };
        var others = question.Filter with { Ids = [] };
        if (sentence.HasVerb("cite") || sentence.IsOn("data"))
        {
            return question with { Verb = Verb.Cite, Filter = only };
        }

        var several = ids.Count > 1 || ids.Any(range => range.First != range.Last);
        if (sentence.HasVerb("compare") && several)
        {
            return question with { Verb = Verb.Compare, Filter = new Filter { Ids = Ends(ids) } };
        }

        if (sentence.HasVerb("count") && others != Filter.None)
        {
            return question with { Verb = Verb.Count };
        }

        // "Which of PE0053 to PE0060 are starred" keeps its conditions; "is PE0054 starred" asks for a fact.
        return several && others.OfContent() != Filter.None
            ? question with { Verb = Verb.Find }
            : question with { Verb = Verb.Show, Filter = only, Asked = Asked(others) };
    }

    /// <summary>"The difference between PE0004 and PE0046" names two, not all that lie between.</summary>
    private static Values<IdRange> Ends(Values<IdRange> ids) =>
        ids.SelectMany(range => new[] { range.First, range.Last }).Distinct(StringComparer.Ordinal).Select(id => new IdRange(id, id)).ToValues();

    /// <summary>The facts asked for; a condition beside one ID ("is PE0054 starred", "what area") is a fact asked for too.</summary>
    private Values<Field> Asked(Filter others)
    {
        var nouns = sentence.Pieces.Where(piece => !piece.Is(SenseKind.Asked)).Select(Grouping.FactOf).OfType<Field>().Where(field => field is Field.Area or Field.Year or Field.Plan);
        Field[] star = others.Starred is null ? [] : [Field.Star];
        return sentence.AskedFields().Concat(star).Concat(nouns).Distinct().ToValues();
    }
}
