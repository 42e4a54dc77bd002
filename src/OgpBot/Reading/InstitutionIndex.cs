using System.Runtime.InteropServices;

namespace OgpBot.Reading;

/// <summary>Which institutions' names hold a word.</summary>
internal sealed class InstitutionIndex
{
    private readonly Dictionary<string, List<int>> holders = new(StringComparer.Ordinal);

    /// <param name="names">Folded words joined by spaces.</param>
    public InstitutionIndex(IReadOnlyList<string> names)
    {
        for (var number = 0; number < names.Count; number++)
        {
            foreach (var word in names[number].Split(' ').Distinct(StringComparer.Ordinal))
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, word, out _);
                (list ??= []).Add(number);
            }
        }
    }

    /// <summary>Those among <paramref name="within"/> whose names hold all of the words; among all of them when that is null.</summary>
    public IReadOnlyList<int> Holding(IEnumerable<string> words, IReadOnlyList<int>? within)
    {
        foreach (var word in words)
        {
            var found = holders.GetValueOrDefault(word) ?? [];
            within = within is null ? found : [.. within.Where(number => found.BinarySearch(number) >= 0)];
        }

        return within ?? [];
    }
}
