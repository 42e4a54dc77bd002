using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Decides what a sentence asks: the rules in order, the first that fits wins.</summary>
internal sealed class QuestionReading(Sentence sentence)
{
    private static readonly Field[] Groupable = [Field.Area, Field.Year, Field.Plan, Field.Member, Field.Type, Field.Format, Field.Star, Field.Status, Field.Completion, Field.Lead];

    private Question question = new();

    /// <summary>True when the sentence itself says what is asked, so that it cannot be a fragment of the last question.</summary>
    public bool NamesTopic { get; private set; }

    public Question Read()
    {
        if (Declined() is { } declined)
        {
            return declined;
        }

        if (WordReading.OfTitle(sentence) is { } titled)
        {
            return titled;
        }

        var globalReport = IsGlobalReport();
        var explained = new TermReading(sentence).Read();
        question = new FilterReading(sentence, globalReport).Read();
        question = question with { Notices = [.. sentence.Notices, .. question.Notices] };
        NamesTopic = sentence.Has(SenseKind.Noun, "commitments") || sentence.Has(SenseKind.Topic) || sentence.Has(SenseKind.Noun, "resources");

        return explained
            ?? Records()
            ?? Small()
            ?? Tables(globalReport)
            ?? Plans()
            ?? Members()
            ?? Lists();
    }

    private Question? Declined()
    {
        if (sentence.Has(SenseKind.Decline, "secrets"))
        {
            return Decline("secrets");
        }

        var asks = sentence.Has(SenseKind.Noun) || sentence.Has(SenseKind.Star) || sentence.Has(SenseKind.Area) || sentence.Has(SenseKind.Topic) || sentence.Pieces.Any(piece => piece.Token is IdToken or Qualifier);
        if (sentence.LooksLikeCode)
        {
            return null;
        }

        return sentence.Has(SenseKind.Decline, "subscribe") && !sentence.HasVerb("find") ? Decline("subscribe")
            : sentence.Has(SenseKind.Decline, "other") && !asks ? Decline("other")
            : null;
    }

    private static Question Decline(string why) => new() { Verb = Verb.Decline, Notices = [new Notice(NoticeKind.Declined, [why])] };

    private bool IsGlobalReport() => sentence.Has(SenseKind.Topic, "global-report")
        || sentence.Has(SenseKind.Dimension) && !sentence.Has(SenseKind.Area) && !sentence.Has(SenseKind.Noun, "commitments")
        || sentence.Pieces.Any(piece => piece.Token is Qualifier { Key: "dimension" });

    /// <summary>Questions that name IDs.</summary>
    private Question? Records()
    {
        if (question.Filter.Ids is [])
        {
            return null;
        }

        var ids = new Filter { Ids = question.Filter.Ids };
        var others = question.Filter with { Ids = [] };
        if (sentence.HasVerb("cite") || sentence.Has(SenseKind.Topic, "data"))
        {
            return question with { Verb = Verb.Cite, Filter = ids };
        }

        if (sentence.HasVerb("compare") && question.Filter.Ids.Sum(range => range.Ids().Take(2).Count()) > 1)
        {
            // "Between PE0004 and PE0046" names two, not all that lie between.
            return question with { Verb = Verb.Compare, Filter = new Filter { Ids = question.Filter.Ids.SelectMany(range => new[] { range.First, range.Last }).Distinct(StringComparer.Ordinal).Select(id => new IdRange(id, id)).ToValues() } };
        }

        if (sentence.HasVerb("count") && others != Filter.None)
        {
            return question with { Verb = Verb.Count };
        }

        // "Which of PE0053 to PE0060 are starred" keeps its conditions; "is PE0054 starred" asks for a fact.
        var several = question.Filter.Ids.Count > 1 || question.Filter.Ids.Any(range => range.First != range.Last);
        return several && (others with { Members = [] }) != Filter.None
            ? question with { Verb = Verb.Find }
            : question with { Verb = Verb.Show, Filter = ids, Asked = Asked(others) };
    }

    /// <summary>The facts asked for; a condition beside one ID ("is PE0054 starred", "what area") is a fact asked for too.</summary>
    private Values<Field> Asked(Filter others)
    {
        var asked = sentence.Pieces.Select(piece => piece.Value(SenseKind.Asked)).OfType<string>().Select(value => Enum.Parse<Field>(value, ignoreCase: true)).ToList();
        if (others.Starred is not null)
        {
            asked.Add(Field.Star);
        }

        asked.AddRange(sentence.Pieces.Where(piece => !piece.Is(SenseKind.Asked)).Select(piece => Noun(piece)).OfType<Field>().Where(field => field is Field.Area or Field.Year or Field.Plan));
        return asked.Distinct().ToValues();
    }

    /// <summary>Help, greetings and thanks, when nothing else is in the sentence.</summary>
    private Question? Small()
    {
        var asks = question.Filter != Filter.None || sentence.Pieces.Any(piece => !piece.IsFiller && !(piece.Is(SenseKind.Verb) && !piece.Is(SenseKind.Noun)) && !piece.Is(SenseKind.Follow) && !piece.Is(SenseKind.PickNoun) && !piece.Is(SenseKind.Years) && !piece.Is(SenseKind.About) && !piece.Is(SenseKind.And) && !(piece.Senses is [] && sentence.HasVerb("help")) && !IsSmallTalk(piece));
        var wholePhrase = sentence.Pieces.Any(piece => piece.Is(SenseKind.Verb, "help") && piece.Text.Contains(' ', StringComparison.Ordinal));
        if (sentence.HasVerb("help") && question.Filter == Filter.None && (!asks || wholePhrase || sentence.Pieces.Where(piece => !piece.IsFiller).All(piece => piece.Is(SenseKind.Verb) || piece.Is(SenseKind.Noun))))
        {
            return question with { Verb = Verb.Help, Filter = Filter.None, Topic = Topic.Commitments };
        }

        if (asks)
        {
            return null;
        }

        return sentence.HasVerb("thank") ? question with { Verb = Verb.Thank }
            : sentence.HasVerb("greet") || sentence.Has(SenseKind.Again) ? question with { Verb = Verb.Greet }
            : null;
    }

    /// <summary>Words around thanks say nothing; around a greeting only those that no title holds.</summary>
    private bool IsSmallTalk(Piece piece) => piece.Token is Word && (piece.Senses is [] || piece.Is(SenseKind.Translation))
        && (sentence.HasVerb("thank") || sentence.HasVerb("greet") && piece.Senses is [] && !sentence.Book.InTitles(piece.Text));

    /// <summary>What the source's tables hold: performance, stars, participation, Global Report, posts, quirks, sources.</summary>
    private Question? Tables(bool globalReport)
    {
        var commitments = sentence.Has(SenseKind.Noun, "commitments");
        var listing = question.Filter.Areas.Count > 0 || question.Filter.Words.Count > 0;
        var how = sentence.Has(SenseKind.Most) && (globalReport || sentence.Pieces.Any(piece => piece.Text is "how" or "como"));
        if ((sentence.Has(SenseKind.StarsHow) || how) && question.Filter.Starred == true && !sentence.HasVerb("count") || sentence.Has(SenseKind.Topic, "stars"))
        {
            return question with { Topic = Topic.Stars, Filter = new Filter { Members = question.Filter.Members } };
        }

        if (globalReport)
        {
            return question with { Topic = Topic.GlobalReport };
        }

        if (sentence.Has(SenseKind.Topic, "participation") && !(commitments && !sentence.Has(SenseKind.Topic, "levels") && !IsLevelPhrase()) && !sentence.Has(SenseKind.Noun, "resources") && !sentence.Has(SenseKind.Noun, "reports"))
        {
            return question with { Topic = Topic.Participation, Filter = question.Filter with { Areas = [] } };
        }

        var ofPlan = question.Filter.Plans.Count > 0 || question.Filter.CurrentPlan;
        if ((sentence.Has(SenseKind.Topic, "forum") || sentence.Has(SenseKind.Topic, "level-word") && ofPlan) && !commitments)
        {
            return question with { Topic = Topic.Participation };
        }

        if (sentence.Has(SenseKind.Topic, "performance") && !listing || sentence.Has(SenseKind.Figure) && !commitments && !listing || sentence.Has(SenseKind.Figure) && question.Filter.Plans.Count > 0)
        {
            return question with { Topic = Topic.Performance, Filter = question.Filter with { Starred = null } };
        }

        if (sentence.Has(SenseKind.Topic, "typos") || sentence.Has(SenseKind.Topic, "twins") || sentence.Has(SenseKind.Topic, "quirks"))
        {
            var kind = sentence.Has(SenseKind.Topic, "typos") ? QuirkKinds.Typos : sentence.Has(SenseKind.Topic, "twins") ? QuirkKinds.Twins : null;
            return question with { Topic = Topic.Quirks, Term = kind, Filter = new Filter { Members = question.Filter.Members } };
        }

        if (sentence.Has(SenseKind.Noun, "posts") && !commitments)
        {
            return WithWords(question with { Topic = Topic.Posts });
        }

        return sentence.Has(SenseKind.Topic, "data") && !commitments && !sentence.Has(SenseKind.Noun, "resources") || sentence.HasVerb("cite") && question.Filter == Filter.None
            ? question with { Topic = Topic.Data, Filter = Filter.None }
            : null;
    }

    private bool IsLevelPhrase() => sentence.Pieces.Any(piece => piece.Is(SenseKind.Topic, "participation") && (piece.Text.Contains("level", StringComparison.Ordinal) || piece.Text.Contains("nivel", StringComparison.Ordinal) || piece.Text.Contains("influence", StringComparison.Ordinal) || piece.Text.Contains("influencia", StringComparison.Ordinal)));

    /// <summary>"List action plans", "the current action plan": the plans themselves, not what is in them.</summary>
    private Question? Plans()
    {
        if (!sentence.Has(SenseKind.Noun, "plans") && !sentence.Has(SenseKind.Asked, "plan") && !sentence.Has(SenseKind.Topic, "focus") && !(question.Filter.Plans.Count > 0 && sentence.Pieces.All(piece => piece.Used || piece.IsFiller || piece.Is(SenseKind.Verb))))
        {
            return null;
        }

        var filter = question.Filter;
        var asksWhich = sentence.Has(SenseKind.Asked, "plan") && sentence.Has(SenseKind.Plan) && filter.Plans.Count == 0;
        if (sentence.Has(SenseKind.Topic, "focus") || asksWhich)
        {
            return question with { Topic = Topic.Plans, Filter = filter with { CurrentPlan = filter.Plans.Count == 0 } };
        }

        var lists = sentence.Has(SenseKind.Noun, "commitments") || sentence.Has(SenseKind.Noun, "resources") || sentence.Has(SenseKind.Noun, "reports") || filter.Types.Count > 0 || filter.Areas.Count + filter.NotAreas.Count > 0 || filter.Starred is not null || filter.NoArea || sentence.Has(SenseKind.Noun, "areas");
        var grouped = By() is not null || sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest) || sentence.Has(SenseKind.Distribution);
        var words = sentence.Pieces.Any(piece => !piece.Used && piece.Senses is [] && piece.Token is Word && piece.Number is null);
        return lists || grouped || words || sentence.HasVerb("count") && (filter.Plans.Count > 0 || filter.CurrentPlan) || sentence.HasVerb("compare") || sentence.HasVerb("brief")
            ? null
            : question with { Topic = Topic.Plans, Verb = sentence.HasVerb("count") && filter.Plans.Count == 0 ? Verb.Count : Verb.Find };
    }

    private Question? Members()
    {
        var bare = question.Filter.Members.Count > 0 && (question.Filter with { Members = [] }) == Filter.None;
        var others = sentence.Pieces.Any(piece => !piece.Used && !piece.IsFiller && !piece.Is(SenseKind.Verb, "find") && !piece.Is(SenseKind.Topic, "about") && !piece.Is(SenseKind.About) && !piece.Is(SenseKind.More) && !piece.Is(SenseKind.Topic, "loaded") && !piece.Is(SenseKind.Noun, "members") && !piece.Is(SenseKind.Verb, "explain") && !piece.Is(SenseKind.Verb, "greet") && !piece.Is(SenseKind.Years) && !piece.Is(SenseKind.Follow) && !piece.Is(SenseKind.Asked, "description"));
        if (sentence.Has(SenseKind.Topic, "joined") && !sentence.Has(SenseKind.DocumentTitle) && !sentence.Has(SenseKind.Noun, "resources") && question.Filter.Types is [])
        {
            return question with { Topic = Topic.Members, Filter = new Filter { Members = question.Filter.Members } };
        }

        if (bare && !others && !sentence.HasVerb("brief") && !sentence.HasVerb("count"))
        {
            return question with { Topic = Topic.Members };
        }

        return sentence.Has(SenseKind.Noun, "members") && !sentence.Has(SenseKind.Noun, "commitments") && question.Filter == Filter.None && !others
            ? question with { Topic = Topic.Members, Verb = sentence.HasVerb("count") ? Verb.Count : Verb.Find }
            : null;
    }

    private Question Lists() => new ListReading(sentence, question, By(), Across(), Groupable).Read();

    private Question WithWords(Question asked) => new ListReading(sentence, asked, null, null, Groupable).Words();

    /// <summary>What to group by: "by area", "per plan", "each year".</summary>
    private Field? By() => Grouped().Select(field => (Field?)field).FirstOrDefault();

    private Field? Across() => Grouped().Distinct().Skip(1).Select(field => (Field?)field).FirstOrDefault();

    private IEnumerable<Field> Grouped()
    {
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            if (!sentence.Pieces[at].Is(SenseKind.By) && !sentence.Pieces[at].Is(SenseKind.Pivot))
            {
                continue;
            }

            for (var next = at + 1; next < sentence.Pieces.Count; next++)
            {
                var piece = sentence.Pieces[next];
                if (Noun(piece) is { } field && Groupable.Contains(field))
                {
                    yield return field;
                }
                else if (!piece.Is(SenseKind.And) && !piece.IsFiller && !piece.Is(SenseKind.By) && !piece.Is(SenseKind.Pivot) && piece.Token is not Pause)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The fact that a noun names: area, year, plan.</summary>
    internal static Field? Noun(Piece piece) => (piece.Value(SenseKind.Noun) ?? piece.Value(SenseKind.Asked)) switch
    {
        "areas" or "area" => Field.Area,
        "years" or "year" => Field.Year,
        "plans" or "plan" => Field.Plan,
        "members" or "member" => Field.Member,
        "types" => Field.Type,
        "formats" => Field.Format,
        "status" => Field.Status,
        "completion" => Field.Completion,
        "lead" => Field.Lead,
        _ when piece.Is(SenseKind.Star) => Field.Star,
        _ => null,
    };
}
