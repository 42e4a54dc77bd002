using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Where commitments were read, and a citation to copy.</summary>
public sealed class CiteCommitment(CatalogStore catalog) : IIntent
{
    private readonly NothingFound nothing = new(catalog);

    public string Name => "cite-commitment";

    public IReadOnlyList<string> Examples => ["cite PE0062", "what is the source for PE0084?", "fuente de PE0099"];

    public bool Answers(Question question) => question is { Verb: Verb.Cite, Topic: Topic.Commitments };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (found, paging) = await Paging.ReadAsync(
            question.Page,
            (skip, take) => catalog.FindCommitmentsAsync(question.Filter, question.Sort, skip, take, cancellationToken));
        var severalMembers = (await LoadedMembers.ReadAsync(catalog, cancellationToken)).AreSeveral;
        return found.Items switch
        {
            [] => await nothing.AnswerAsync(Name, question, cancellationToken),
            [var only] when found.Total == 1 => One(only, question, severalMembers),
            _ => Several(found, paging, question, severalMembers),
        };
    }

    private Reply One(Commitment commitment, Question question, bool severalMembers)
    {
        var texts = SourceTexts.In(question.Language);
        return new Draft(question, Name, $"{texts.Location(commitment.Id, commitment.Source)} {texts.Citation}: {texts.Cite(commitment)}")
        {
            Opening = [new Heading(texts.Location(commitment.Id, commitment.Source))],
            Blocks =
            [
                new Detail(Items.Of(commitment, question.Language, severalMembers),
                [
                    new Fact(texts.Document, commitment.Source.Document),
                    new Fact(texts.Lines, SourceTexts.LineRange(commitment.Source)),
                    new Fact(texts.ReadOn, SourceTexts.Time(commitment.Source.ImportedAt)),
                    .. commitment.Others.Select(further => new Fact(texts.Label, texts.Place(further, question.Language))),
                    new Fact(FieldTexts.In(question.Language).Label(Field.Url), commitment.Url.Value ?? texts.NoLink),
                    new Fact(texts.Citation, texts.Cite(commitment)),
                ]),
            ],
            Total = 1,
            Choices = [new Choice(ListTexts.In(question.Language).Open(commitment.Id), Queries.Show(commitment.Id))],
            Sources = [commitment.Source, .. commitment.Others.Select(further => further.Source)],
        }.ToReply();
    }

    private Reply Several(Found<Commitment> found, Paging paging, Question question, bool severalMembers)
    {
        var texts = SourceTexts.In(question.Language);
        return new Draft(question, Name, texts.Of(ListTexts.In(question.Language).Total(found.Total, question.Filter)))
        {
            Blocks =
            [
                paging.List(Items.Of(found.Items, question.Language, severalMembers)),
                new Facts([.. found.Items.Select(commitment => new Fact(commitment.Id, texts.Cite(commitment)))]),
            ],
            Total = found.Total,
            Paging = paging,
            Choices = found.Items.Take(3).Select(commitment => new Choice(ListTexts.In(question.Language).Open(commitment.Id), Queries.Show(commitment.Id))),
            Sources = found.Items.Select(commitment => commitment.Source),
        }.ToReply();
    }
}
