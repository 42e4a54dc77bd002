namespace OgpBot.Reading;

/// <summary>Questions about what words mean: "what does ER mean", "difference between Consult and Involve", a term and nothing else.</summary>
internal sealed class TermReading(Sentence sentence)
{
    /// <summary>Null when the sentence asks for something else.</summary>
    public Question? Read()
    {
        var marker = sentence.Pieces.FirstOrDefault(piece => piece.Is(SenseKind.Verb, "explain"));
        var content = sentence.Pieces.Where(piece => !piece.IsFiller && !piece.Is(SenseKind.Verb, "explain") && !piece.Is(SenseKind.Verb, "greet") && !piece.Is(SenseKind.And)).ToList();
        // "The difference in completion between Spain and Portugal" asks for figures.
        if (content.Any(piece => piece.Token is not Word) || content.Count(piece => piece.Is(SenseKind.Member)) > 1)
        {
            return null;
        }

        return marker is null ? Bare(content) : Asked(marker, content);
    }

    /// <summary>Without "what is": only a term that means nothing else, or several compared.</summary>
    private Question? Bare(List<Piece> content)
    {
        if (content is [var only] && only.Is(SenseKind.Term) && only.Text.Length > 1 && only.Senses.All(sense => sense.Kind is SenseKind.Term or SenseKind.Noise or SenseKind.Verb or SenseKind.Asked or SenseKind.Translation || sense is { Kind: SenseKind.Topic, Value: "level-word" }))
        {
            return Explain(content);
        }

        var compared = content.Where(piece => !piece.Is(SenseKind.Verb) && !(piece.Senses is [] && !sentence.Book.InTitles(piece.Text)) && !piece.Is(SenseKind.Noun, "titles")).ToList();
        if (sentence.HasVerb("compare") && compared.Count > 1 && compared.All(piece => piece.Is(SenseKind.Term) && !piece.Is(SenseKind.Area)))
        {
            return Explain(compared);
        }

        if (!sentence.Names("terms") || sentence.Names("commitments") || sentence.Has(SenseKind.Topic))
        {
            return null;
        }

        return content.Where(piece => !piece.Is(SenseKind.Noun, "terms")).ToList() is [var term] && term.Is(SenseKind.Term) ? Explain([term]) : Glossary();
    }

    private Question? Asked(Piece marker, List<Piece> content)
    {
        // "What does A mean": a letter is filler elsewhere.
        if (content.TrueForAll(IsSetting) && sentence.Pieces.FirstOrDefault(piece => piece.Text.Length == 1 && piece.Is(SenseKind.Term)) is { } letter && !sentence.Names("commitments"))
        {
            return Explain([letter]);
        }

        if (content.Count > 0 && content.TrueForAll(piece => piece.Is(SenseKind.Noun, "ids") || piece.Is(SenseKind.Noun, "terms")))
        {
            return content.Exists(piece => piece.Is(SenseKind.Noun, "ids")) ? Explain(Codes()) : Glossary();
        }

        // A code beside "stand for" or "mean" is the term, whatever else is said.
        if (content.FirstOrDefault(piece => piece.Text.Length is 2 or 3 && piece.Value(SenseKind.Term) is { } key && Codes().Contains(key)) is { } code && content.Count(piece => piece.Is(SenseKind.Term)) == 1 && sentence.Pieces.Any(piece => piece.Text is "mean" or "means" or "meaning" or "stand for" or "stands for" or "short for" or "significa" or "quiere decir" or "significado"))
        {
            return Explain([code]);
        }

        var terms = content.Where(piece => piece.Is(SenseKind.Term) || piece.Is(SenseKind.Star)).ToList();

        // Words that nothing knows are filler around the term: "in plain words".
        var others = content.Except(terms).Where(piece => !IsSetting(piece) && !piece.Is(SenseKind.Verb) && !(piece.Senses is [] && !sentence.Book.InTitles(piece.Text))).ToList();
        if (others.Count == 0 && terms.Count > 0)
        {
            var list = marker.Text is "what are" or "que son" && sentence.Pieces.Any(piece => piece.Text is "the" or "los" or "las") && terms.TrueForAll(piece => piece.Is(SenseKind.Star));
            return list || IsAboutPlan() ? null : Explain(terms.Exists(piece => !piece.Is(SenseKind.Noun) && !piece.Is(SenseKind.Topic)) ? terms.Where(piece => !piece.Is(SenseKind.Noun, "commitments") || piece.Is(SenseKind.Star)).ToList() : terms);
        }

        // "What is a commitment": one noun after an article asks for its meaning, and so does one unknown word.
        var article = marker.Text is "what is a" or "what is an" or "que es un" or "que es una";
        return content is [var noun] && (article && noun.Is(SenseKind.Noun) || noun.Senses is [] && marker.Text is not ("what are" or "que son") && !sentence.Book.InTitles(noun.Text))
            ? Explain([noun])
            : null;
    }

    /// <summary>Words that say where the term stands: "in the Global Report", "the code", "for OGP".</summary>
    private static bool IsSetting(Piece piece) =>
        piece.Is(SenseKind.Noun, "terms") || piece.Is(SenseKind.Noun, "ids") || piece.Is(SenseKind.Noun, "commitments") && !piece.Is(SenseKind.Star) || piece.Is(SenseKind.Topic) || piece.Is(SenseKind.About) || piece.Is(SenseKind.Years) || piece.Is(SenseKind.Member) || piece.Is(SenseKind.Follow) || piece.Is(SenseKind.More) || piece.Is(SenseKind.Decline);

    private bool IsAboutPlan() => sentence.Names("plans") && (sentence.Has(SenseKind.Plan) || sentence.Pieces.Any(piece => piece.Number is not null));

    private Question Glossary() => new() { Verb = Verb.Explain, Topic = Topic.Glossary, Notices = sentence.Notices };

    /// <summary>Terms that have a short code: NC, CA, ER.</summary>
    private List<string> Codes() => [.. sentence.Book.Vocabulary.Terms.Where(term => term.Also.Any(also => also.Length <= 2)).Select(term => term.Key)];

    private Question Explain(List<Piece> pieces) =>
        Explain([.. pieces.Select(piece => piece.Value(SenseKind.Term) ?? (piece.Is(SenseKind.Star) ? sentence.Book.Senses("starred")?.FirstOrDefault(sense => sense.Kind == SenseKind.Term)?.Value : null) ?? piece.Text)]);

    private Question Explain(List<string> terms)
    {
        foreach (var piece in sentence.Pieces)
        {
            piece.Used = true;
        }

        return Glossary() with { Term = string.Join('|', terms.Distinct(StringComparer.Ordinal)) };
    }
}
