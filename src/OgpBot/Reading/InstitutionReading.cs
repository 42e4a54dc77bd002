using System.Collections.Frozen;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>
/// The institution that leads: "led by the Ministry of Justice", "del Ministerio de Salud". As many words as the name of one
/// institution holds belong to it, in the catalog's language or translated into it.
/// </summary>
internal sealed class InstitutionReading(Sentence sentence)
{
    private const int LongestName = 12;

    private static readonly FrozenSet<string> LeadingPhrases = FrozenSet.ToFrozenSet(
        ["led by", "lead by", "implemented by", "liderado por", "liderados por", "a cargo de", "a cargo del", "implementado por", "implementados por"]);

    public void Read(FilterReading reading)
    {
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            if (sentence.Pieces[at].Used)
            {
                continue;
            }

            var led = LeadingPhrases.Contains(sentence.Pieces[at].Text);
            var start = led ? Next(at) : at;
            if (start is not { } first || !(led || sentence.Pieces[first].Is(SenseKind.Institution)))
            {
                continue;
            }

            var names = new[] { Name(first, translate: true), Name(first, translate: false) }.Where(name => name.Words >= (led ? 1 : 2)).ToList();
            var most = names.Select(name => name.Words).DefaultIfEmpty().Max();
            foreach (var (text, _, last) in names.Where(name => name.Words == most).DistinctBy(name => name.Text))
            {
                reading.Add(filter => filter with { Fields = [.. filter.Fields, new FieldIs(Field.Lead, text)] });
                foreach (var piece in sentence.Pieces.Skip(at).Take(last - at + 1))
                {
                    piece.Used = true;
                }
            }
        }
    }

    /// <summary>What stands after "led by", articles passed over; null where that is no name.</summary>
    private int? Next(int at)
    {
        var next = at + 1;
        while (sentence.At(next) is { } piece && LinkWords.Contains(piece.Text))
        {
            next++;
        }

        return sentence.At(next) is { Token: Word, Number: null } named && !named.IsFiller && !named.Is(SenseKind.Noun) && !named.Is(SenseKind.Verb) ? next : null;
    }

    /// <summary>The words from here on that one institution's name holds.</summary>
    /// <returns>Them, how many of them say something, and the last piece.</returns>
    private (string Text, int Words, int Last) Name(int first, bool translate)
    {
        List<string> name = [];
        var (words, last) = (0, first);
        IReadOnlyList<int>? holders = null;
        var translated = false;
        for (var at = first; at < sentence.Pieces.Count && at < first + LongestName; at++)
        {
            var piece = sentence.Pieces[at];
            if (words > 0 && LinkWords.Contains(piece.Text))
            {
                name.Add(piece.Text);
                continue;
            }

            if (piece.Token is not Word || piece.IsFiller || piece.Is(SenseKind.Noun, "commitments") || Held(piece, translate, holders) is not { } found)
            {
                break;
            }

            name.AddRange(found.Words);
            (holders, last) = (found.Holders, at);
            translated |= found.Words is not [var only] || only != piece.Text;
            words += found.Words.Length;
        }

        while (name.Count > 0 && LinkWords.Contains(name[^1]))
        {
            name.RemoveAt(name.Count - 1);
        }

        return (string.Join(' ', translate && translated ? InEnglish(name) : name), words, last);
    }

    /// <summary>The links of a translated name are those of the other language: "ministry de la health".</summary>
    private static IEnumerable<string> InEnglish(List<string> name) =>
        name.Where((word, at) => !LinkWords.Contains(word) || !LinkWords.Contains(name[at - 1])).Select(word => LinkWords.Contains(word) ? word is "y" or "e" ? "and" : "of" : word);

    /// <summary>The first writing of the piece that an institution among <paramref name="holders"/> has in its name.</summary>
    private (string[] Words, IReadOnlyList<int> Holders)? Held(Piece piece, bool translate, IReadOnlyList<int>? holders)
    {
        var translations = piece.ValuesOf(SenseKind.Translation).SelectMany(value => value.Split('|')).Concat(piece.ValuesOf(SenseKind.Area)).Select(Lexicon.Key);
        foreach (var writing in translate ? translations.Append(piece.Text) : [piece.Text])
        {
            string[] words = [.. writing.Split(' ').Where(word => !LinkWords.Contains(word))];
            if (words.Length > 0 && sentence.Book.Institutions.Holding(words, holders) is { Count: > 0 } narrowed)
            {
                return (words, narrowed);
            }
        }

        return null;
    }
}
