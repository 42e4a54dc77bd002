using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Answers a question that no commitment matches: what exactly was looked for, why nothing is there, and what is there instead.</summary>
public sealed class NothingFound(CatalogStore catalog)
{
    /// <summary>More unknown IDs than one message explains.</summary>
    private const int MostExplained = 3;

    private readonly UnknownIds unknownIds = new(catalog);

    private readonly UnknownYears unknownYears = new(catalog);

    public async Task<Reply> AnswerAsync(string intent, Question question, CancellationToken cancellationToken)
    {
        var filter = question.Filter;
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        var (reasons, choices) = loaded.Names.Count == 0 || loaded.HasNoneOf(question)
            ? await NoMemberAsync(loaded, question, cancellationToken)
            : await WhyAsync(loaded, question, cancellationToken);

        // A lone ID is said once: "PE0105 not found."
        string[] headline = reasons.Count > 0 && filter == new Filter { Ids = filter.Ids } ? [] : [NothingTexts.In(question.Language).NoCommitments(filter)];
        string[] sentences = [.. headline, .. reasons];
        return new Draft(question, intent, string.Join(' ', sentences))
        {
            Opening = [new Heading(sentences[0]), .. sentences.Skip(1).Select(sentence => new Prose(sentence))],
            Blocks = [.. await new Gaps(catalog).NotesAsync(question, cancellationToken)],
            Total = 0,
            Choices = choices,
        }.ToReply();
    }

    private async Task<(IReadOnlyList<string> Reasons, IReadOnlyList<Choice> Choices)> NoMemberAsync(LoadedMembers loaded, Question question, CancellationToken cancellationToken)
    {
        List<Choice> choices = [];
        foreach (var member in (await catalog.TallyCommitmentsAsync(question.Filter with { Members = [] }, Field.Member, cancellationToken)).Take(LoadedMembers.MostNamed))
        {
            choices.AddRange(await CountedAsync(question.Filter with { Members = [member.Label] }, question.Language, cancellationToken));
        }

        choices.AddRange(loaded.ListChoice(question.Language));
        return ([loaded.NoDataFor(question.Filter.Members, question.Language)], choices);
    }

    private async Task<(IReadOnlyList<string> Reasons, IReadOnlyList<Choice> Choices)> WhyAsync(LoadedMembers loaded, Question question, CancellationToken cancellationToken)
    {
        List<string> reasons = [];
        List<Choice> choices = [];
        if (loaded.MissingOf(question.Filter) is { Count: > 0 } missing)
        {
            reasons.Add(loaded.NoDataFor(missing, question.Language));
        }

        foreach (var id in (await unknownIds.AmongAsync(question.Filter, cancellationToken)).Take(MostExplained))
        {
            var (text, nearest) = await unknownIds.ExplainAsync(id, question.Language, cancellationToken);
            reasons.Add(text);
            choices.AddRange(nearest is null ? loaded.ListChoice(question.Language) : [new Choice(ListTexts.In(question.Language).Open(nearest), Queries.Show(nearest))]);
        }

        var (why, instead) = await unknownYears.ExplainAsync(question, cancellationToken);
        reasons.AddRange(why);
        foreach (var other in instead)
        {
            choices.AddRange(await CountedAsync(other, question.Language, cancellationToken));
        }

        if (question.Filter.Words.Count > 0 && await catalog.CountCommitmentsAsync(question.Filter with { Words = [] }, cancellationToken) > 0)
        {
            reasons.Add(NothingTexts.In(question.Language).NoWord(question.Filter.Words));
            foreach (var area in await AreasCalledAsync(question.Filter.Words, cancellationToken))
            {
                choices.AddRange(await CountedAsync(question.Filter with { Words = [], Areas = [area] }, question.Language, cancellationToken));
            }
        }

        // A place that nobody knows is read as a word.
        if (loaded.AreSeveral && question.Filter is { Members.Count: 0, Words.Count: > 0 } && await HoldsNoneAsync(question.Filter.Words, cancellationToken))
        {
            reasons.Add(loaded.NoneCalled(question.Filter.Words, question.Language));
            choices.AddRange(loaded.ListChoice(question.Language));
        }

        return (reasons, [.. choices, .. await Widening.ChoicesAsync(catalog, question, beyond: 0, cancellationToken)]);
    }

    private async Task<bool> HoldsNoneAsync(Values<string> words, CancellationToken cancellationToken)
    {
        var book = Phrasebook.For(await catalog.VocabularyAsync(cancellationToken));
        return !words.SelectMany(word => word.Split('|')).Any(book.IsHeld);
    }

    /// <summary>No title says "parliament", and a policy area does.</summary>
    private async Task<IEnumerable<string>> AreasCalledAsync(Values<string> words, CancellationToken cancellationToken)
    {
        string[] sought = [.. words.SelectMany(word => word.Split('|')).Where(word => word.Length > 4)];
        return (await catalog.VocabularyAsync(cancellationToken)).Areas
            .Where(area => Folding.Words(area).Any(held => sought.Any(word => held == word || held == word + "s" || held + "s" == word))).Take(LoadedMembers.MostNamed);
    }

    private async Task<IEnumerable<Choice>> CountedAsync(Filter filter, Language language, CancellationToken cancellationToken) =>
        await catalog.CountCommitmentsAsync(filter, cancellationToken) is > 0 and var count
            ? [new Choice(ListTexts.In(language).Counted(FilterWords.In(language).Sentence(filter), count), Queries.Find(filter))]
            : [];
}
