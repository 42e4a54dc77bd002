using System.Collections.Frozen;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Turns what no other rule used into words to find in titles.</summary>
internal sealed class WordReading(Sentence sentence, Question start)
{
    /// <summary>They stand for something that was said, and are in titles by accident.</summary>
    private static readonly FrozenSet<string> Pronouns = FrozenSet.ToFrozenSet(["that", "this", "these", "those", "them", "they", "there", "something", "anything", "everything", "esto", "esos", "esas", "estos", "estas", "ellos", "ellas", "algo"]);

    private Question question = start;
    private bool negated;
    private bool about;
    private readonly List<string> unheld = [];

    public Question Read()
    {
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            var piece = sentence.Pieces[at];
            if (piece.Is(SenseKind.About) && !piece.Is(SenseKind.Noun))
            {
                about = true;
            }

            negated = piece.Is(SenseKind.Not) || piece.Token is Minus || negated && (piece.IsFiller || piece.Is(SenseKind.About));
            if (!piece.Used && piece.Token is Word && IsContent(at))
            {
                Add(piece, IsMarked(at));
            }
        }

        LeaveOutFiller();
        return question;
    }

    /// <summary>The records of a title, when the sentence, or what is left of it after leading words, is exactly that.</summary>
    public static Question? OfTitle(Sentence sentence)
    {
        var words = Folding.Words(sentence.Folded);
        for (var from = 0; from < words.Count - 1 && from < 12; from++)
        {
            var rest = string.Join(' ', words.Skip(from));

            // "Commitments of Serbia about public participation" asks for the area, whatever one title says.
            var isArea = from > 0 && sentence.Book.Senses(rest)?.Any(sense => sense.Kind == SenseKind.Area) == true;
            if (!isArea && sentence.Book.Title(rest) is var (topic, folded) && words.Take(from).All(word => IsLeadIn(word, sentence)))
            {
                return new Question { Topic = topic, Filter = new Filter { Title = folded } };
            }
        }

        return null;
    }

    private static bool IsLeadIn(string word, Sentence sentence) => sentence.Book.Senses(word)?.Any(sense => sense.Kind is SenseKind.Noise or SenseKind.Verb or SenseKind.Noun or SenseKind.Member or SenseKind.About or SenseKind.More) ?? sentence.Pieces.Any(piece => piece.Text.Split(' ').Contains(word) && (piece.Is(SenseKind.Verb) || piece.Is(SenseKind.More) || piece.Is(SenseKind.Noise)));

    /// <summary>A word without another role; after "about" and beside such words, also one whose role is weak.</summary>
    private bool IsContent(int at)
    {
        var piece = sentence.Pieces[at];
        if (piece.Senses is [] || (piece.Is(SenseKind.Translation) || piece.Is(SenseKind.DocumentTitle)) && piece.Senses.All(sense => sense.Kind is SenseKind.Translation or SenseKind.DocumentTitle or SenseKind.Term))
        {
            return piece.Number is null || about;
        }

        if (piece.IsAny(SenseKind.Area, SenseKind.Level))
        {
            return true;
        }

        if (piece.Is(SenseKind.Term) && piece.Senses.All(sense => sense.Kind is SenseKind.Term or SenseKind.Figure or SenseKind.Dimension))
        {
            return true;
        }

        if (IsObject(at, sentence))
        {
            return true;
        }

        return piece.Text.Length > 3 && !Pronouns.Contains(piece.Text) && sentence.At(at - 1)?.IsAny(SenseKind.By, SenseKind.Pivot) != true
            && piece.Senses.All(sense => sense.Kind is SenseKind.Noise or SenseKind.Noun or SenseKind.Asked or SenseKind.Topic or SenseKind.StarsHow or SenseKind.Verb or SenseKind.Translation or SenseKind.Distribution or SenseKind.Top or SenseKind.PickNoun or SenseKind.Follow or SenseKind.Decline or SenseKind.Term or SenseKind.Pivot)
            && !piece.Is(SenseKind.Noun, "commitments")
            && piece.Text.Split(' ').All(sentence.Book.InTitles)
            && (about && FollowsAbout(at) || IsPlain(at - 1) || IsPlain(at + 1));
    }

    /// <summary>"Management of documents" looks for documents in titles, not for documents.</summary>
    public static bool IsObject(int at, Sentence sentence) => sentence.Pieces[at].Is(SenseKind.Noun, "resources")
        && sentence.At(at - 1) is { Text: "de" or "of" } && sentence.At(at - 2) is { Token: Word } of && (of.Senses is [] || of.Is(SenseKind.Translation)) && (sentence.Book.InTitles(sentence.Pieces[at].Text) || sentence.Pieces[at].ValuesOf(SenseKind.Translation).SelectMany(words => words.Split('|')).Any(sentence.Book.InTitles));

    private bool FollowsAbout(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (sentence.Pieces[before].Is(SenseKind.About))
            {
                return true;
            }

            if (sentence.Pieces[before] is { Used: true, Senses: not [] } value && !value.Is(SenseKind.Translation) || sentence.Pieces[before].Is(SenseKind.Noun, "commitments") || sentence.Pieces[before].Is(SenseKind.Verb))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A neighbour that is nothing but a title word.</summary>
    private bool IsPlain(int at) => sentence.At(at) is { Token: Word, Used: false } piece && (piece.Senses is [] && sentence.Book.InTitles(piece.Text) || piece.Senses is [{ Kind: SenseKind.Translation }, ..]);

    private void Add(Piece piece, bool marked)
    {
        piece.Used = true;
        var english = piece.Value(SenseKind.DocumentTitle) ?? piece.Value(SenseKind.Translation);
        var words = english is null || piece.Senses is []
            ? [.. piece.Text.Split(' ').Where(word => word.Length > 2 || sentence.Book.Senses(word) is null)]
            : Translated(piece, english);
        foreach (var word in words.Where(word => !Said(word)))
        {
            if (negated)
            {
                question = question with { Filter = question.Filter with { NotWords = [.. question.Filter.NotWords, word] } };
            }
            else
            {
                question = question with { Filter = question.Filter with { Words = [.. question.Filter.Words, word] } };
                if (!marked && !word.Split('|').Any(sentence.Book.IsHeld))
                {
                    unheld.Add(word);
                }
            }
        }
    }

    private bool Said(string word) => question.Filter.Words.Contains(word) || question.Filter.NotWords.Contains(word);

    /// <summary>
    /// People wrap questions in words that no title holds ("for my boss"). Those are left out, and the answer says so,
    /// unless they are all there is, or stand where a subject stands: after "about", or beside "commitments".
    /// </summary>
    private void LeaveOutFiller()
    {
        var kept = question.Filter.Words.Except(unheld).ToValues();
        if (unheld.Count == 0 || kept.Count == 0 && !IsStructured())
        {
            return;
        }

        question = question with
        {
            Filter = question.Filter with { Words = kept },
            Notices = [.. question.Notices.Where(notice => notice.Kind != NoticeKind.Translated || notice.Words[1].Split(", ").Any(sentence.Book.IsHeld)), new Notice(NoticeKind.Ignored, unheld.SelectMany(word => word.Split('|').Take(1)).ToValues())],
        };
    }

    /// <summary>The sentence asks for something even without its words.</summary>
    private bool IsStructured() => (question.Filter with { Words = [], NotWords = [] }) != Filter.None
        || sentence.Has(SenseKind.Most) && sentence.Has(SenseKind.Noun) || sentence.Has(SenseKind.Fewest) || sentence.Has(SenseKind.Top) || sentence.Has(SenseKind.By) && sentence.Has(SenseKind.Noun)
        || sentence.HasVerb("compare") || sentence.HasVerb("count") && sentence.Has(SenseKind.Noun) || sentence.Names("areas") || sentence.Names("plans") || sentence.Has(SenseKind.Sort) && sentence.Has(SenseKind.Noun);

    /// <summary>After "about", right before "commitments" as an English adjective stands, or right after it as a Spanish one does.</summary>
    private bool IsMarked(int at) => about && FollowsAbout(at)
        || IsPlace(at)
        || sentence.At(at + 1) is { } next && IsList(next)
        || sentence.At(at - 1) is { } before && IsList(before) && sentence.At(at + 1) is not { IsFiller: true };

    /// <summary>"In Wakanda", at the end: a place that nobody knows must not widen the answer to the world.</summary>
    private bool IsPlace(int at) => sentence.Book.Vocabulary.Members.Count > 1 && question.Filter.OfMembers() == Filter.None
        && sentence.At(at - 1)?.Text is "in" or "en" or "from" && sentence.At(at + 1) is null or { Token: Pause };

    private static bool IsList(Piece piece) => piece.Is(SenseKind.Noun, "commitments") || piece.Is(SenseKind.Noun, "resources");

    /// <summary>The English words that titles of this catalog hold; several stand as alternatives, joined by a bar.</summary>
    private string[] Translated(Piece piece, string translation)
    {
        var english = translation.Split('|', StringSplitOptions.TrimEntries)
            .Select(words => string.Join(' ', Folding.Words(words).Where(word => word.Length > 2 || sentence.Book.IsHeld(word) && sentence.Book.Senses(word) is null)))
            .Where(words => words.Length > 0).ToList();
        var held = english.Where(words => words.Split(' ').All(sentence.Book.IsHeld)).ToList();
        var chosen = held.Count > 0 ? held : english;
        if (piece.Text != string.Join(' ', chosen))
        {
            question = question with { Notices = [.. question.Notices, new Notice(NoticeKind.Translated, [piece.Text, string.Join(", ", chosen)])] };
        }

        return chosen is [var only] ? only.Split(' ') : [string.Join('|', chosen.SelectMany(words => words.Split(' ')).Distinct(StringComparer.Ordinal))];
    }
}
