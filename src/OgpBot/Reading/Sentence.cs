using System.Buffers;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>An utterance cut into pieces, longest known phrases first, unknown words corrected.</summary>
internal sealed class Sentence
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
        var tokens = Lexer.Tokens(folded, book).Select(token => token is Word word ? Corrected(word, book, notices) : token).ToList();
        var pieces = new List<Piece>();
        for (var at = 0; at < tokens.Count;)
        {
            var piece = Longest(tokens, at, book, out var length);
            pieces.Add(piece);
            at += length;
        }

        return new Sentence(pieces, notices.ToValues(), book, folded);
    }

    public bool Has(SenseKind kind) => Pieces.Any(piece => piece.Is(kind));

    public bool Has(SenseKind kind, string value) => Pieces.Any(piece => piece.Is(kind, value));

    public bool HasVerb(string verb) => Has(SenseKind.Verb, verb);

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

    private static Word Corrected(Word word, Phrasebook book, List<Notice> notices)
    {
        if (book.Knows(word.Text) || book.Spelling.Correct(word.Text) is not { } right)
        {
            return word;
        }

        notices.Add(new Notice(NoticeKind.Corrected, [word.Text, right]));
        return new Word(right);
    }

    private static Piece Longest(List<Token> tokens, int at, Phrasebook book, out int length)
    {
        length = 1;
        if (tokens[at] is not Word first)
        {
            return new Piece(tokens[at], "", []);
        }

        var most = 1;
        while (most < book.LongestPhrase && at + most < tokens.Count && tokens[at + most] is Word)
        {
            most++;
        }

        for (var words = most; words > 0; words--)
        {
            var text = string.Join(' ', tokens.Skip(at).Take(words).Cast<Word>().Select(word => word.Text));
            if (book.Senses(text) is { } senses)
            {
                length = words;
                return new Piece(first, text, senses);
            }
        }

        return new Piece(first, first.Text, []);
    }
}
