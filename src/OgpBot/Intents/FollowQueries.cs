using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>The canonical queries that choices about following say.</summary>
internal static class FollowQueries
{
    public static string List => CanonicalQuery.Print(new Question { Verb = Verb.Subscriptions });

    public static string Of(Verb verb, long subscription) =>
        CanonicalQuery.Print(new Question { Verb = verb, Follow = new Follow { Subscriptions = [subscription] } });

    /// <summary>The lists of a question about following, as canonical queries of their own.</summary>
    public static IReadOnlyList<string> Lists(Question question) =>
        [CanonicalQuery.Print(new Question { Topic = question.Topic, Filter = question.Filter }), .. question.Follow?.Also ?? []];

    /// <summary>The same wish with another follow part.</summary>
    public static string With(Question question, Func<Follow, Follow> change) =>
        CanonicalQuery.Print(question with { Follow = change(question.Follow ?? new Follow()), Notices = [] });

    public static string At(Question question, Timing timing) => With(question, follow => follow with { Timing = timing });

    /// <summary>What a subscription says, as a wish that sets it again; null when the catalog can no longer read it.</summary>
    public static string? Again(Subscription subscription, IReadOnlyList<Question> lists) => lists.Count != subscription.Queries.Count || lists is not [var first, ..] ? null
        : CanonicalQuery.Print(new Question
        {
            Verb = Verb.Subscribe,
            Topic = first.Topic,
            Filter = first.Filter,
            Follow = new Follow
            {
                Timing = Following.TimingOf(subscription.Cadence),
                Also = lists.Skip(1).Select(CanonicalQuery.Print).ToValues(),
                Changes = subscription.Watch == Watch.Changes,
                ForMe = subscription.Personal,
                Confirmed = true,
            },
        });
}
