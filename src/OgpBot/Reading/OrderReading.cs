using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>In which order, and how many: "top 3", "the five oldest", "latest", "sort by title".</summary>
internal sealed class OrderReading(Sentence sentence)
{
    private const int MostTop = 100;

    /// <summary>Null when all are wanted.</summary>
    public int? Top()
    {
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            var piece = sentence.Pieces[at];
            if (!piece.Used && (piece.Number ?? Above(piece.Ordinal)) is > 0 and <= MostTop and var number && IsCount(at))
            {
                piece.Used = true;
                return number;
            }
        }

        // "The latest resource" is one of them; "newest first" is an order.
        return !sentence.Has(SenseKind.By) && Ordering().Any(piece => !piece.Used && piece.Value(SenseKind.Sort) is "newest" or "oldest" && !piece.IsAny(SenseKind.Noun, SenseKind.Page) && !IsOrder(piece.Text)) ? 1 : null;
    }

    public Sort? Sort() => Ordering().Where(piece => !piece.Used).Select(piece => piece.Value(SenseKind.Sort)).OfType<string>().FirstOrDefault() is { } sort
        ? Enum.Parse<Sort>(sort, ignoreCase: true)
        : null;

    /// <summary>"Not the older ones" asks for no order.</summary>
    private IEnumerable<Piece> Ordering() => sentence.Pieces.Where((_, at) => sentence.Beside(at, -1)?.Is(SenseKind.Not) != true);

    /// <summary>"First" is a place, not a number of records.</summary>
    private static int? Above(int? ordinal) => ordinal > 1 ? ordinal : null;

    /// <summary>Beside "top", "latest" or "most", or before what is ranked: "the four areas with the most commitments".</summary>
    private bool IsCount(int at)
    {
        var ranked = (sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest)) && sentence.Beside(at, 1) is { } noun && Grouping.FactOf(noun) is not null;
        return ranked || new[] { sentence.At(at - 1), sentence.At(at + 1), sentence.Beside(at, 1) }
            .Any(beside => beside?.IsAny(SenseKind.Top, SenseKind.BottomTop, SenseKind.Sort, SenseKind.Most, SenseKind.Fewest) == true);
    }

    private static bool IsOrder(string phrase) => phrase.Split(' ').Any(word => word is "first" or "sort" or "sorted" or "to" or "primero" or "orden" or "ordenar" or "ordenados"
        || word.StartsWith("chrono", StringComparison.Ordinal) || word.StartsWith("crono", StringComparison.Ordinal));
}
