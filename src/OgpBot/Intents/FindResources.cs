using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Documents by type, format, year of publication, or words of their title; the newest or oldest of them.</summary>
public sealed class FindResources(CatalogStore catalog) : IIntent
{
    public string Name => "find-resources";

    public IReadOnlyList<string> Examples => ["IRM reports", "show resources from 2020", "latest resource", "informes IRM de Perú", "recursos de 2017"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Resources) && !CountResources.Counts(question.Verb);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var relaxed = await RelaxedAsync(question, cancellationToken);
        var cut = await YearCut.ReadAsync(relaxed ?? question, async at => (await catalog.FindResourcesAsync((relaxed ?? question).Filter, question.Sort, at, 1, cancellationToken)).Items is [var resource] ? resource.Year : null);
        var (found, paging) = await Paging.ReadAsync(question.Page, (skip, take) => catalog.FindResourcesAsync(cut.Filter, question.Sort, skip, take, cancellationToken));
        if (found.Total == 0)
        {
            return await ResourceGaps.NothingAsync(catalog, question, Name, cancellationToken);
        }

        var texts = ResourceTexts.In(question.Language);
        var scope = FilterWords.In(question.Language).Sentence((relaxed ?? question).Filter);
        Block shown = found.Total == 1
            ? new Detail(Item(found.Items[0], question.Language, loaded.MayMix(question.Filter)), Facts(found.Items[0], question.Language))
            : paging.List([.. found.Items.Select(resource => Item(resource, question.Language, loaded.MayMix(question.Filter)))]);
        return new Draft(relaxed ?? question, Name, cut.Summary(year => texts.NewestYear(found.Total, year), year => texts.OldestYear(found.Total, year)) ?? texts.Found(found.Total, scope))
        {
            Blocks =
            [
                shown,
                .. relaxed is null ? Array.Empty<Block>() : [new Note(ListTexts.In(question.Language).AnyWordInstead(question.Filter.Words))],
                .. cut.Asked is null ? Array.Empty<Block>() : [new Note(cut.Widens(found.Total) ? texts.YearsOnly : texts.YearIsPublication)],
                .. loaded.Notes(question),
            ],
            Total = found.Total,
            Paging = paging,
            Choices = await ChoicesAsync(cut.Filter, found.Total, texts, cancellationToken),
            Sources = found.Items.Select(resource => resource.Source),
        }.ToReply();
    }

    /// <summary>The question with any of its words, where no title holds all of them; null where nothing needs relaxing.</summary>
    private async Task<Question?> RelaxedAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Filter is { AnyWord: true } or { Words.Count: < 2 } || (await catalog.FindResourcesAsync(question.Filter, Sort.Newest, 0, 0, cancellationToken)).Total > 0)
        {
            return null;
        }

        var any = question.Filter with { AnyWord = true };
        return (await catalog.FindResourcesAsync(any, Sort.Newest, 0, 0, cancellationToken)).Total > 0 ? question with { Filter = any } : null;
    }

    private static Item Item(Resource resource, Language language, bool withMember) => Items.Of(
        resource,
        language,
        withMember,
        Queries.To(Verb.Find, Topic.Resources, new Filter { Members = [resource.Member], Years = [new YearRange(resource.Year, resource.Year)], Title = Folding.Fold(resource.Title) }));

    private static IReadOnlyList<Fact> Facts(Resource resource, Language language)
    {
        var fields = FieldTexts.In(language);
        return
        [
            new(ResourceTexts.In(language).Year, $"{resource.Year}"),
            new(fields.Label(Field.Type), fields.Value(resource.Type)),
            new(fields.Label(Field.Format), fields.Value(resource.Format)),
            new(fields.Label(Field.Member), resource.Member),
            new(fields.Label(Field.Url), fields.Value(resource.Url)),
        ];
    }

    /// <summary>The types within the answer, then the ways out of it.</summary>
    private async Task<IEnumerable<Choice>> ChoicesAsync(Filter filter, int total, ResourceTexts texts, CancellationToken cancellationToken)
    {
        var members = filter.OfMembers();
        var types = total == 1 ? [] : await catalog.TallyResourcesAsync(filter, Field.Type, cancellationToken);
        return
        [
            .. from type in types
               where type.Label.Length > 0 && type.Count < total
               orderby type.Count descending
               select new Choice($"{type.Label} ({type.Count})", Queries.To(Verb.Find, Topic.Resources, filter with { Types = [type.Label] })),
            new(texts.Newest, Queries.ToNewestResources(members)),
            new(texts.ByType, Queries.To(Verb.Count, Topic.Resources, members, Field.Type)),
            new(texts.All, Queries.To(Verb.Find, Topic.Resources, members)),
        ];
    }
}
