using OgpBot.Reading;

namespace OgpBot.Ingest;

/// <summary>Keys of records that the source gives no ID: the same words give the same key.</summary>
internal static class Slug
{
    private const int Longest = 100;

    public static string Of(params string[] parts)
    {
        var slug = string.Join('-', parts.SelectMany(Folding.Words));
        return slug.Length <= Longest ? slug : slug[..Longest].TrimEnd('-');
    }

    /// <summary>The slug, with -2, -3 … when it is taken already.</summary>
    public static string Unique(string slug, ISet<string> taken)
    {
        var unique = slug;
        for (var number = 2; !taken.Add(unique); number++)
        {
            unique = $"{slug}-{number}";
        }

        return unique;
    }
}
