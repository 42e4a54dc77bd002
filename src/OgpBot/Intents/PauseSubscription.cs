using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Keeps a subscription silent until it is resumed; what is new meanwhile is told then.</summary>
public sealed class PauseSubscription(Following following) : IIntent
{
    public string Name => "pause-subscription";

    public IReadOnlyList<string> Examples => ["pause number 1 until 1 March", "pausa la número 1 hasta el lunes"];

    public bool Answers(Question question) => question.Verb == Verb.Pause;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = FollowedTexts.In(question.Language);
        if (question.Follow?.Timing.Unread is { } words)
        {
            return FollowReplies.Say(Name, question, texts.NotADay(words));
        }

        var target = await FollowTarget.OfAsync(Name, question, following, cancellationToken);
        if (target.Instead is { } instead)
        {
            return instead;
        }

        DateTimeOffset? End(string zone) => question.Follow?.Until is { } until ? following.StartOf(until, zone) : null;
        if (target.Meant.Select(meant => End(meant.Cadence.Zone)).FirstOrDefault(end => end <= following.Now) is not null)
        {
            return FollowReplies.Say(Name, question, texts.NotADay(question.Follow!.Until!.Text));
        }

        List<Subscription> paused = [];
        foreach (var meant in target.Meant)
        {
            if (await following.Subscriptions.PauseAsync(meant.Id, target.Follower!, End(meant.Cadence.Zone), cancellationToken) is { } now)
            {
                paused.Add(now);
            }
        }

        return paused switch
        {
            [] => FollowReplies.Say(Name, question, texts.NotHere),
            [var one] => FollowReplies.Done(Name, question, texts.Paused(await following.WordsAsync(one, question.Language, cancellationToken), Day(one)), FollowChoices.Of(one, question.Language)),
            _ => FollowReplies.Say(Name, question, texts.PausedAll(paused.Count, Day(paused[0]))),
        };

        string? Day(Subscription one) => one.ResumeAt is { } end ? CadenceTexts.In(question.Language).DateIn(end, one.Cadence.Zone) : null;
    }
}
