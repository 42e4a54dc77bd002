using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Makes a paused or broken subscription active again.</summary>
public sealed class ResumeSubscription(Following following) : IIntent
{
    public string Name => "resume-subscription";

    public IReadOnlyList<string> Examples => ["resume number 1", "reanuda la número 1"];

    public bool Answers(Question question) => question.Verb == Verb.Resume;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = FollowedTexts.In(question.Language);
        var target = await FollowTarget.OfAsync(Name, question, following, cancellationToken);
        if (target.Instead is { } instead)
        {
            return instead;
        }

        List<Subscription> resumed = [];
        foreach (var meant in target.Meant)
        {
            if (await following.Subscriptions.ResumeAsync(meant.Id, target.Follower!, cancellationToken) is { } now)
            {
                resumed.Add(now);
            }
        }

        return resumed switch
        {
            [] => FollowReplies.Say(Name, question, texts.NotHere),
            [var one] => await ResumedAsync(question, one, texts, cancellationToken),
            _ => FollowReplies.Say(Name, question, texts.ResumedAll(resumed.Count)),
        };
    }

    private async Task<Reply> ResumedAsync(Question question, Subscription one, FollowedTexts texts, CancellationToken cancellationToken)
    {
        var text = texts.Resumed(await following.WordsAsync(one, question.Language, cancellationToken), CadenceTexts.In(question.Language).Of(one.Cadence));
        return FollowReplies.Done(Name, question, FollowReplies.WithNext(text, one, question.Language), FollowChoices.Of(one, question.Language));
    }
}
