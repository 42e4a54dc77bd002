using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;

namespace OgpBot.Digests;

/// <summary>Which of some changes are news for these queries.</summary>
internal sealed class DigestReader(CatalogStore catalog, CatalogFile file)
{
    /// <summary>Records of a group that are shown.</summary>
    public const int MostShown = 10;

    // In the order in which people look for them.
    private static readonly Topic[] Topics = [Topic.Resources, Topic.Commitments, Topic.Plans, Topic.Posts];

    private readonly RecordPicks picks = new(file);

    /// <summary>True for lists of commitments, resources, plans and posts.</summary>
    public static bool CanFollow(Question question) => Topics.Contains(question.Topic);

    public async Task<DigestContent> ReadAsync(
        IReadOnlyList<Question> queries, Watch watch, IReadOnlyList<Change> changes, Language language, CancellationToken cancellationToken)
    {
        var news = News.Of(changes).ToLookup(one => one.Kind, StringComparer.Ordinal);
        List<DigestGroup> groups = [];
        List<MemberLoad> loads = [];
        foreach (var topic in Topics)
        {
            var lists = queries.Where(query => query.Topic == topic).ToList();
            foreach (var what in new[] { What.New, What.Changed, What.Removed })
            {
                var found = await FindAsync(lists, watch, [.. news[KindOf(topic)].Where(one => one.What == what)], cancellationToken);
                if (found.Count > 0)
                {
                    groups.Add(await GroupAsync(topic, what, found, language, cancellationToken));
                }
            }

            loads.AddRange(await LoadsAsync(topic, lists, changes, cancellationToken));
        }

        return new(groups, loads);
    }

    private static string KindOf(Topic topic) => topic switch
    {
        Topic.Resources => RecordKind.Resources,
        Topic.Plans => RecordKind.Plans,
        Topic.Posts => RecordKind.Posts,
        _ => RecordKind.Commitments,
    };

    /// <summary>Those that any of the lists holds, by member and then newest first.</summary>
    private async Task<IReadOnlyList<News>> FindAsync(IReadOnlyList<Question> lists, Watch watch, IReadOnlyList<News> news, CancellationToken cancellationToken)
    {
        Dictionary<string, News> found = [];
        foreach (var list in lists)
        {
            // Who follows single records wants to know whatever happens to them.
            var all = watch == Watch.Changes || list.Filter.Ids.Count > 0;
            var candidates = news
                .Where(one => (all || one.What == What.New || one.ChangesFacts) && (list.Filter.Members.Count == 0 || list.Filter.Members.Contains(one.Member)))
                .ToDictionary(one => one.Key, StringComparer.Ordinal);
            foreach (var key in candidates.Count == 0 ? [] : await PickAsync(list, candidates, cancellationToken))
            {
                found.TryAdd(key, candidates[key]);
            }
        }

        return [.. found.Values.OrderBy(one => one.Member, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<string>> PickAsync(Question list, Dictionary<string, News> candidates, CancellationToken cancellationToken) => candidates.Values.First().What == What.Removed
        ? candidates.Keys.Where(key => HeldRemoved(list.Filter, key))
        : list.Topic switch
        {
            Topic.Resources => await picks.ResourcesAsync(list.Filter, candidates.Keys, cancellationToken),
            Topic.Posts => await picks.PostsAsync(list.Filter, candidates.Keys, cancellationToken),
            Topic.Plans => (await catalog.PlansAsync(list.Filter, cancellationToken)).Select(Fingerprint.KeyOf).Where(candidates.ContainsKey).Reverse(),
            _ => await picks.CommitmentsAsync(list.Filter, candidates.Keys, cancellationToken),
        };

    /// <summary>What a removed record was is not known any more, but for its member and ID.</summary>
    private static bool HeldRemoved(Filter filter, string key) => filter.Ids.Count > 0
        ? filter.Ids.Any(range => string.CompareOrdinal(key, range.First) >= 0 && string.CompareOrdinal(key, range.Last) <= 0)
        : filter with { Members = [] } == Filter.None;

    private async Task<DigestGroup> GroupAsync(Topic topic, What what, IReadOnlyList<News> found, Language language, CancellationToken cancellationToken)
    {
        var members = found.CountBy(one => one.Member, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var items = new DigestItems(language, found.ToDictionary(one => one.Key, StringComparer.Ordinal), withMember: members.Count > 1);
        string[] shown = [.. found.Take(MostShown).Select(one => one.Key)];
        switch (topic)
        {
            case Topic.Resources:
                var resources = what == What.Removed ? await picks.RemovedResourcesAsync(shown, cancellationToken) : await picks.ResourcesAsync(shown, cancellationToken);
                return new(topic, what, [.. resources.Select(items.Of)], members, Documents(resources.Select(record => record.Source)));
            case Topic.Posts:
                var posts = await picks.PostsAsync(shown, cancellationToken);
                return new(topic, what, [.. posts.Select(items.Of)], members, Documents(posts.Select(record => record.Source)));
            case Topic.Plans:
                var plans = (await catalog.PlansAsync(new Filter { Members = members.Keys.ToValues() }, cancellationToken)).Where(plan => shown.Contains(Fingerprint.KeyOf(plan))).ToList();
                return new(topic, what, [.. plans.Select(items.Of)], members, Documents(plans.Select(record => record.Source)));
            default:
                var commitments = what == What.Removed ? await picks.RemovedCommitmentsAsync(shown, cancellationToken) : await picks.CommitmentsAsync(shown, cancellationToken);
                return new(topic, what, [.. commitments.Select(items.Of)], members, Documents(commitments.Select(record => record.Source)));
        }
    }

    private async Task<IReadOnlyList<MemberLoad>> LoadsAsync(Topic topic, List<Question> lists, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var loaded = changes.Where(change => change.What == What.Loaded && LoadedKinds.Has(change.After, KindOf(topic))).Select(change => change.Member).Distinct(StringComparer.Ordinal);
        List<MemberLoad> loads = [];
        foreach (var member in loaded)
        {
            foreach (var list in lists.Where(list => list.Filter.Members.Count == 0 || list.Filter.Members.Contains(member)))
            {
                var filter = list.Filter with { Members = [member] };
                if (await CountAsync(topic, filter, cancellationToken) is > 0 and var count)
                {
                    loads.Add(new(member, topic, count, Queries.To(Verb.Find, topic, filter)));
                    break;
                }
            }
        }

        return loads;
    }

    private async Task<int> CountAsync(Topic topic, Filter filter, CancellationToken cancellationToken) => topic switch
    {
        Topic.Resources => (await catalog.FindResourcesAsync(filter, Sort.Newest, 0, 0, cancellationToken)).Total,
        Topic.Posts => (await catalog.FindPostsAsync(filter, 0, 0, cancellationToken)).Total,
        Topic.Plans => (await catalog.PlansAsync(filter, cancellationToken)).Count,
        _ => await catalog.CountCommitmentsAsync(filter, cancellationToken),
    };

    private static IReadOnlyList<string> Documents(IEnumerable<Source> sources) => [.. sources.Select(source => source.Document).Distinct(StringComparer.Ordinal)];
}
