namespace OgpBot.Reading;

/// <summary>Corrects a word to the nearest one that the catalog or the lexicon knows.</summary>
public sealed class Spelling
{
    private const int ShortestCorrected = 4;
    private const int LongestCorrected = 40;

    // Words of the other language, and of what is not loaded: two slips make an English word out of a Spanish one.
    private const int Foreign = 3;

    private readonly ILookup<int, (string Word, int Rank)> byLength;
    private readonly HashSet<string> names;

    /// <param name="words">What to correct to, with a rank: lower is likelier.</param>
    /// <param name="names">Words so telling that even four letters are corrected to them.</param>
    public Spelling(IEnumerable<(string Word, int Rank)> words, IEnumerable<string> names)
    {
        this.names = names.ToHashSet(StringComparer.Ordinal);
        byLength = words.Where(entry => entry.Word.Length is >= ShortestCorrected and <= LongestCorrected && entry.Word.All(char.IsLetter)).ToLookup(entry => entry.Word.Length);
    }

    /// <summary>Null when nothing is near: one slip for 4 to 7 letters, two from 8 on. Ties go to the better rank, then to the alphabet.</summary>
    public string? Correct(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is < ShortestCorrected or > LongestCorrected || !word.All(char.IsLetter))
        {
            return null;
        }

        var most = word.Length < 8 ? 1 : 2;
        (string? Word, int Distance, int Rank) best = (null, most + 1, int.MaxValue);
        for (var length = word.Length - most; length <= word.Length + most; length++)
        {
            foreach (var (candidate, rank) in byLength[length])
            {
                var distance = Distance(word, candidate, Math.Min(most, best.Distance));
                if (distance <= (rank == Foreign ? 1 : most) && Plausible(word, candidate) && (distance, rank, candidate).CompareTo((best.Distance, best.Rank, best.Word ?? "")) < 0)
                {
                    best = (candidate, distance, rank);
                }
            }
        }

        return best.Word;
    }

    /// <summary>A slip in the first letter is rare, and in a short word it makes another word: reach is not each.</summary>
    private bool Plausible(string word, string candidate) => word.Length == ShortestCorrected
        ? names.Contains(candidate)
        : word[0] == candidate[0] || word[0] == candidate[1] && word[1] == candidate[0] && word.Length > 5;

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours; anything above <paramref name="most"/> counts as more.</summary>
    internal static int Distance(string left, string right, int most)
    {
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    distance = Math.Min(distance, before[j - 2] + 1);
                }

                current[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > most)
            {
                return most + 1;
            }

            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return previous[right.Length];
    }
}
