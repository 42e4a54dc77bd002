using System.Buffers;
using System.Text.RegularExpressions;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>
/// Takes away what only says who asks and what for: "I'm preparing a briefing for our board and was wondering …". A place or a subject
/// that is named there alone stays, since the question may be about it; what goes is named in the answer.
/// </summary>
internal sealed partial class Preamble
{
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",;.!?:\n—()");

    private readonly string folded;
    private readonly Phrasebook book;
    private readonly List<Said> words;
    private readonly List<(int From, int To)> clauses = [];

    private Preamble(string folded, Phrasebook book)
    {
        this.folded = folded;
        this.book = book;
        words = [.. WordForm().Matches(folded).Select(match => new Said(match.Value, match.Index, match.Length))];
        for (var at = 1; at < words.Count; at++)
        {
            words[at].Paused = folded.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End).ContainsAny(Pauses);
        }
    }

    /// <summary>The text without it, and a notice that quotes what went.</summary>
    public static (string Left, Values<Notice> Notices) Of(string folded, Phrasebook book)
    {
        var preamble = new Preamble(folded, book);
        return preamble.words.Count < 3 || folded.Contains('"', StringComparison.Ordinal) || book.Title(Lexicon.Key(folded)) is not null ? (folded, []) : preamble.Read();
    }

    private (string Left, Values<Notice> Notices) Read()
    {
        Courtesies();
        Purposes();
        Clauses();
        if (words.TrueForAll(word => !word.Gone) || words.TrueForAll(word => word.Gone || word.IsFiller(book)))
        {
            return (folded, []);
        }

        Values<Notice> notices = [];
        foreach (var (from, to) in clauses)
        {
            if (Keep(from, to) && to - from > 2)
            {
                notices = [.. notices, new Notice(NoticeKind.Introduced, [folded[words[from].Start..words[to - 1].End], words[from].Kept!])];
            }
        }

        return (Rest(), notices);
    }

    private void Courtesies()
    {
        for (var at = 0; at < words.Count; at++)
        {
            at += Math.Max(0, Take(at, Length("courtesy", at)) - 1);
        }
    }

    /// <summary>"For my report", "es para una nota": what for, wherever it stands but where a clause begins with it.</summary>
    private void Purposes()
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (Length("for", at) is > 0 and var length && Length("purpose", at + length) is > 0 and var noun)
            {
                if (Begins(at) && RequestAfter(at + length + noun) is { } request && request > at + length + noun)
                {
                    AddClause(at, request);
                }

                Take(at, length + noun);
            }
        }
    }

    /// <summary>"I work at … and would like to know", "…, I'm on leave".</summary>
    private void Clauses()
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Gone || !Begins(at) || Length("request", at) > 0 || Length("opener", at) is not (> 0 and var length))
            {
                continue;
            }

            if (RequestAfter(at + length) is { } request)
            {
                AddClause(at, request);
                at = request;
            }
            else if (at > 0 && length > 1 && words[at].Paused && !words.Skip(at).Any(word => char.IsDigit(word.Text[0]) || word.Text is "time" or "hora"))
            {
                AddClause(at, words.Count);
            }
        }
    }

    /// <summary>At the start, after a greeting, or after a pause.</summary>
    private bool Begins(int at) => words[at].Paused || words.Take(at).All(word => word.Gone || book.Senses(word.Text)?.Any(sense => sense is { Kind: SenseKind.Verb, Value: "greet" or "thank" } or { Kind: SenseKind.Noise }) == true);

    /// <summary>Where what is asked begins, the joint before it left out; null when nothing is asked any more.</summary>
    private int? RequestAfter(int from)
    {
        for (var at = from; at < words.Count; at++)
        {
            var joint = at > from && Preambles.Shipped.Holds("joint", words[at - 1].Text);
            if (!words[at].Gone && (Length("request", at) > 0 || (joint || words[at].Paused) && Length("question", at) > 0) && at < words.Count - 1)
            {
                return at;
            }
        }

        return null;
    }

    private void AddClause(int from, int to)
    {
        clauses.Add((from, to));
        Take(from, to - from);
    }

    /// <summary>What the question itself does not name, and the clause does: its subject and its place.</summary>
    /// <returns>False when the question only points back ("what do they stand for?"): then all of the clause stays.</returns>
    private bool Keep(int from, int to)
    {
        var asked = Sentence.Of(Rest(), book);
        if (asked.Pieces.All(piece => piece.IsFiller || piece.IsAny(SenseKind.Verb, SenseKind.Follow, SenseKind.And) && !piece.Is(SenseKind.Noun)))
        {
            foreach (var word in words[from..to])
            {
                word.Gone = false;
            }

            return false;
        }

        var topic = asked.Has(SenseKind.Area) || asked.Has(SenseKind.AbsentArea)
            || Enumerable.Range(0, asked.Pieces.Count).Any(at => asked.Pieces[at].Is(SenseKind.About) && asked.Pieces.Skip(at + 1).Any(piece => !piece.IsFiller && !piece.IsAny(SenseKind.Follow, SenseKind.Member, SenseKind.Region, SenseKind.RegionPart)));
        var place = asked.Has(SenseKind.Member) || asked.Has(SenseKind.Region) || asked.Has(SenseKind.RegionPart);
        var told = Sentence.Of(folded[words[from].Start..words[to - 1].End], book);
        var kept = new List<string>();
        var about = false;
        var institution = false;
        foreach (var piece in told.Pieces.Skip(1))
        {
            about |= piece.Is(SenseKind.About) && !piece.Is(SenseKind.Noun) || piece.Text.EndsWith(" about", StringComparison.Ordinal) || piece.Text.EndsWith(" sobre", StringComparison.Ordinal);
            institution |= piece.Is(SenseKind.Institution);
            var isPlace = piece.IsAny(SenseKind.Member, SenseKind.Region, SenseKind.RegionPart);
            var isTopic = about && !piece.Is(SenseKind.Verb) || piece.Is(SenseKind.Area) && !institution;
            var isLevel = piece.Is(SenseKind.Level) && piece.Text.Contains(' ', StringComparison.Ordinal) && !asked.Has(SenseKind.Level) && !place;
            if (piece.Token is Word && (isPlace ? !place : isLevel || isTopic && !topic))
            {
                kept.Add(isPlace ? $"in {piece.Text}" : piece.Text);
            }
            else if (piece.Token is IdToken id)
            {
                kept.Add($"{id.Range.First}");
            }
        }

        words[from].Kept = string.Join(' ', kept);
        return true;
    }

    private string Rest() => folded[..words[0].Start] + string.Concat(words.Select((word, at) =>
        (word.Gone ? "" : word.Text) + (at + 1 < words.Count ? word.Gone && words[at + 1].Gone ? "" : folded[word.End..words[at + 1].Start] : folded[word.End..])))
        + string.Concat(words.Select(word => word.Kept).OfType<string>().Where(kept => kept.Length > 0).Select(kept => " " + kept));

    private int Take(int at, int length)
    {
        foreach (var word in words.Skip(at).Take(length))
        {
            word.Gone = true;
        }

        return length;
    }

    /// <summary>Words of the longest phrase of this kind that begins here.</summary>
    private int Length(string kind, int at)
    {
        for (var length = Math.Min(Preambles.LongestPhrase, words.Count - at); length > 0; length--)
        {
            if (words.Skip(at).Take(length).All(word => !word.Gone) && Preambles.Shipped.Holds(kind, string.Join(' ', words.Skip(at).Take(length).Select(word => word.Text))))
            {
                return length;
            }
        }

        return 0;
    }

    private sealed class Said(string text, int start, int length)
    {
        public string Text => text;

        public int Start => start;

        public int End => start + length;

        /// <summary>A comma or the end of a sentence stands before it.</summary>
        public bool Paused { get; set; }

        public bool Gone { get; set; }

        /// <summary>What of the clause that begins here is still to be read.</summary>
        public string? Kept { get; set; }

        public bool IsFiller(Phrasebook book) => book.Senses(text)?.Any(sense => sense.Kind == SenseKind.Noise) == true;
    }

    [GeneratedRegex("""[\p{L}\p{N}]+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordForm();
}
