using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Questions about action plans and members themselves, not about what is in them.</summary>
internal sealed class MemberReading(Sentence sentence, Question question, Grouping grouping)
{
    public Question? Read() => Having() ?? Plan() ?? Plans() ?? Members();

    /// <summary>"Which countries have beneficial ownership commitments": members by what they have.</summary>
    private Question? Having()
    {
        if (sentence.Book.Vocabulary.Members.Count < 2 || grouping.By is not null || sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest) || sentence.HasVerb("compare") || !IsSubject())
        {
            return null;
        }

        var read = new WordReading(sentence, question).Read();
        var ofResources = sentence.Names("resources") || sentence.Names("reports") || read.Filter.Types.Count > 0;
        return read.Filter.OfContent() == Filter.None && !sentence.Names("commitments") ? null
            : ofResources ? read with { Topic = Topic.Resources, Verb = Verb.Rank, By = Field.Member }
            : read.Topic == Topic.Commitments && !sentence.Names("plans") ? read with { Topic = Topic.Members, Verb = sentence.HasVerb("count") ? Verb.Count : Verb.Find, Asked = [] }
            : null;
    }

    /// <summary>Members are what is asked for: nothing but question words and places stand before them.</summary>
    private bool IsSubject()
    {
        var at = sentence.Pieces.TakeWhile(piece => !piece.Is(SenseKind.Noun, "members") && !piece.Is(SenseKind.Asked, "member") && !IsNamed(piece)).Count();
        return sentence.At(at) is { } subject && (subject.Is(SenseKind.Asked) || subject.Text.EndsWith('s') || sentence.At(at - 1)?.Text is "which" or "what" or "que" or "cual")
            && sentence.Pieces.Take(at).All(piece => piece.IsFiller || piece.Is(SenseKind.Verb) || piece.IsAny(SenseKind.Region, SenseKind.RegionPart, SenseKind.Follow, SenseKind.Top));
    }

    /// <summary>"Local governments": the members themselves.</summary>
    private static bool IsNamed(Piece piece) => piece.Is(SenseKind.Level) && piece.Used && piece.Text.EndsWith('s');

    /// <summary>"Which plan is running now", "the focus of the current plan".</summary>
    private Question? Plan()
    {
        var which = sentence.Has(SenseKind.Asked, "plan") && sentence.Has(SenseKind.Plan) && question.Filter.Plans.Count == 0;
        return which || sentence.IsOn("focus")
            ? question with { Topic = Topic.Plans, Filter = question.Filter with { CurrentPlan = question.Filter.Plans.Count == 0 } }
            : null;
    }

    /// <summary>"List action plans", "AP3".</summary>
    private Question? Plans()
    {
        var bare = question.Filter.Plans.Count > 0 && sentence.Pieces.All(piece => piece.Used || piece.IsFiller || piece.Is(SenseKind.Verb));
        var counts = sentence.HasVerb("count");
        if (!bare && !sentence.Names("plans") && !sentence.Has(SenseKind.Asked, "plan")
            || IsOfList() || IsGrouped() || counts && (question.Filter.Plans.Count > 0 || question.Filter.CurrentPlan)
            || sentence.Pieces.Any(piece => !piece.Used && piece.IsPlain && piece.Number is null))
        {
            return null;
        }

        return question with { Topic = Topic.Plans, Verb = counts ? Verb.Count : Verb.Find };
    }

    /// <summary>What is in the plans is asked for.</summary>
    private bool IsOfList()
    {
        var filter = question.Filter;
        return sentence.Names("commitments") || sentence.Names("resources") || sentence.Names("reports") || sentence.Names("areas")
            || filter.Types.Count + filter.Areas.Count + filter.NotAreas.Count > 0 || filter.Starred is not null || filter.NoArea;
    }

    private bool IsGrouped() => grouping.By is not null || sentence.HasVerb("compare") || sentence.HasVerb("brief")
        || sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest) || sentence.Has(SenseKind.Distribution);

    private Question? Members()
    {
        if (sentence.IsOn("joined") && !sentence.Has(SenseKind.DocumentTitle) && !sentence.Names("resources") && question.Filter.Types is [])
        {
            return question with { Topic = Topic.Members, Filter = question.Filter.OfMembers() };
        }

        if (sentence.Pieces.Any(IsOther))
        {
            return null;
        }

        var counts = sentence.HasVerb("count");
        var ofRegion = question.Filter.Regions.Count > 0 || question.Filter.Level is not null;
        var bare = (question.Filter.Members.Count > 0 || ofRegion) && question.Filter.OfContent() == Filter.None;
        return bare && !ofRegion && !counts && !sentence.HasVerb("brief") ? question with { Topic = Topic.Members }
            : bare && ofRegion ? question with { Topic = Topic.Members }
            : (sentence.Names("members") || sentence.Has(SenseKind.AllMembers)) && !sentence.Names("commitments") && question.Filter.OfContent() == Filter.None && question.Filter.Members is [] ? question with { Topic = Topic.Members, Verb = counts ? Verb.Count : Verb.Find }
            : null;
    }

    /// <summary>Says more than "tell me about Peru".</summary>
    private static bool IsOther(Piece piece) => !piece.Used && !piece.IsFiller
        && !piece.IsAny(SenseKind.About, SenseKind.More, SenseKind.Years, SenseKind.Follow)
        && !piece.Is(SenseKind.Verb, "find") && !piece.Is(SenseKind.Verb, "explain") && !piece.Is(SenseKind.Verb, "greet") && !piece.Is(SenseKind.Verb, "count")
        && !piece.Is(SenseKind.Topic, "about") && !piece.Is(SenseKind.Topic, "loaded") && !piece.Is(SenseKind.Noun, "members") && !piece.Is(SenseKind.Asked, "description");
}
