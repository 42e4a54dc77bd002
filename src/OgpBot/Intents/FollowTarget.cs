using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Which subscriptions a question means: by number, by what they follow, or the only one there is.</summary>
/// <param name="Meant">What to act on; empty when <paramref name="Instead"/> says why.</param>
/// <param name="Instead">A question back, or why there is nothing; null when something is meant.</param>
internal sealed record FollowTarget(Follower? Follower, IReadOnlyList<Subscription> Meant, Reply? Instead)
{
    public static async Task<FollowTarget> OfAsync(string intent, Question question, Following following, CancellationToken cancellationToken)
    {
        var (texts, follow) = (FollowedTexts.In(question.Language), question.Follow ?? new Follow());
        if (Following.OriginOf(question) is not { } origin)
        {
            return new(null, [], FollowReplies.Say(intent, question, texts.CannotBeHere));
        }

        if (follow.Subscriptions.Count > 0)
        {
            List<Subscription> found = [];
            foreach (var id in follow.Subscriptions.Take(Subscriptions.MostPerPlace))
            {
                found.AddRange(await following.Subscriptions.FindAsync(id, origin, cancellationToken) is { } one ? [one] : Array.Empty<Subscription>());
            }

            return found.Count > 0 ? new(origin, found, null) : new(origin, [], FollowReplies.Say(intent, question, texts.NotHere));
        }

        var alone = follow.ForMe == true && !origin.Asker.IsAlone;
        var all = await following.HereAsync(origin, alone, cancellationToken);

        // What somebody follows alone is nobody else's business: it is never listed in a channel.
        async Task<FollowTarget> ListAsync(string said) =>
            new(origin, [], alone ? FollowReplies.Say(intent, question, texts.Elsewhere) : await ListSubscriptions.ListAsync(intent, question, origin, all, said, following, cancellationToken));

        if (all.Count == 0 || follow.All)
        {
            return all.Count > 0 ? new(origin, all, null) : await ListAsync(texts.Nothing(origin.Asker.IsAlone));
        }

        if (follow.Numbers.Count > 0)
        {
            return follow.Numbers.FirstOrDefault(number => number > all.Count) is > 0 and var absent
                ? await ListAsync(texts.NoSuchNumber(absent))
                : new(origin, [.. follow.Numbers.Select(number => all[number - 1])], null);
        }

        var matching = await MatchingAsync(question, all, following, cancellationToken);
        return matching switch
        {
            [var only] => new(origin, [only], null),
            [] => await ListAsync(texts.NoneMatches),
            _ => await ListAsync(texts.Which),
        };
    }

    private static async Task<IReadOnlyList<Subscription>> MatchingAsync(Question question, IReadOnlyList<Subscription> all, Following following, CancellationToken cancellationToken)
    {
        List<Subscription> matching = [];
        List<Subscription> sameTopic = [];
        foreach (var subscription in all)
        {
            var lists = await following.QuestionsAsync(subscription.Queries, cancellationToken);
            if (lists.Any(list => Holds(list.Filter, question.Filter)))
            {
                matching.Add(subscription);
            }

            if (lists.Any(list => list.Topic == question.Topic && Holds(list.Filter, question.Filter)))
            {
                sameTopic.Add(subscription);
            }
        }

        // "The justice digest" names no kind of record; "the resources digest" names nothing else.
        return sameTopic.Count > 0 && (question.Topic != Topic.Commitments || question.Filter != Filter.None) ? sameTopic
            : question.Filter == Filter.None && question.Topic is not (Topic.Commitments or Topic.Members) ? []
            : matching;
    }

    /// <summary>Every condition that was named is one of the list's.</summary>
    private static bool Holds(Filter list, Filter named) =>
        named.Members.All(list.Members.Contains) && named.Areas.All(list.Areas.Contains) && named.Types.All(list.Types.Contains) && named.Ids.All(list.Ids.Contains)
        && named.Years.All(list.Years.Contains) && named.Words.All(list.Words.Contains) && (named.Starred is null || named.Starred == list.Starred);
}
