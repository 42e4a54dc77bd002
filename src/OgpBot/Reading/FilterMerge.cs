using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>The conditions of a follow-up laid over those of the question before.</summary>
internal static class FilterMerge
{
    /// <param name="also">Values of one kind join those before; otherwise they take their place.</param>
    public static Filter Of(Filter last, Filter next, bool also)
    {
        Values<T> Either<T>(Values<T> before, Values<T> now) => now is [] ? before : also ? before.Union(now).ToValues() : now;
        var plansNamed = next.Plans.Count > 0 || next.CurrentPlan;
        return last with
        {
            Ids = [],
            Members = next.Regions is [] && !next.AllMembers || also ? Either(last.Members, next.Members) : next.Members,
            NotMembers = last.NotMembers.Union(next.NotMembers).Except(next.Members).ToValues(),
            AllMembers = next.AllMembers || last.AllMembers && next.Members is [] && next.Regions is [],
            Regions = next.Members is [] && !next.AllMembers || also ? Either(last.Regions, next.Regions) : next.Regions,
            Level = next.Level ?? (next.Members is [] && !next.AllMembers ? last.Level : null),
            NotRegions = last.NotRegions.Union(next.NotRegions).Except(next.Regions).ToValues(),
            Areas = next.NoArea ? [] : Either(last.Areas, next.Areas).Except(next.NotAreas).ToValues(),
            NotAreas = next.Areas.Count > 0 ? last.NotAreas.Except(next.Areas).ToValues() : last.NotAreas.Union(next.NotAreas).ToValues(),
            NoArea = next.NoArea || last.NoArea && next.Areas is [],
            Years = plansNamed && !also && next.Years is [] ? [] : Either(last.Years, next.Years),
            NotYears = next.Years.Count > 0 ? [] : last.NotYears.Union(next.NotYears).ToValues(),
            Plans = next.Years.Count > 0 && !also || next.CurrentPlan && !also ? next.Plans : Either(last.Plans, next.Plans),
            NotPlans = last.NotPlans.Union(next.NotPlans).ToValues(),
            CurrentPlan = next.CurrentPlan || last.CurrentPlan && next.Plans is [] && next.Years is [],
            Starred = next.Starred ?? last.Starred,
            Fields = [.. last.Fields.Where(before => also || next.Fields.All(now => now.Field != before.Field)).Union(next.Fields)],
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
