using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Shows one commitment in full, or answers for a fact of it.</summary>
public sealed class ShowCommitment(CatalogStore catalog) : IIntent
{
    private readonly NothingFound nothing = new(catalog);

    private readonly Neighbours neighbours = new(catalog);

    public string Name => "show-commitment";

    public IReadOnlyList<string> Examples => ["PE0062", "show me PE0084", "who leads PE0062?", "muestra PE0099", "¿PE0054 está destacado?"];

    public bool Answers(Question question) =>
        question is { Verb: Verb.Show, Topic: Topic.Commitments, Filter.Ids: [var only] } && only.First == only.Last;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var id = question.Filter.Ids[0].First;
        var found = await catalog.FindCommitmentsAsync(Queries.OfIds(id), Sort.Id, 0, 1, cancellationToken);
        return found.Items is [var commitment]
            ? await ShowAsync(commitment, question, cancellationToken)
            : await nothing.AnswerAsync(Name, question with { Filter = Queries.OfIds(id) }, cancellationToken);
    }

    private async Task<Reply> ShowAsync(Commitment commitment, Question question, CancellationToken cancellationToken)
    {
        var language = question.Language;
        var texts = CommitmentTexts.In(language);
        var item = Items.Of(commitment, language, (await LoadedMembers.ReadAsync(catalog, cancellationToken)).AreSeveral);
        var twins = await neighbours.TwinsAsync(commitment, cancellationToken);
        string[] star = commitment.Starred ? [texts.StarredCommitment] : [];
        var asked = await AskedAsync(commitment, question, cancellationToken);
        return new Draft(question, Name, asked ?? $"{commitment.Id}: {commitment.Title} ({string.Join(", ", [.. star, .. item.Details])})")
        {
            Opening = asked is null ? [] : [new Heading(asked)],
            Blocks = [new Detail(item, CommitmentRows.Of(commitment, language)), .. NotesOf(commitment, twins, language)],
            Total = 1,
            Choices = [.. await neighbours.ChoicesAsync(commitment, language, cancellationToken), .. Twin(twins, texts), new Choice(texts.Cite, Queries.Cite(commitment.Id))],
            Sources = [commitment.Source, .. commitment.Others.Select(further => further.Source)],
        }.ToReply();
    }

    private static IEnumerable<Block> NotesOf(Commitment commitment, IReadOnlyList<string> twins, Language language)
    {
        var texts = CommitmentTexts.In(language);
        if (commitment.Removed is { } since)
        {
            yield return new Note(texts.Removed(SourceTexts.Date(since)));
        }

        string[] missing = [.. OptionalFacts.All.Where(field => OptionalFacts.Of(commitment, field).State == KnownState.NotInSource).Select(FieldTexts.In(language).Label)];
        if (missing.Length > 0)
        {
            yield return new Note(texts.NotInSource(missing));
        }

        foreach (var misspelling in commitment.Misspellings)
        {
            yield return new Note(texts.Misspelt(misspelling.Written, misspelling.Right));
        }

        if (twins.Count > 0)
        {
            yield return new Note(texts.Twins(twins));
        }
    }

    private static IEnumerable<Choice> Twin(IReadOnlyList<string> twins, CommitmentTexts texts) =>
        twins.Count == 0 ? [] : [new Choice(texts.TwinsOf(twins), twins.Count == 1 ? Queries.Show(twins[0]) : Queries.Compare(twins))];

    private async Task<string?> AskedAsync(Commitment commitment, Question question, CancellationToken cancellationToken)
    {
        if (question.Asked.Count == 0)
        {
            return null;
        }

        var inferred = question.Asked.Contains(Field.Plan) && (await catalog.PlansAsync(new Filter { Members = [commitment.Member] }, cancellationToken))
            .Any(plan => plan.Number == commitment.Plan && plan.NumberInferred);
        return string.Join(' ', question.Asked.Select(field => CommitmentRows.Sentence(commitment, field, inferred, question.Language)));
    }
}
