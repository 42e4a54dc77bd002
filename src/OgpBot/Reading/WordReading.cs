namespace OgpBot.Reading;

/// <summary>Turns what no other rule used into words to find in titles.</summary>
internal sealed class WordReading(Sentence sentence, Question start)
{
    private Question question = start;
    private bool negated;
    private bool about;

    public Question Read()
    {
        if (WholeTitle() is { } title)
        {
            return question with { Filter = question.Filter with { Title = title, Words = [], Areas = [], Members = [], Plans = [], Years = [], Types = [], CurrentPlan = false }, Notices = [.. question.Notices.Where(notice => notice.Kind != NoticeKind.SpanIsPlan)] };
        }

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
                Add(piece);
            }
        }

        return question;
    }

    /// <summary>The sentence, or what is left of it after leading words, is exactly a title of the catalog.</summary>
    private string? WholeTitle()
    {
        var words = Folding.Words(sentence.Folded);
        var vocabulary = sentence.Book.Vocabulary;
        for (var from = 0; from < words.Count - 1 && from < 12; from++)
        {
            var rest = string.Join(' ', words.Skip(from));
            if ((vocabulary.Titles.Contains(rest) || vocabulary.ResourceTitles.Contains(rest) || vocabulary.PostTitles.Contains(rest)) && words.Take(from).All(IsLeadIn))
            {
                return rest;
            }
        }

        return null;
    }

    private bool IsLeadIn(string word) => sentence.Book.Senses(word)?.Any(sense => sense.Kind is SenseKind.Noise or SenseKind.Verb or SenseKind.Noun or SenseKind.Member or SenseKind.About or SenseKind.More) ?? sentence.Pieces.Any(piece => piece.Text.Split(' ').Contains(word) && (piece.Is(SenseKind.Verb) || piece.Is(SenseKind.More) || piece.Is(SenseKind.Noise)));

    /// <summary>A word without another role; after "about" and beside such words, also one whose role is weak.</summary>
    private bool IsContent(int at)
    {
        var piece = sentence.Pieces[at];
        if (piece.Senses is [] || piece.Is(SenseKind.Translation) && piece.Senses.All(sense => sense.Kind is SenseKind.Translation or SenseKind.Term))
        {
            return piece.Number is null || about;
        }

        if (piece.Is(SenseKind.Term) && piece.Senses.All(sense => sense.Kind is SenseKind.Term or SenseKind.Figure))
        {
            return true;
        }

        return piece.Text.Length > 3
            && piece.Senses.All(sense => sense.Kind is SenseKind.Noise or SenseKind.Noun or SenseKind.Asked or SenseKind.Topic or SenseKind.StarsHow or SenseKind.Verb or SenseKind.Translation or SenseKind.Distribution or SenseKind.Top or SenseKind.PickNoun or SenseKind.Follow or SenseKind.Decline or SenseKind.Term or SenseKind.Pivot)
            && !piece.Is(SenseKind.Noun, "commitments")
            && piece.Text.Split(' ').All(sentence.Book.InTitles)
            && (about && FollowsAbout(at) || IsPlain(at - 1) || IsPlain(at + 1));
    }

    private bool FollowsAbout(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (sentence.Pieces[before].Is(SenseKind.About))
            {
                return true;
            }

            if (sentence.Pieces[before].Is(SenseKind.Noun, "commitments"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A neighbour that is nothing but a title word.</summary>
    private bool IsPlain(int at) => sentence.At(at) is { Token: Word, Used: false } piece && (piece.Senses is [] && sentence.Book.InTitles(piece.Text) || piece.Senses is [{ Kind: SenseKind.Translation }, ..]);

    private void Add(Piece piece)
    {
        piece.Used = true;
        var words = piece.Senses is [] || piece.Value(SenseKind.Translation) is not { } translation
            ? piece.Text.Split(' ')
            : Translated(piece, translation);
        foreach (var word in words)
        {
            question = question with
            {
                Filter = negated
                    ? question.Filter with { NotWords = [.. question.Filter.NotWords, word] }
                    : question.Filter.Words.Contains(word) ? question.Filter : question.Filter with { Words = [.. question.Filter.Words, word] },
            };
        }
    }

    /// <summary>The English words that titles of this catalog hold; several stand as alternatives, joined by a bar.</summary>
    private string[] Translated(Piece piece, string translation)
    {
        var english = translation.Split('|', StringSplitOptions.TrimEntries).Select(words => string.Join(' ', Folding.Words(words))).Where(words => words.Length > 0).ToList();
        var held = english.Where(words => words.Split(' ').All(word => sentence.Book.InTitles(word) || sentence.Book.InResources(word))).ToList();
        var chosen = held.Count > 0 ? held : english;
        question = question with { Notices = [.. question.Notices, new Notice(NoticeKind.Translated, [piece.Text, string.Join(", ", chosen)])] };
        return chosen is [var only] ? only.Split(' ') : [string.Join('|', chosen.SelectMany(words => words.Split(' ')).Distinct(StringComparer.Ordinal))];
    }
}
