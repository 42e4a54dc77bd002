using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>What the source's tables and lists beside the commitments hold: stars, Global Report, participation, performance, posts, oddities, sources.</summary>
internal sealed class TableReading(Sentence sentence, Question question, bool globalReport)
{
    private readonly bool commitments = sentence.Names("commitments");
    private readonly bool ofPlan = question.Filter.Plans.Count > 0 || question.Filter.CurrentPlan;
    private readonly bool ofList = question.Filter.Areas.Count + question.Filter.Words.Count + question.Filter.Fields.Count > 0;

    private Filter Member => question.Filter.OfMembers();

    /// <summary>Null when it asks for none of them.</summary>
    public Question? Read() => Stars() ?? GlobalReport() ?? Participation() ?? Performance() ?? Quirks() ?? Posts() ?? Data();

    /// <summary>"How can Peru get more stars": a star with "more" and "how".</summary>
    private Question? Stars()
    {
        var how = sentence.Has(SenseKind.Most) && (globalReport || sentence.Pieces.Any(piece => piece.Text is "how" or "como"));
        return (sentence.Has(SenseKind.StarsHow) || how) && question.Filter.Starred == true && !sentence.HasVerb("count") || sentence.IsOn("stars")
            ? question with { Topic = Topic.Stars, Filter = Member }
            : null;
    }

    private Question? GlobalReport() => globalReport ? question with { Topic = Topic.GlobalReport } : null;

    /// <summary>"Participation" beside "commitments" is the policy area, unless a level is asked for.</summary>
    private Question? Participation()
    {
        var level = sentence.IsOn("levels") || sentence.Pieces.Any(piece => piece.Is(SenseKind.Topic, "participation") && IsLevel(piece.Text));
        if (sentence.IsOn("participation") && (!commitments || level) && !sentence.Names("resources") && !sentence.Names("reports"))
        {
            return question with { Topic = Topic.Participation, Filter = question.Filter with { Areas = [] } };
        }

        return (sentence.IsOn("forum") || sentence.IsOn("level-word") && ofPlan) && !commitments ? question with { Topic = Topic.Participation } : null;
    }

    private static bool IsLevel(string phrase) => phrase.Split(' ').Any(word => word is "level" or "levels" or "nivel" or "niveles" or "influence" or "influencia");

    private Question? Performance()
    {
        var figure = sentence.Has(SenseKind.Figure);
        return sentence.IsOn("performance") && !ofList || figure && !commitments && !ofList || figure && question.Filter.Plans.Count > 0
            ? question with { Topic = Topic.Performance, Filter = question.Filter with { Starred = null } }
            : null;
    }

    private Question? Quirks()
    {
        var kind = sentence.IsOn("typos") ? QuirkKinds.Typos : sentence.IsOn("twins") ? QuirkKinds.Twins : null;
        return kind is not null || sentence.IsOn("quirks") ? question with { Topic = Topic.Quirks, Term = kind, Filter = Member } : null;
    }

    private Question? Posts() => sentence.Names("posts") && !commitments ? new WordReading(sentence, question with { Topic = Topic.Posts }).Read() : null;

    private Question? Data() => sentence.IsOn("data") && !commitments && !sentence.Names("resources") || sentence.HasVerb("cite") && question.Filter == Filter.None
        ? question with { Topic = Topic.Data, Filter = Filter.None }
        : null;
}
