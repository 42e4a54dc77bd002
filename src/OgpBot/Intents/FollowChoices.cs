using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The next steps of answers about following.</summary>
internal static class FollowChoices
{
    private static readonly TimeOnly Nine = new(9, 0);

    private const int Monday = 1;

    private const int Friday = 5;

    /// <summary>Yes, another day, another zone, for whom, no.</summary>
    public static IEnumerable<Choice> OfPreview(Question question, Due due)
    {
        var texts = FollowTexts.In(question.Language);
        var timing = question.Follow!.Timing;
        return
        [
            new(texts.Yes, FollowQueries.With(question, follow => follow with { Confirmed = true })),
            .. due.IsZoneKnown || due.Cadence.Rhythm == Rhythm.AtOnce ? Array.Empty<Choice>() : Zone(question, timing),
            .. Others(timing).Take(2).Select(other => new Choice(Label(other, question.Language), FollowQueries.At(question, other))),
            .. Whom(question),
            new(texts.No, FollowQueries.With(new Question { Verb = Verb.Subscribe }, follow => follow with { Dropped = true })),
        ];
    }

    /// <summary>The other of person and place, where both can be told.</summary>
    public static IEnumerable<Choice> Whom(Question question)
    {
        var texts = FollowTexts.In(question.Language);
        return question.Asker is not { IsAlone: false, PersonRoute: not null, PlaceRoute: not null } ? []
            : question.Follow?.ForMe == true ? [new(texts.Place, FollowQueries.With(question, follow => follow with { ForMe = false, Confirmed = false }))]
            : [new(texts.OnlyMe, FollowQueries.With(question, follow => follow with { ForMe = true, Confirmed = false }))];
    }

    /// <summary>Rhythms that work, for a question whose own did not.</summary>
    public static IEnumerable<Choice> Timings(Question question)
    {
        var timing = (question.Follow?.Timing ?? Timing.Unsaid) with { Unread = null };
        return from other in Usual(timing) select new Choice(Label(other, question.Language), FollowQueries.At(question, other));
    }

    /// <summary>What people follow.</summary>
    public static IEnumerable<Choice> Lists(Question question)
    {
        var texts = DigestTexts.In(question.Language);
        Question Wish(Topic topic, Filter filter) => question with { Topic = topic, Filter = filter, Follow = (question.Follow ?? new Follow()) with { Open = false, Also = [] } };
        return from wish in new[] { Wish(Topic.Resources, Filter.None), Wish(Topic.Commitments, new Filter { Starred = true }), Wish(Topic.Commitments, Filter.None), Wish(Topic.Plans, Filter.None) }
               select new Choice(Phrase.UpperFirst(texts.What(wish.Topic, wish.Filter)), CanonicalQuery.Print(wish));
    }

    /// <summary>The lists themselves, where they cannot be followed.</summary>
    public static IEnumerable<Choice> OfLists(Question question, string what) =>
        [new(Phrase.UpperFirst(what), FollowQueries.Lists(question)[0]), new(TalkTexts.In(question.Language).HelpLabel, CanonicalQuery.Print(new Question { Verb = Verb.Help }))];

    /// <summary>What can be done with one that is followed.</summary>
    public static IEnumerable<Choice> Of(Subscription subscription, Language language)
    {
        var texts = FollowedTexts.In(language);
        return
        [
            new(texts.AnotherDay, FollowQueries.Of(Verb.Reschedule, subscription.Id)),
            subscription.State == SubscriptionState.Active ? new(texts.PauseIt, FollowQueries.Of(Verb.Pause, subscription.Id)) : new(texts.ResumeIt, FollowQueries.Of(Verb.Resume, subscription.Id)),
            new(texts.StopIt, FollowQueries.Of(Verb.Unsubscribe, subscription.Id)),
            new(texts.All, FollowQueries.List),
        ];
    }

    /// <summary>"Every Friday at 09:00".</summary>
    public static string Label(Timing timing, Language language) => Phrase.UpperFirst(CadenceTexts.In(language).Of(Following.Over(timing, new Cadence(Rhythm.Weekly, Monday, Nine, timing.Zone ?? Zones.Utc)))
        .Replace($" ({timing.Zone ?? Zones.Utc})", "", StringComparison.Ordinal));

    /// <summary>The usual rhythms but this one.</summary>
    public static IEnumerable<Timing> Others(Timing timing) => Usual(timing).Where(other => (other.Rhythm, other.Day) != (timing.Rhythm, timing.Day));

    private static IEnumerable<Timing> Usual(Timing timing)
    {
        Timing At(Rhythm rhythm, int? day = null) => new() { Rhythm = rhythm, Day = day, At = rhythm == Rhythm.AtOnce ? null : timing.At ?? Nine, Zone = timing.Zone };
        return [At(Rhythm.Weekly, Monday), At(Rhythm.Weekly, Friday), At(Rhythm.Daily), At(Rhythm.Monthly, 1), At(Rhythm.AtOnce)];
    }

    private static Choice[] Zone(Question question, Timing timing) =>
        question.Filter.Members.Select(Zones.OfMember).OfType<string>().FirstOrDefault() is { } zone
            ? [new Choice(FollowTexts.In(question.Language).InZone(zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ')), FollowQueries.At(question, timing with { Zone = zone }))]
            : [];
}
