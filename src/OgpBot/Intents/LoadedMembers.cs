using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Which members the catalog holds commitments of.</summary>
public sealed record LoadedMembers(IReadOnlyList<string> Names)
{
    /// <summary>More names than a sentence bears.</summary>
    public const int MostNamed = 5;

    public static async Task<LoadedMembers> ReadAsync(CatalogStore catalog, CancellationToken cancellationToken) =>
        new([.. (await catalog.MembersAsync(cancellationToken)).Select(member => member.Name)]);

    public IReadOnlyList<string> MissingOf(Filter filter) => [.. filter.Members.Where(member => !Names.Contains(member, StringComparer.Ordinal))];

    /// <summary>"No data for Chile: only Peru is loaded."</summary>
    public string NoDataFor(IReadOnlyList<string> missing, Language language)
    {
        var texts = NothingTexts.In(language);
        return Names.Count switch
        {
            0 => texts.NothingLoaded,
            > MostNamed => texts.NotAmong(missing, Names.Count),
            _ => texts.NotLoaded(missing, Names),
        };
    }

    /// <summary>Told where some of the members asked for are loaded and some are not.</summary>
    public IEnumerable<Block> Notes(Filter filter, Language language) =>
        MissingOf(filter) is { Count: > 0 } missing ? [new Note(NoDataFor(missing, language))] : [];
}
