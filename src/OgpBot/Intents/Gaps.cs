using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>
/// Facts that the source does not give. A question for completed commitments finds none where no completion is known:
/// that is a gap and must not read like a figure.
/// </summary>
public sealed class Gaps(CatalogStore catalog)
{
    /// <summary>The answer when a filter asks for a fact that the source gives for none of the records in question; null otherwise.</summary>
    public async Task<Reply?> AnswerAsync(string intent, Question question, int? total, CancellationToken cancellationToken)
    {
        var scope = question.Filter with { Fields = [] };
        foreach (var field in question.Filter.Fields.Select(fact => fact.Field).Distinct())
        {
            var count = await catalog.CountCommitmentsAsync(scope, cancellationToken);
            if (count == 0 || await LackingAsync(scope, field, cancellationToken) < count)
            {
                continue;
            }

            var lack = ListTexts.In(question.Language).AllLack(count, FieldTexts.In(question.Language).TheField(field));
            var words = FilterWords.In(question.Language).Sentence(scope);
            return new Draft(question, intent, $"{lack} {NothingTexts.In(question.Language).NotCounted}")
            {
                Opening = [new Heading(lack), new Prose(NothingTexts.In(question.Language).NotCounted)],
                Total = total,
                Choices = [new Choice(ListTexts.In(question.Language).Counted(words, count), Queries.Find(scope))],
            }.ToReply();
        }

        return null;
    }

    /// <summary>What must be said beside records that were found: for how many the fact is not known.</summary>
    public async Task<IReadOnlyList<Block>> NotesAsync(Question question, CancellationToken cancellationToken)
    {
        List<Block> notes = [];
        var texts = ListTexts.In(question.Language);
        var fields = FieldTexts.In(question.Language);
        foreach (var field in question.Filter.Fields.Select(fact => fact.Field).Distinct())
        {
            var lacking = await LackingAsync(question.Filter with { Fields = [] }, field, cancellationToken);
            notes.AddRange(lacking > 0 ? [new Note(texts.SomeLack(lacking, fields.TheField(field)))] : []);
        }

        var unfiltered = question.Asked.Where(OptionalFacts.All.Contains).Except(question.Filter.Fields.Select(fact => fact.Field));
        foreach (var field in unfiltered)
        {
            var count = await catalog.CountCommitmentsAsync(question.Filter, cancellationToken);
            var lacking = await LackingAsync(question.Filter, field, cancellationToken);
            notes.AddRange(count > 0 && lacking == count ? [new Note(texts.AllLack(count, fields.TheField(field)))] : []);
        }

        return notes;
    }

    /// <summary>Records without the fact: an empty value asks for them.</summary>
    private Task<int> LackingAsync(Filter filter, Field field, CancellationToken cancellationToken) =>
        catalog.CountCommitmentsAsync(filter with { Fields = [.. filter.Fields, new FieldIs(field, "")] }, cancellationToken);
}
