using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Keeps a subscription silent until it is resumed; what is new meanwhile is told then.</summary>
public sealed class PauseSubscription(Following following) : IIntent
{
    public string Name => "pause-subscription";

    public IReadOnlyList<string> Examples => ["pause number 1", "pausa la número 1"];

    public bool Answers(Question question) => question.Verb == Verb.Pause;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = FollowedTexts.In(question.Language);
        var target = await FollowTarget.OfAsync(Name, question, following, cancellationToken);
        if (target.Instead is { } instead)
        {
            return instead;
        }

        List<Subscription> paused = [];
        foreach (var meant in target.Meant)
        {
            if (await following.Subscriptions.PauseAsync(meant.Id, target.Follower!, cancellationToken) is { } now)
            {
                paused.Add(now);
            }
        }

        return paused switch
        {
            [] => FollowReplies.Say(Name, question, texts.NotHere),
            [var one] => FollowReplies.Done(Name, question, texts.Paused(await following.WordsAsync(one, question.Language, cancellationToken)), FollowChoices.Of(one, question.Language)),
            _ => FollowReplies.Say(Name, question, texts.PausedAll(paused.Count)),
        };
    }
}
