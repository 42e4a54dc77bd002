using System.Buffers;
using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>An utterance cut into pieces, longest known phrases first, unknown words corrected.</summary>
internal sealed partial class Sentence
{
    private static readonly SearchValues<char> CodeSigns = SearchValues.Create("<>{}$\\|;=*^~[]`");

    private Sentence(IReadOnlyList<Piece> pieces, Values<Notice> notices, Phrasebook book, string folded)
    {
        Pieces = pieces;
        Notices = notices;
        Book = book;
        Folded = folded;
    }

    public IReadOnlyList<Piece> Pieces { get; }

    public Values<Notice> Notices { get; }

    public Phrasebook Book { get; }

    public string Folded { get; }

    /// <summary>Code is not searched for: its words would only meet titles by accident.</summary>
    public bool LooksLikeCode => Folded.AsSpan().ContainsAny(CodeSigns) || Folded.Contains("--", StringComparison.Ordinal) || Folded.Contains("../", StringComparison.Ordinal);

    public static Sentence Of(string folded, Phrasebook book)
    {
        var notices = new List<Notice>();
        var tokens = Lexer.Tokens(SignsAsWords(folded), book).SelectMany(Written).Select(token => token is Word word ? Corrected(word, book, notices) : token).ToList();
        var explains = Explains(tokens, book);
        var pieces = new List<Piece>();
        for (var at = 0; at < tokens.Count;)
        {
            var piece = Longest(tokens, at, book, explains, out var length);
            pieces.Add(piece);
            at += length;
        }

        return new Sentence(pieces, notices.ToValues(), book, folded);
    }

    public bool Has(SenseKind kind) => Pieces.Any(piece => piece.Is(kind));

    public bool Has(SenseKind kind, string value) => Pieces.Any(piece => piece.Is(kind, value));

    /// <summary>A noun such as "commitments" or "plans" stands in it.</summary>
    public bool Names(string noun) => Has(SenseKind.Noun, noun);

    /// <summary>It touches a topic such as "performance".</summary>
    public bool IsOn(string topic) => Has(SenseKind.Topic, topic);

    public bool HasVerb(string verb) => Has(SenseKind.Verb, verb);

    /// <summary>The facts of a commitment that are asked for: "who leads", "status".</summary>
    public IEnumerable<Field> AskedFields() =>
        Pieces.Select(piece => piece.Value(SenseKind.Asked)).OfType<string>().Select(value => Enum.Parse<Field>(value, ignoreCase: true));

    public Piece? At(int index) => index >= 0 && index < Pieces.Count ? Pieces[index] : null;

    /// <summary>The next piece that is not filler, looking in either direction; null at the end.</summary>
    public Piece? Beside(int index, int step)
    {
        for (var at = index + step; at >= 0 && at < Pieces.Count; at += step)
        {
            if (!Pieces[at].IsFiller)
            {
                return Pieces[at];
            }
        }

        return null;
    }

    /// <summary>Signs that stand for words: "w/o" is without, "w/" is with, a star is starred.</summary>
    private static string SignsAsWords(string folded) => Star().Replace(folded, " starsign ").Replace("w/o ", "without ", StringComparison.Ordinal).Replace(" w/", " with ", StringComparison.Ordinal);

    private static IEnumerable<Token> Written(Token token) => token is Word word && Lexicon.Shipped.Abbreviations.TryGetValue(word.Text, out var meant)
        ? meant.Select(each => new Word(each))
        : [token];

    [GeneratedRegex("(?:⭐|★|☆|🌟)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Star();

    /// <summary>A word such as "means" or "define" is there, or the whole utterance is one term.</summary>
    private static bool Explains(List<Token> tokens, Phrasebook book)
    {
        var words = tokens.OfType<Word>().Select(word => word.Text).ToList();
        return book.Senses(string.Join(' ', words)) is { } whole && whole.Any(sense => sense.Kind == SenseKind.Term)
            || Enumerable.Range(1, Math.Min(4, words.Count)).Any(length => Enumerable.Range(0, words.Count - length + 1).Any(at =>
                book.Senses(string.Join(' ', words.Skip(at).Take(length)))?.Any(sense => sense is { Kind: SenseKind.Verb, Value: "explain" or "compare" }) == true));
    }

    private static Word Corrected(Word word, Phrasebook book, List<Notice> notices)
    {
        if (book.Knows(word.Text) || book.Spelling.Correct(word.Text) is not { } right)
        {
            return word;
        }

        notices.Add(new Notice(NoticeKind.Corrected, [word.Text, right]));
        return new Word(right);
    }

    /// <summary>"Honduras y El Salvador": a phrase that ends in the first word of a member's name would cut it in two.</summary>
    private static bool CutsName(List<Token> tokens, int last, Phrasebook book, Sense[] senses) => last + 1 < tokens.Count
        && tokens[last] is Word { Text: "el" or "la" or "los" or "las" or "the" or "new" or "south" or "north" } first && tokens[last + 1] is Word next && senses.All(sense => sense.Kind != SenseKind.Member)
        && book.Senses($"{first.Text} {next.Text}")?.Any(sense => sense.Kind == SenseKind.Member) == true;

    /// <param name="explains">Phrases that are glossary terms and nothing else hide other words, and count only where a meaning is asked for.</param>
    private static Piece Longest(List<Token> tokens, int at, Phrasebook book, bool explains, out int length)
    {
        length = 1;
        if (tokens[at] is not Word first)
        {
            return new Piece(tokens[at], "", []);
        }

        // "Tbilisi, Georgia" is one name.
        if (at + 2 < tokens.Count && tokens[at + 1] is Pause && tokens[at + 2] is Word)
        {
            for (var words = Math.Min(3, tokens.Count - at - 2); words > 0; words--)
            {
                var rest = tokens.Skip(at + 2).Take(words).ToList();
                var name = rest.TrueForAll(token => token is Word) ? $"{first.Text} {string.Join(' ', rest.Cast<Word>().Select(word => word.Text))}" : "";
                if (book.Senses(name) is { } places && places.Any(sense => sense.Kind == SenseKind.Member))
                {
                    length = words + 2;
                    return new Piece(first, name, places);
                }
            }
        }

        var most = 1;
        while (most < book.LongestPhrase && at + most < tokens.Count && tokens[at + most] is Word)
        {
            most++;
        }

        for (var words = most; words > 0; words--)
        {
            var text = string.Join(' ', tokens.Skip(at).Take(words).Cast<Word>().Select(word => word.Text));
            if (book.Senses(text) is { } senses && (words == 1 || (explains || senses.Any(sense => sense.Kind != SenseKind.Term)) && !CutsName(tokens, at + words - 1, book, senses)))
            {
                length = words;
                return new Piece(first, text, senses);
            }
        }

        return new Piece(first, first.Text, []);
    }
}
