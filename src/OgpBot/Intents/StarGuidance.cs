using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Where plans could improve to get more starred commitments, as the page names it.</summary>
public sealed class StarGuidance(CatalogStore catalog) : IIntent
{
    public string Name => "star-guidance";

    public IReadOnlyList<string> Examples => ["how can Peru get more starred commitments?", "¿cómo puede Perú lograr más compromisos destacados?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Stars);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var texts = StarTexts.In(question.Language);
        var members = PlanRows.OfMembers(question);
        KeyEntry[] entries = [.. (await catalog.KeysAsync("stars", members, cancellationToken)).DistinctBy(entry => entry.Name)];
        string[] focuses = [.. entries.Where(IsFocus).Select(entry => WithRendering(entry, texts)).Distinct(StringComparer.Ordinal)];
        string[] key = [.. entries.Where(entry => entry.Kind == "key" && !IsFocus(entry)).Select(entry => WithRendering(entry, texts))];
        return new Draft(question, Name, focuses.Length == 0 ? texts.Nothing : $"{texts.Where} {string.Join("; ", focuses)}.")
        {
            Opening = [new Heading(texts.Title), new Prose(focuses.Length == 0 ? texts.Nothing : texts.Where)],
            Blocks =
            [
                .. focuses.Select(focus => new Prose(focus)),
                .. key.Length == 0 ? Array.Empty<Block>() : [new Facts([new Fact(texts.Key, string.Join(", ", key))])],
                new Note(texts.NotPerPlan),
                .. loaded.Notes(question),
            ],
            Choices =
            [
                new(texts.Starred, Queries.To(Verb.Find, Topic.Commitments, members with { Starred = true })),
                new(texts.WhatIsStarred, Queries.ToTerm("starred")),
                new(texts.Performance, Queries.To(Verb.Find, Topic.Performance, members)),
            ],
            Sources = entries.Select(entry => entry.Source),
        }.ToReply();
    }

    /// <summary>The page's key names the two main ones, its chart the others.</summary>
    private static bool IsFocus(KeyEntry entry) => entry.Kind == "focus" || entry.Name.StartsWith("Focus on ", StringComparison.Ordinal);

    /// <summary>The source's words, with our own rendering beside them where there is one.</summary>
    private static string WithRendering(KeyEntry entry, StarTexts texts)
    {
        var name = entry.Meaning.IsGiven ? $"{entry.Name} ({entry.Meaning.Value})" : entry.Name;
        return texts.Rendering(entry.Name) is { } rendering ? $"{name}: {rendering}" : name;
    }
}
