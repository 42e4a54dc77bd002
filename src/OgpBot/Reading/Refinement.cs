using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Merges a fragment such as "only starred", "and in 2019?" or "by area" into the last question.</summary>
internal sealed class Refinement(Sentence sentence, Question read, bool namesTopic, Context context)
{
    private static readonly string[] Openers = ["in", "en", "for", "para", "from", "de", "del", "since", "desde", "after", "before", "with", "con", "without", "sin", "except", "excepto", "but", "pero", "between", "entre", "not", "no"];

    /// <summary>The last question as the fragment changes it; the fragment's own question when it stands by itself.</summary>
    public Question Apply()
    {
        if (context.Last is not { } last || last.Verb is Verb.Help or Verb.Greet or Verb.Thank or Verb.Explain)
        {
            return read;
        }

        if (OfRecord(last) is { } fact)
        {
            return fact;
        }

        if (Lists(last))
        {
            return last with { Verb = Verb.Find, By = null, Across = null, Top = null, Fewest = false, Page = 1, Notices = [] };
        }

        if (read.Verb is not (Verb.Find or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot or Verb.Brief or Verb.Unclear) || !IsFragment())
        {
            return read;
        }

        var also = sentence.Has(SenseKind.Follow, "also");
        var next = sentence.Has(SenseKind.Follow, "swap") ? read.Filter with { Areas = read.Filter.Areas.Except(last.Filter.Areas).ToValues(), Years = read.Filter.Years.Except(last.Filter.Years).ToValues() } : read.Filter;
        var before = Dropped(last.Filter);
        var filter = Merge(before, RelativeTo(before, next), also);
        if (filter == last.Filter && read.By is null && read.Verb is Verb.Find or Verb.Unclear && read.Sort == last.Sort && read.Topic == last.Topic && !sentence.Has(SenseKind.Sort))
        {
            return read;
        }

        var compares = read.Verb == Verb.Compare || last.Verb == Verb.Compare && read.Verb == Verb.Find;
        var topic = read.Topic == Topic.Commitments || read.Topic == Topic.Plans && last.Topic is Topic.Commitments or Topic.Resources ? last.Topic : read.Topic;
        return last with
        {
            Verb = VerbAfter(last),
            Topic = topic,
            Filter = compares ? Merge(last.Filter, read.Filter, also: true) : read.Topic == Topic.Resources && last.Topic != Topic.Resources ? new Filter { Members = filter.Members, Years = filter.Years, Types = filter.Types, Words = read.Filter.Words } : filter,
            By = read.By ?? (read.Verb is Verb.Find or Verb.Unclear && VerbAfter(last) != Verb.Find ? last.By : null),
            Across = read.Across,
            Top = read.Top,
            Fewest = read.Fewest,
            Sort = read.Sort,
            Asked = [],
            Term = null,
            Page = 1,
            Notices = read.Notices,
        };
    }

    /// <summary>"Any year, but only the starred ones": what is dropped goes before the rest is merged.</summary>
    private Filter Dropped(Filter filter)
    {
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            if (sentence.Pieces[at].Is(SenseKind.Follow, "drop") && sentence.Beside(at, 1) is { } dropped)
            {
                filter = FollowUps.Without(filter, dropped);
            }
        }

        return filter;
    }

    /// <summary>"The plan before that one" counts from the plan or year that was asked about.</summary>
    private Filter RelativeTo(Filter last, Filter next)
    {
        int? plan = last.Plans is [var number] ? number
            : last.Years is [{ From: { } year, To: var to }] && to == year ? sentence.Book.Vocabulary.Plans.FirstOrDefault(entry => entry.Year == year)?.Number
            : null;
        return sentence.Has(SenseKind.Plan, "previous") && next.Plans is [_] && plan > 1 ? next with { Plans = [plan.Value - 1] } : next;
    }

    /// <summary>A verb that is named wins. A ranking of areas that is narrowed to one area becomes a list.</summary>
    private Verb VerbAfter(Question last) =>
        read.Verb is not (Verb.Find or Verb.Unclear) ? read.Verb
        : last.Verb is Verb.Show or Verb.Cite ? Verb.Find
        : last.By switch
        {
            Field.Area when read.Filter.Areas.Count > 0 && last.Verb != Verb.Compare => Verb.Find,
            Field.Year when read.Filter.Years.Count > 0 && last.Verb != Verb.Compare => Verb.Find,
            Field.Plan when (read.Filter.Plans.Count > 0 || read.Filter.CurrentPlan) && last.Verb != Verb.Compare => Verb.Find,
            _ => last.Verb,
        };

    /// <summary>"List them", "which ones?" after a figure.</summary>
    private bool Lists(Question last) => last.Verb is Verb.Find or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot or Verb.Brief
        && read.Filter == Filter.None && read.By is null && (sentence.HasVerb("find") || sentence.Has(SenseKind.Follow, "only"))
        && sentence.Pieces.All(piece => piece.IsFiller || piece.Is(SenseKind.Verb, "find") || piece.Is(SenseKind.Follow) || piece.Is(SenseKind.PickNoun) || piece.Is(SenseKind.Noun, "commitments"));

    /// <summary>"Who leads it?", "source?" after one record.</summary>
    private Question? OfRecord(Question last)
    {
        if (last.Verb is not (Verb.Show or Verb.Cite) || last.Filter.Ids is not [{ } range] || range.First != range.Last || read.Filter.Ids.Count > 0 || sentence.Has(SenseKind.Noun, "resources"))
        {
            return null;
        }

        if (sentence.HasVerb("cite") && read.Filter.Members is [])
        {
            return last with { Verb = Verb.Cite, Asked = [], Notices = [] };
        }

        var asked = sentence.Pieces.Select(piece => piece.Value(SenseKind.Asked)).OfType<string>().Select(value => Enum.Parse<Field>(value, ignoreCase: true)).ToValues();
        var star = read.Filter == new Filter { Starred = true } && sentence.Pieces.Any(piece => piece.Text is "it" or "is" or "es" or "esta");
        return read.Filter == Filter.None && asked.Count > 0 && (read.Verb is Verb.Find or Verb.Unclear || read.Verb == Verb.Explain && !sentence.HasVerb("explain")) && !namesTopic
            ? last with { Verb = Verb.Show, Asked = asked, Notices = [] }
            : star ? last with { Verb = Verb.Show, Asked = [Field.Star], Notices = [] } : null;
    }

    private bool IsFragment()
    {
        var content = sentence.Pieces.Where(piece => piece.Token is not Pause).ToList();
        if (content is [])
        {
            return false;
        }

        var commitments = sentence.Has(SenseKind.Noun, "commitments");
        var first = content[0];
        var telling = content.FirstOrDefault(piece => !piece.IsFiller || piece.Is(SenseKind.Follow)) ?? first;
        var opened = telling.Is(SenseKind.Follow) || telling.Is(SenseKind.Not) || content[^1].Is(SenseKind.Follow, "only") || first.Is(SenseKind.Follow) || first.Is(SenseKind.And) && !first.Is(SenseKind.Noun);
        var points = content.Any(piece => piece.Is(SenseKind.Follow, "only") && piece.Text is "those" or "these" or "them" or "of those" or "of them" or "of these" or "de esos" or "de estos" or "de ellos" or "esos" or "estos" or "which of those" or "which of these" or "which of them" or "cuales de esos" or "cuales de ellos");
        var only = first.Is(SenseKind.Follow, "only");
        if (points || opened && (!commitments || only || first.Is(SenseKind.Follow, "replace") && read.Filter.Members is []) && !(only && commitments && read.Filter.Members.Count > 0))
        {
            return true;
        }

        if (commitments || sentence.Has(SenseKind.Noun, "resources") || sentence.Has(SenseKind.Noun, "plans") && read.Topic == Topic.Plans && !Openers.Contains(first.Text))
        {
            return false;
        }

        var asks = sentence.Folded.EndsWith('?');
        var last = context.Last!.Filter;
        return Openers.Contains(first.Text)
            || content.Any(piece => piece.Is(SenseKind.PickNoun) && piece.Text is "one" or "ones")
            || read.Filter == Filter.None && (read.By is not null || read.Sort != Sort.Newest || read.Verb == Verb.Count) && QuestionReading.Noun(first) is null
            || read.Verb == Verb.Count && !sentence.Has(SenseKind.Noun, "areas") && !sentence.Has(SenseKind.Noun, "members") && read.Filter.Members is []
            || sentence.Has(SenseKind.Sort) && content.TrueForAll(piece => piece.IsFiller || piece.Is(SenseKind.Sort))
            || content.Any(piece => piece.Is(SenseKind.Follow, "also"))
            || read.Verb == Verb.Compare && (sentence.Has(SenseKind.Years) || first.Is(SenseKind.Verb, "compare")) && read.Filter.Years.Count + read.Filter.Plans.Count + read.Filter.Areas.Count == 1
            || OnlyYears(read.Filter) && last.Years.Count > 0 && (asks || content.Count == 1)
            || asks && read.Verb == Verb.Find && content.Count(piece => !piece.IsFiller) == 1 && read.Filter != Filter.None && !sentence.HasVerb("explain") && read.Filter.Members is [];
    }

    private static bool OnlyYears(Filter filter) => filter.Years.Count > 0 && filter with { Years = [] } == Filter.None;

    private static Filter Merge(Filter last, Filter next, bool also)
    {
        Values<T> Either<T>(Values<T> before, Values<T> now) => now is [] ? before : also ? before.Union(now).ToValues() : now;
        var plansNamed = next.Plans.Count > 0 || next.CurrentPlan;
        return last with
        {
            Ids = [],
            Members = Either(last.Members, next.Members),
            Areas = next.NoArea ? [] : Either(last.Areas, next.Areas).Except(next.NotAreas).ToValues(),
            NotAreas = next.Areas.Count > 0 ? last.NotAreas.Except(next.Areas).ToValues() : last.NotAreas.Union(next.NotAreas).ToValues(),
            NoArea = next.NoArea || last.NoArea && next.Areas is [],
            Years = plansNamed && !also && next.Years is [] ? [] : Either(last.Years, next.Years),
            NotYears = next.Years.Count > 0 ? [] : last.NotYears.Union(next.NotYears).ToValues(),
            Plans = next.Years.Count > 0 && !also || next.CurrentPlan && !also ? next.Plans : Either(last.Plans, next.Plans),
            NotPlans = last.NotPlans.Union(next.NotPlans).ToValues(),
            CurrentPlan = next.CurrentPlan || last.CurrentPlan && next.Plans is [] && next.Years is [],
            Starred = next.Starred ?? last.Starred,
            Fields = Either(last.Fields, next.Fields),
            Types = Either(last.Types, next.Types),
            NotTypes = last.NotTypes.Union(next.NotTypes).ToValues(),
            Formats = Either(last.Formats, next.Formats),
            Dimensions = Either(last.Dimensions, next.Dimensions),
            Words = Either(last.Words, next.Words),
            NotWords = last.NotWords.Union(next.NotWords).ToValues(),
            Title = next.Title ?? (next == Filter.None || next.Words is [] ? last.Title : null),
        };
    }
}
