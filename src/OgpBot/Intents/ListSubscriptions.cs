using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What is followed in this place, or by this person alone: numbered, with when, its state and who set it.</summary>
public sealed class ListSubscriptions(Following following) : IIntent
{
    /// <summary>With more than these, opening one leads to what can be done with it.</summary>
    private const int MostWithButtons = 2;

    public string Name => "list-subscriptions";

    public IReadOnlyList<string> Examples => ["what am I following?", "subscriptions", "¿qué sigue este canal?", "mis suscripciones"];

    public bool Answers(Question question) => question.Verb == Verb.Subscriptions;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = FollowedTexts.In(question.Language);
        if (Following.OriginOf(question) is not { } origin)
        {
            return FollowReplies.Done(Name, question, texts.CannotBeHere, FollowChoices.Lists(new Question { Verb = Verb.Subscribe, Language = question.Language }).Take(2));
        }

        if (question.Follow?.Subscriptions is [var id, ..])
        {
            return await following.Subscriptions.FindAsync(id, origin, cancellationToken) is { } one
                ? await ShowAsync(question, origin, one, cancellationToken)
                : FollowReplies.Say(Name, question, texts.NotHere);
        }

        var all = await following.HereAsync(origin, forMe: false, cancellationToken);
        return await ListAsync(Name, question, origin, all, texts.Here(origin.Asker.IsAlone, all.Count), following, cancellationToken);
    }

    /// <summary>The numbered list below a sentence.</summary>
    internal static async Task<Reply> ListAsync(
        string intent, Question question, Follower origin, IReadOnlyList<Subscription> all, string said, Following following, CancellationToken cancellationToken)
    {
        var texts = FollowedTexts.In(question.Language);
        if (all.Count == 0)
        {
            var wish = new Question { Verb = Verb.Subscribe, Language = question.Language };
            return FollowReplies.Done(intent, question, $"{texts.Nothing(origin.Asker.IsAlone)} {texts.HowTo}{(origin.Asker.IsAlone ? "" : $" {texts.Elsewhere}")}", FollowChoices.Lists(wish)) with { Query = CanonicalQuery.Print(question) };
        }

        List<Item> items = [];
        foreach (var subscription in all)
        {
            items.Add(await ItemAsync(subscription, origin, following, question.Language, cancellationToken));
        }

        return new Reply(said, [new Heading(said), new Listing(items), .. origin.Asker.IsAlone ? Array.Empty<Block>() : [new Note(texts.Elsewhere)]])
        {
            Intent = intent,
            Language = question.Language,
            Query = FollowQueries.List,
            Total = all.Count,
            Choices = [.. all.Count <= MostWithButtons ? all.SelectMany((one, index) => Buttons(one, index + 1, texts)) : []],
        };
    }

    private async Task<Reply> ShowAsync(Question question, Follower origin, Subscription one, CancellationToken cancellationToken)
    {
        var item = await ItemAsync(one, origin, following, question.Language, cancellationToken);
        return new Reply($"{item.Title}: {string.Join(", ", item.Details)}.", new Detail(item with { Says = null }, []))
        {
            Intent = Name,
            Language = question.Language,
            Query = CanonicalQuery.Print(question),
            Choices = [.. FollowChoices.Of(one, question.Language)],
        };
    }

    private static async Task<Item> ItemAsync(Subscription one, Follower origin, Following following, Language language, CancellationToken cancellationToken)
    {
        var (texts, cadences) = (FollowedTexts.In(language), CadenceTexts.In(language));
        var lists = await following.QuestionsAsync(one.Queries, cancellationToken);
        string Day(DateTimeOffset instant) => cadences.Date(TimeZoneInfo.ConvertTime(instant, Schedule.Zone(one.Cadence.Zone) ?? TimeZoneInfo.Utc));
        string[] state = one.State switch
        {
            SubscriptionState.Paused when one.ResumeAt is { } end => [texts.PausedUntil(Day(end))],
            SubscriptionState.Paused => [texts.PausedSince(Day(one.Since))],
            SubscriptionState.Broken => [texts.BrokenSince(Day(one.Since), one.Reason ?? "?")],
            _ => one.NextDue is { } next && one.Cadence.Rhythm != Rhythm.AtOnce ? [texts.Next(Day(next))] : [],
        };
        return new Item(ItemKind.Subscription, $"{one.Id}", Phrase.UpperFirst(FollowedWords.Of(one, lists, language)))
        {
            Details =
            [
                one.Cadence.Rhythm == Rhythm.AtOnce ? texts.AtOnce : cadences.Of(one.Cadence),
                .. one.Watch == Watch.Changes ? new[] { texts.WithChanges } : [],
                .. state,
                one.Person == origin.Asker.Person ? texts.SetByYou : texts.SetByOther,
            ],
            Says = FollowQueries.Of(Verb.Subscriptions, one.Id),
        };
    }

    private static IEnumerable<Choice> Buttons(Subscription one, int number, FollowedTexts texts) =>
    [
        one.State == SubscriptionState.Active ? new(texts.Pause(number), FollowQueries.Of(Verb.Pause, one.Id)) : new(texts.Resume(number), FollowQueries.Of(Verb.Resume, one.Id)),
        new(texts.Stop(number), FollowQueries.Of(Verb.Unsubscribe, one.Id)),
    ];
}
