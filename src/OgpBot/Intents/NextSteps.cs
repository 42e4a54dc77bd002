using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Where to go on from a list of commitments. Every step has records at its end.</summary>
public sealed class NextSteps(CatalogStore catalog)
{
    /// <summary>Lists of this length can be put side by side, or are short enough to want a wider one.</summary>
    private const int Few = 3;

    /// <summary>Members that a list over many is narrowed to by a click.</summary>
    private const int MostMembers = 2;

    public async Task<IReadOnlyList<Choice>> AfterAsync(Question question, Found<Commitment> found, CancellationToken cancellationToken)
    {
        var texts = ListTexts.In(question.Language);
        List<Choice> choices = [];
        if (found.Total == 1)
        {
            choices.Add(new Choice(texts.Open(found.Items[0].Id), Queries.Show(found.Items[0].Id)));
        }
        else if (found.Total <= Few)
        {
            choices.Add(new Choice(texts.Compare, Queries.Compare(found.Items.Select(commitment => commitment.Id))));
        }

        choices.AddRange(await NarrowerAsync(question, found.Total, cancellationToken));
        if (found.Total <= Few)
        {
            choices.AddRange(await Widening.ChoicesAsync(catalog, question, found.Total, cancellationToken));
        }

        choices.AddRange(await ResourcesAsync(question, cancellationToken));
        return choices;
    }

    /// <summary>Only starred, and counts by area and by year, where there is something to tell apart.</summary>
    public async Task<IReadOnlyList<Choice>> NarrowerAsync(Question question, int total, CancellationToken cancellationToken)
    {
        var texts = ListTexts.In(question.Language);
        List<Choice> choices = [];
        var starred = question.Filter.Starred is null ? question.Filter with { Starred = true } : null;
        if (starred is not null && await catalog.CountCommitmentsAsync(starred, cancellationToken) is > 0 and var stars && stars < total)
        {
            choices.Add(new Choice(texts.OnlyStarred(stars), Queries.Find(starred)));
        }

        if ((await LoadedMembers.ReadAsync(catalog, cancellationToken)).MayMix(question.Filter))
        {
            choices.AddRange(await MembersAsync(question, total, cancellationToken));
        }

        foreach (var by in total > Few ? new[] { Field.Area, Field.Year } : [])
        {
            if (by != question.By && (await catalog.TallyCommitmentsAsync(question.Filter, by, cancellationToken)).Count > 1)
            {
                var field = Phrase.LowerFirst(FieldTexts.In(question.Language).Label(by));
                choices.Add(new Choice(texts.Per(field), Queries.Count(question.Filter, by)));
            }
        }

        return choices;
    }

    /// <summary>Counts by member, and the members with the most of them.</summary>
    private async Task<IReadOnlyList<Choice>> MembersAsync(Question question, int total, CancellationToken cancellationToken)
    {
        var texts = ListTexts.In(question.Language);
        var members = await catalog.TallyCommitmentsAsync(question.Filter, Field.Member, cancellationToken);
        if (members.Count < 2)
        {
            return [];
        }

        Choice[] counts = total > Few && question.By != Field.Member ? [new Choice(texts.Per(Phrase.LowerFirst(FieldTexts.In(question.Language).Label(Field.Member))), Queries.Count(question.Filter, Field.Member))] : [];
        return [.. counts, .. members.Take(MostMembers).Select(member => new Choice(texts.Counted(member.Label, member.Count), Queries.Find(question.Filter.OfContent() with { Members = [member.Label] })))];
    }

    /// <summary>The resources of the same members and plans.</summary>
    public async Task<IReadOnlyList<Choice>> ResourcesAsync(Question question, CancellationToken cancellationToken)
    {
        var filter = question.Filter.OfMembers() with { Plans = question.Filter.Plans, CurrentPlan = question.Filter.CurrentPlan };
        var resources = await catalog.FindResourcesAsync(filter, Sort.Newest, 0, 1, cancellationToken);
        return resources.Total == 0
            ? []
            : [new Choice(ListTexts.In(question.Language).Resources(FilterWords.In(question.Language).Sentence(filter), resources.Total), Queries.Resources(filter))];
    }
}
