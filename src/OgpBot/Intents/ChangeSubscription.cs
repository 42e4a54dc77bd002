using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Another day, time or zone for something that is followed.</summary>
public sealed class ChangeSubscription(Following following) : IIntent
{
    public string Name => "change-subscription";

    public IReadOnlyList<string> Examples => ["change number 2 to Fridays at 8", "cambia la número 2 a los viernes a las 8:00"];

    public bool Answers(Question question) => question.Verb == Verb.Reschedule;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var timing = question.Follow?.Timing ?? Timing.Unsaid;
        if (timing.Unread is { } words)
        {
            var texts = FollowTexts.In(question.Language);
            return FollowReplies.Ask(Name, question, $"{texts.NotATime(words)} {texts.TimesThatWork}", FollowChoices.Timings(question));
        }

        var target = await FollowTarget.OfAsync(Name, question, following, cancellationToken);
        return target.Instead
            ?? (target.Meant is not [var one] ? await WhichAsync(question, target, cancellationToken)
            : timing == Timing.Unsaid ? await AskAsync(question, one, cancellationToken)
            : await ChangeAsync(question, one, target.Follower!, timing, cancellationToken));
    }

    private Task<Reply> WhichAsync(Question question, FollowTarget target, CancellationToken cancellationToken) =>
        ListSubscriptions.ListAsync(Name, question, target.Follower!, target.Meant, FollowedTexts.In(question.Language).Which, following, cancellationToken);

    private async Task<Reply> AskAsync(Question question, Subscription one, CancellationToken cancellationToken)
    {
        var (texts, cadences) = (FollowedTexts.In(question.Language), CadenceTexts.In(question.Language));
        var wish = new Question { Verb = Verb.Reschedule, Language = question.Language, Follow = new Follow { Subscriptions = [one.Id] } };
        var others = FollowChoices.Others(Following.TimingOf(one.Cadence));
        return FollowReplies.Ask(
            Name,
            wish,
            texts.WhenInstead(await following.WordsAsync(one, question.Language, cancellationToken), cadences.Of(one.Cadence)),
            from other in others select new Choice(FollowChoices.Label(other, question.Language), FollowQueries.At(wish, other)));
    }

    private async Task<Reply> ChangeAsync(Question question, Subscription one, Follower origin, Timing timing, CancellationToken cancellationToken)
    {
        var (texts, cadence) = (FollowedTexts.In(question.Language), Following.Over(timing, one.Cadence));
        var (outcome, now) = await following.Subscriptions.ChangeAsync(one.Id, origin, new SubscriptionChange(cadence), cancellationToken);
        if (now is null)
        {
            return FollowReplies.Say(Name, question, outcome == SubscribedAs.UnknownZone ? FollowTexts.In(question.Language).NotATime(cadence.Zone) : texts.NotHere);
        }

        var (what, when) = (await following.WordsAsync(now, question.Language, cancellationToken), CadenceTexts.In(question.Language).Of(now.Cadence));
        var text = outcome == SubscribedAs.AlreadyThere ? texts.Merged(what, when) : texts.Changed(what, when);
        return FollowReplies.Done(Name, question, FollowReplies.WithNext(text, now, question.Language), FollowChoices.Of(now, question.Language));
    }
}
