namespace OgpBot.Reading;

/// <summary>Decides what a sentence asks: the rules in order, the first that fits wins.</summary>
internal sealed class QuestionReading(Sentence sentence)
{
    /// <summary>True when the sentence itself says what is asked, so that it cannot be a fragment of the last question.</summary>
    public bool NamesTopic => sentence.Names("commitments") || sentence.Has(SenseKind.Topic) || sentence.Names("resources");

    public Question Read()
    {
        if ((Private() ?? Declined() ?? WordReading.OfTitle(sentence)) is { } whole)
        {
            return whole;
        }

        // Terms are looked at before conditions: in "what is a starred commitment" the star is no condition.
        var explained = new TermReading(sentence).Read();
        var globalReport = IsOnGlobalReport();
        var question = new FilterReading(sentence, globalReport).Read();
        question = question with { Notices = [.. sentence.Notices, .. question.Notices] };
        var grouping = new Grouping(sentence);
        return new PreferenceReading(sentence, question).Read()
            ?? explained
            ?? new RecordReading(sentence, question).Read()
            ?? new SmallTalkReading(sentence, question).Read()
            ?? new TableReading(sentence, question, globalReport).Read()
            ?? new MemberReading(sentence, question, grouping).Read()
            ?? new ListReading(sentence, question, grouping).Read();
    }

    /// <summary>What is kept about whoever asks, and that it shall go.</summary>
    private Question? Private() => sentence.HasVerb("forget-me") ? new() { Verb = Verb.ForgetMe }
        : sentence.HasVerb("about-me") ? new() { Verb = Verb.AboutMe }
        : null;

    private Question? Declined()
    {
        if (sentence.Has(SenseKind.Decline, "secrets"))
        {
            return Decline("secrets");
        }

        if (sentence.LooksLikeCode)
        {
            return null;
        }

        var asks = sentence.Pieces.Any(piece => piece.Token is IdToken or Qualifier || piece.IsAny(SenseKind.Noun, SenseKind.Star, SenseKind.Area, SenseKind.Topic));
        return sentence.Has(SenseKind.Decline, "other") && !asks ? Decline("other") : null;
    }

    private static Question Decline(string why) => new() { Verb = Verb.Decline, Notices = [new Notice(NoticeKind.Declined, [why])] };

    /// <summary>Dimensions of the report share names with policy areas: then only its own words tell.</summary>
    private bool IsOnGlobalReport() => sentence.IsOn("global-report")
        || sentence.Has(SenseKind.Dimension) && !sentence.Has(SenseKind.Area) && !sentence.Names("commitments")
        || sentence.Pieces.Any(piece => piece.Token is Qualifier { Key: "dimension" });
}
