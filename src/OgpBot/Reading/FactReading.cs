using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Values of a commitment's assessment in words: completed, transformative, not started.</summary>
internal sealed class FactReading(Sentence sentence)
{
    /// <summary>The likelier fact first, where a word is a value of several: completion may be substantial, and so may an impact.</summary>
    private static readonly Field[] Likeliest = [Field.Completion, Field.Impact, Field.EarlyResults, Field.Status];

    public bool Read(int at, bool negated, FilterReading reading)
    {
        var piece = sentence.Pieces[at];
        var values = piece.ValuesOf(SenseKind.Fact).Select(Parse).ToLookup(fact => fact.Field, fact => fact.Value);
        if (values.Count == 0 || Chosen(at, values) is not { } field)
        {
            return false;
        }

        var named = values[field].ToList();
        var wanted = negated ? sentence.Book.Vocabulary.Facts.Where(fact => fact.Field == field).Select(fact => fact.Value).Except(named) : named;
        foreach (var value in wanted)
        {
            reading.Add(filter => filter.Fields.Contains(new FieldIs(field, value)) ? filter : filter with { Fields = [.. filter.Fields, new FieldIs(field, value)] });
        }

        return true;
    }

    public static FactValue Parse(string sense)
    {
        var colon = sense.IndexOf(':', StringComparison.Ordinal);
        return new FactValue(Enum.Parse<Field>(sense.AsSpan(0, colon)), sense[(colon + 1)..]);
    }

    /// <summary>The fact that a neighbour names ("substantial impact"), else the likeliest; null where the word means something else here.</summary>
    private Field? Chosen(int at, ILookup<Field, string> values)
    {
        var piece = sentence.Pieces[at];
        Piece?[] beside = [sentence.Beside(at, 1), sentence.Beside(at, -1)];
        foreach (var neighbour in beside)
        {
            if (neighbour is not null && Grouping.FactOf(neighbour) is { } named && values.Contains(named))
            {
                return named;
            }

            if (neighbour?.Is(SenseKind.Topic, "performance") == true && values.Contains(Field.EarlyResults))
            {
                return Field.EarlyResults;
            }
        }

        var field = Likeliest.First(values.Contains);
        var itself = piece.Senses.All(sense => sense.Kind is SenseKind.Fact or SenseKind.Asked or SenseKind.Translation or SenseKind.Term);
        var listed = Array.Exists(beside, neighbour => neighbour is null || neighbour.Is(SenseKind.Noun, "commitments") || neighbour.IsAny(SenseKind.Star, SenseKind.PickNoun, SenseKind.Fact, SenseKind.And, SenseKind.Not));
        return itself && !IsOfTitle(at) || listed ? field : null;
    }

    /// <summary>A title holds the word together with the one beside it: "limited liability".</summary>
    private bool IsOfTitle(int at) => Plain(at + 1) is { } after && sentence.Book.InOneTitle($"{sentence.Pieces[at].Text} {after}")
        || Plain(at - 1) is { } before && sentence.Book.InOneTitle($"{before} {sentence.Pieces[at].Text}");

    private string? Plain(int at) => sentence.At(at) is { IsPlain: true } piece ? piece.Text : null;
}
