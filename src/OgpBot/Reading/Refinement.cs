using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Merges a fragment such as "only starred", "and in 2019?" or "by area" into the last question.</summary>
internal sealed class Refinement(Sentence sentence, Question read, bool namesTopic, Context context)
{
    /// <summary>The last question as the fragment changes it; the fragment's own question when it stands by itself.</summary>
    public Question Apply()
    {
        if (context.Last is not { } last || last.Verb is Verb.Help or Verb.Greet or Verb.Thank or Verb.Explain)
        {
            return read;
        }

        if ((OfRecord(last) ?? OfList(last)) is { } fact)
        {
            return fact;
        }

        // "Which one has the most?", after which countries have some.
        if (last is { Topic: Topic.Members, Verb: Verb.Find } && last.Filter.OfContent() != Filter.None && read.Filter == Filter.None && !namesTopic && (sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest)))
        {
            return last with { Topic = Topic.Commitments, Verb = Verb.Rank, By = Field.Member, Fewest = sentence.Has(SenseKind.Fewest), Page = 1, Notices = [] };
        }

        if (Lists(last))
        {
            return last with { Verb = Verb.Find, By = null, Across = null, Top = null, Fewest = false, Page = 1, Notices = [] };
        }

        if (read.Verb is not (Verb.Find or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot or Verb.Brief or Verb.Unclear))
        {
            return read;
        }

        if (last.Filter.Ids.Count > 0 && Theirs(last) is { } ofOwner)
        {
            return ofOwner;
        }

        if (!new Fragment(sentence, read, last).Is)
        {
            return Theirs(last) ?? read;
        }

        var also = sentence.Has(SenseKind.Follow, "also");
        var before = Dropped(last.Filter);
        var filter = FilterMerge.Of(before, RelativeTo(before, Swapped(last.Filter)), also);
        if (filter == last.Filter && read.By is null && read.Verb is Verb.Find or Verb.Unclear && read.Sort == last.Sort && read.Topic == last.Topic && !sentence.Has(SenseKind.Sort))
        {
            return read.Filter == Filter.None ? read : last with { Page = 1, Notices = read.Notices };
        }

        var compares = read.Verb == Verb.Compare || last.Verb == Verb.Compare && read.Verb == Verb.Find;
        // "Those from Slovakia", after which countries have some, are what Slovakia has.
        var ofMember = last is { Topic: Topic.Members, Verb: Verb.Find } && last.Filter.OfContent() != Filter.None && read.Filter.Members.Count > 0 && sentence.Has(SenseKind.PickNoun);
        var topic = ofMember ? Topic.Commitments : read.Topic is Topic.Commitments or Topic.Members || read.Topic == Topic.Plans && last.Topic is Topic.Commitments or Topic.Resources ? last.Topic : read.Topic;
        return last with
        {
            Verb = VerbAfter(last),
            Topic = topic,
            Filter = compares ? Compared(last)
                : read.Topic == Topic.Resources && last.Topic != Topic.Resources ? ForResources(filter)
                : filter,
            By = compares && read.Filter.Members.Count > 0 && last.Filter.Members.Count > 0 ? Field.Member : read.By ?? (read.Verb is Verb.Find or Verb.Unclear && VerbAfter(last) != Verb.Find ? last.By : null),
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

    /// <summary>"Their commitments", "sus planes": of the members that were asked about.</summary>
    private Question? Theirs(Question last) => (last.Filter.Ids is [var one, ..] ? OfId(one) : last.Filter.OfMembers()) is var members && members != Filter.None && read.Filter.OfMembers() == Filter.None
        && Enumerable.Range(0, sentence.Pieces.Count).Any(at => sentence.Pieces[at].Text is "their" or "its" or "sus" or "su" or "they"
            && sentence.Beside(at, 1)?.IsAny(SenseKind.Noun, SenseKind.Star, SenseKind.Most, SenseKind.Top, SenseKind.Area, SenseKind.Plan, SenseKind.Fact) == true)
        ? read with { Filter = FilterMerge.Of(members, read.Filter, also: false) }
        : null;

    /// <summary>The member whose letters the ID begins with.</summary>
    private Filter OfId(IdRange id) =>
        new() { Members = sentence.Book.Vocabulary.Members.Where(member => member.Prefix == new string([.. id.First.TakeWhile(char.IsLetter)])).Select(member => member.Name).ToValues() };

    /// <summary>What is compared is joined by more of its kind; every other condition is replaced: "and on justice?".</summary>
    private Filter Compared(Question last)
    {
        if (read.Verb == Verb.Compare)
        {
            return FilterMerge.Of(last.Filter, read.Filter, also: true);
        }

        var (before, filter) = (last.Filter, FilterMerge.Of(last.Filter, read.Filter, also: false));
        return last.By switch
        {
            Field.Member => filter with { Members = before.Members.Union(filter.Members).ToValues() },
            Field.Region => filter with { Regions = before.Regions.Union(filter.Regions).ToValues() },
            Field.Area => filter with { Areas = before.Areas.Union(filter.Areas).ToValues() },
            Field.Year => filter with { Years = before.Years.Union(filter.Years).ToValues() },
            Field.Plan => filter with { Plans = before.Plans.Union(filter.Plans).ToValues() },
            _ => FilterMerge.Of(before, read.Filter, also: true),
        };
    }

    /// <summary>"Replace justice with environment": of the two, the one that was not asked about stays.</summary>
    private Filter Swapped(Filter last) => !sentence.Has(SenseKind.Follow, "swap") ? read.Filter : read.Filter with
    {
        Areas = read.Filter.Areas.Except(last.Areas).ToValues(),
        Years = read.Filter.Years.Except(last.Years).ToValues(),
    };

    /// <summary>What of a question about commitments also holds for resources.</summary>
    private Filter ForResources(Filter filter) => filter.OfMembers() with { Years = filter.Years, Types = filter.Types, Words = read.Filter.Words };

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
            Field.Member when last.Verb == Verb.Rank && read.Filter.Members.Count == 1 => Verb.Find,
            Field.Year when read.Filter.Years.Count > 0 && last.Verb != Verb.Compare => Verb.Find,
            Field.Plan when (read.Filter.Plans.Count > 0 || read.Filter.CurrentPlan) && last.Verb != Verb.Compare => Verb.Find,
            _ => last.Verb,
        };

    /// <summary>"List them", "which ones?" after a figure.</summary>
    private bool Lists(Question last) => last.Verb is Verb.Find or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot or Verb.Brief
        && read.Filter == Filter.None && read.By is null && (sentence.HasVerb("find") || sentence.Has(SenseKind.Follow, "only"))
        && sentence.Pieces.All(piece => piece.IsFiller || piece.Is(SenseKind.Verb, "find") || piece.IsAny(SenseKind.Follow, SenseKind.PickNoun) || piece.Is(SenseKind.Noun, "commitments"));

    /// <summary>"What is their impact?" after a list.</summary>
    private Question? OfList(Question last) => last is { Verb: Verb.Find, Topic: Topic.Commitments } && !namesTopic && context.Listed.Count > 1 && read.Filter == Filter.None && read.Verb is Verb.Find or Verb.Unclear
        && sentence.AskedFields().Where(field => field is not (Field.Area or Field.Year or Field.Plan or Field.Member or Field.Title or Field.Star)).Distinct().ToValues() is { Count: > 0 } asked && sentence.Pieces.All(piece => piece.IsFiller || piece.IsAny(SenseKind.Asked, SenseKind.Verb, SenseKind.Follow, SenseKind.And, SenseKind.PickNoun))
        ? last with { Asked = asked, Page = 1, Notices = [] } : null;

    /// <summary>"Who leads it?", "source?" after one record.</summary>
    private Question? OfRecord(Question last)
    {
        if (last.Verb is not (Verb.Show or Verb.Cite) || last.Filter.Ids is not [{ } range] || range.First != range.Last || read.Filter.Ids.Count > 0 || sentence.Names("resources"))
        {
            return null;
        }

        if (sentence.HasVerb("cite") && read.Filter.Members is [])
        {
            return last with { Verb = Verb.Cite, Asked = [], Notices = [] };
        }

        var asked = sentence.AskedFields().ToValues();
        var aside = read.Verb is Verb.Find or Verb.Unclear || read.Verb == Verb.Explain && !sentence.HasVerb("explain");
        var star = read.Filter == new Filter { Starred = true } && sentence.Pieces.Any(piece => piece.Text is "it" or "is" or "es" or "esta");
        return read.Filter == Filter.None && asked.Count > 0 && aside && !namesTopic ? last with { Verb = Verb.Show, Asked = asked, Notices = [] }
            : star ? last with { Verb = Verb.Show, Asked = [Field.Star], Notices = [] }
            : null;
    }

}
