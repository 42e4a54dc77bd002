using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Digests;

/// <summary>The queries of a subscription as questions about what is in the catalog now.</summary>
internal static class DigestQueries
{
    /// <summary>Null when one cannot be read with this catalog, for instance a title that is not in it, or cannot be followed.</summary>
    public static IReadOnlyList<Question>? Read(IEnumerable<string> queries, Vocabulary vocabulary)
    {
        List<Question> questions = [];
        foreach (var query in queries)
        {
            if (CanonicalQuery.Parse(query, vocabulary) is not { } question || !DigestReader.CanFollow(question))
            {
                return null;
            }

            questions.Add(question);
        }

        return questions;
    }

    public static async Task<IReadOnlyList<Question>?> ReadAsync(CatalogStore catalog, IEnumerable<string> queries, CancellationToken cancellationToken) =>
        Read(queries, await catalog.VocabularyAsync(cancellationToken));
}
