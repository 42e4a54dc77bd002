using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Single commitments in the columns of a table.</summary>
public sealed class SideBySide(CatalogStore catalog)
{
    private readonly NothingFound nothing = new(catalog);

    private readonly UnknownIds unknownIds = new(catalog);

    public async Task<Reply> AnswerAsync(string intent, Question question, CancellationToken cancellationToken)
    {
        var (found, paging) = await Paging.ReadAsync(
            question.Page,
            (skip, take) => catalog.FindCommitmentsAsync(question.Filter, Sort.Id, skip, take, cancellationToken));
        if (found.Total == 0)
        {
            return await nothing.AnswerAsync(intent, question, cancellationToken);
        }

        var language = question.Language;
        List<string> reasons = [];
        foreach (var id in (await unknownIds.AmongAsync(question.Filter, cancellationToken)).Take(3))
        {
            reasons.Add((await unknownIds.ExplainAsync(id, language, cancellationToken)).Text);
        }

        var text = FigureTexts.In(language).SideBySide([.. found.Items.Select(commitment => commitment.Id)]);
        return new Draft(question, intent, string.Join(' ', [text, .. reasons]))
        {
            Blocks = [paging.List(Items.Of(found.Items, language, (await LoadedMembers.ReadAsync(catalog, cancellationToken)).AreSeveral)), Table(found.Items, language)],
            Total = found.Total,
            Paging = paging,
            Choices = found.Items.Select(commitment => new Choice(ListTexts.In(language).Open(commitment.Id), Queries.Show(commitment.Id))),
            Sources = found.Items.Select(commitment => commitment.Source),
        }.ToReply();
    }

    /// <summary>A fact that the source gives for none of them is no row.</summary>
    private static Grid Table(IReadOnlyList<Commitment> commitments, Language language)
    {
        var texts = FieldTexts.In(language);
        return new Grid(FigureTexts.In(language).FactByFact, [.. commitments.Select(commitment => commitment.Id)],
        [
            Row(Field.Title, commitment => commitment.Title),
            Row(Field.Star, commitment => texts.Star(commitment.Starred)),
            Row(Field.Year, commitment => $"{commitment.Year}"),
            Row(Field.Area, commitment => texts.Areas(commitment.Areas)),
            Row(Field.Plan, commitment => texts.PlanName(commitment.Plan)),
            Row(Field.Member, commitment => commitment.Member),
            .. from field in OptionalFacts.All
               where field != Field.Description && commitments.Any(commitment => OptionalFacts.Of(commitment, field).State != KnownState.NotInSource)
               select Row(field, commitment => texts.Value(OptionalFacts.Of(commitment, field))),
        ]);

        GridRow Row(Field field, Func<Commitment, string> value) => new(texts.Label(field), [.. commitments.Select(value)]);
    }
}
