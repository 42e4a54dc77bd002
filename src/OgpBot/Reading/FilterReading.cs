using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Collects a question's conditions from the pieces, left to right. A negation lasts over values joined by "and" or "or".</summary>
internal sealed class FilterReading(Sentence sentence, bool globalReport)
{
    private readonly FactReading facts = new(sentence);
    private bool negated;
    private bool negatedValue;

    public Question Question { get; private set; } = new();

    public Question Read()
    {
        var plans = new PlanReading(sentence);
        var years = new YearReading(sentence, plans);
        new InstitutionReading(sentence).Read(this);
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            var piece = sentence.Pieces[at];
            if (piece.Used)
            {
                continue;
            }

            if (piece.Token is Minus || piece.Is(SenseKind.Not))
            {
                negated = true;
                negatedValue = false;
                piece.Used = piece.Token is Minus || !piece.Is(SenseKind.Verb);
                continue;
            }

            // "Except justice and health" negates both; "except justice in 2017" only the first.
            if (negatedValue && !IsJoined(at))
            {
                negated = negatedValue = false;
            }

            if (GovernmentOf(at) || Value(at) || PlanType(at) || MissingArea(at) || plans.Read(at, negated, this) || years.Read(at, negated, this))
            {
                negatedValue = negated;
            }
            else if (!Carries(piece))
            {
                negated = false;
            }
        }

        if (plans.IsLatest)
        {
            Add(Latest);
        }

        return Question;
    }

    /// <summary>The member's newest plan, where the catalog holds none that is running.</summary>
    private Filter Latest(Filter filter)
    {
        var theirs = sentence.Book.Vocabulary.Plans.Where(plan => filter.Members is [var member] && plan.Member == member).ToList();
        return theirs.Count == 0 || theirs.Exists(plan => plan.Current) ? filter : filter with { CurrentPlan = false, Plans = [theirs.Max(plan => plan.Number)] };
    }

    private bool IsJoined(int at)
    {
        var piece = sentence.Pieces[at];
        return piece.Is(SenseKind.And) || piece.Token is Pause || sentence.At(at - 1) is { } before && (before.Is(SenseKind.And) || before.Token is Pause || before.IsFiller && sentence.At(at - 2)?.Is(SenseKind.And) == true);
    }

    public void Add(Func<Filter, Filter> change) => Question = Question with { Filter = change(Question.Filter) };

    public void Note(Notice notice) => Question = Question with { Notices = [.. Question.Notices, notice] };

    /// <summary>Words between a negation and its value, or between two values, do not end the negation.</summary>
    private static bool Carries(Piece piece) => piece.IsFiller || piece.Is(SenseKind.And) || piece.Is(SenseKind.Noun) || piece.Is(SenseKind.About) || piece.Is(SenseKind.Not) || piece.Is(SenseKind.Years);

    private bool Value(int at)
    {
        var piece = sentence.Pieces[at];
        switch (piece.Token)
        {
            case Qualifier qualifier:
                Question = Qualifiers.Apply(Question, qualifier, sentence.Book);
                return piece.Used = true;
            case IdToken id:
                Add(filter => filter with { Ids = [.. filter.Ids, id.Range] });
                return piece.Used = true;
        }

        return piece.Used = PlaceReading.Read(piece, negated, this) || Level(at) || facts.Read(at, negated, this) || Star(piece) || NoArea(piece) || Dimension(piece) || !IsOfTitle(at, SenseKind.Area) && Area(piece) || Type(piece);
    }

    /// <summary>"The Irish government", "el gobierno de Chile": the noun is part of the name.</summary>
    private bool GovernmentOf(int at)
    {
        var piece = sentence.Pieces[at];
        return piece.Is(SenseKind.Noun, "members") && !piece.Text.EndsWith('s') && (sentence.At(at - 1)?.Is(SenseKind.Member) == true
                || sentence.At(at + 1)?.Text is "of" or "de" or "del" && sentence.Beside(at + 1, 1)?.Is(SenseKind.Member) == true)
            && (piece.Used = true);
    }

    /// <summary>"Local commitments", "de gobiernos locales"; not "about local governments", and not "local content".</summary>
    private bool Level(int at)
    {
        if (sentence.Pieces[at].Value(SenseKind.Level) is not { } level || sentence.At(at - 1)?.Is(SenseKind.About) == true || IsOfTitle(at, SenseKind.Level))
        {
            return false;
        }

        // A phrase says by itself who is meant; one word needs what it belongs to.
        Piece?[] beside = [sentence.Beside(at, 1), sentence.Beside(at, -1)];
        if (!sentence.Pieces[at].Text.Contains(' ', StringComparison.Ordinal)
            && !Array.Exists(beside, piece => piece?.IsAny(SenseKind.Star, SenseKind.PickNoun, SenseKind.Follow, SenseKind.And, SenseKind.Level) == true || piece?.Is(SenseKind.Area) == true && sentence.Names("commitments") || piece?.Is(SenseKind.Noun, "commitments") == true || piece?.Is(SenseKind.Noun, "members") == true)
            && !Array.TrueForAll(beside, piece => piece is null))
        {
            return false;
        }

        Add(filter => filter with { Level = level == "local" != negated ? MemberLevel.Local : MemberLevel.National });
        return true;
    }

    private bool Star(Piece piece)
    {
        if (piece.Value(SenseKind.Star) is not { } value || piece.Is(SenseKind.Term) && sentence.HasVerb("explain") && sentence.Pieces.Count == 2)
        {
            return false;
        }

        var starred = value == "yes" != negated;
        Add(filter => filter with { Starred = starred });
        return true;
    }

    /// <summary>"Of the type action plan": a type that is a noun of its own elsewhere.</summary>
    private bool PlanType(int at)
    {
        var piece = sentence.Pieces[at];
        if (!piece.Is(SenseKind.Noun, "types") || sentence.At(at + 1) is not { } next || !next.Is(SenseKind.Noun, "plans") || CanonicalFilter.Find(sentence.Book.Vocabulary.ResourceTypes, "action plan") is not { } type)
        {
            return false;
        }

        Add(filter => filter with { Types = [.. filter.Types, type] });
        return next.Used = piece.Used = true;
    }

    /// <summary>"Without the area", and no area is named.</summary>
    private bool MissingArea(int at)
    {
        if (!negated || !sentence.Pieces[at].Is(SenseKind.Noun, "areas") || sentence.Beside(at, 1) is { } next && next.Is(SenseKind.Area))
        {
            return false;
        }

        Add(filter => filter with { NoArea = true });
        return true;
    }

    private bool NoArea(Piece piece)
    {
        if (!piece.Is(SenseKind.NoArea))
        {
            return false;
        }

        Add(filter => filter with { NoArea = true });
        return true;
    }

    private bool Dimension(Piece piece)
    {
        if (!globalReport || piece.Value(SenseKind.Dimension) is not { } dimension)
        {
            return false;
        }

        Add(filter => filter with { Dimensions = [.. filter.Dimensions, dimension] });
        return true;
    }

    /// <summary>"Health insurance" stands in a title: then it is words to find there, not the area Health.</summary>
    private bool IsOfTitle(int at, SenseKind kind) => sentence.Pieces[at].Is(kind)
        && (Plain(at + 1) is { } after && sentence.Book.InOneTitle($"{sentence.Pieces[at].Text} {after}") || Plain(at - 1) is { } before && sentence.Book.InOneTitle($"{before} {sentence.Pieces[at].Text}"));

    private string? Plain(int at) => sentence.At(at) is { Token: Word, Senses: [] } piece ? piece.Text : null;

    private bool Area(Piece piece)
    {
        var areas = piece.ValuesOf(SenseKind.Area).ToList();
        if (areas.Count == 0)
        {
            areas = [.. piece.ValuesOf(SenseKind.AbsentArea).Take(1)];
        }

        if (areas.Count == 0 || piece.Is(SenseKind.Topic) && sentence.IsOn("levels"))
        {
            return false;
        }

        foreach (var area in areas)
        {
            Add(filter => negated
                ? filter with { NotAreas = [.. filter.NotAreas, area] }
                : filter.Areas.Contains(area) ? filter : filter with { Areas = [.. filter.Areas, area] });
        }

        return true;
    }

    private bool Type(Piece piece)
    {
        var types = piece.ValuesOf(SenseKind.Type).ToList();
        var formats = piece.ValuesOf(SenseKind.Format).ToList();
        foreach (var type in types)
        {
            Add(filter => negated ? filter with { NotTypes = [.. filter.NotTypes, type] } : filter with { Types = [.. filter.Types, type] });
        }

        foreach (var format in formats)
        {
            Add(filter => filter with { Formats = [.. filter.Formats, format] });
        }

        return types.Count + formats.Count > 0;
    }
}
