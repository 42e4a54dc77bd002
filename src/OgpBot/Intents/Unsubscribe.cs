using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Stops one subscription at once, since it is as quickly set again; all of them after a question.</summary>
public sealed class Unsubscribe(Following following) : IIntent
{
    public string Name => "unsubscribe";

    public IReadOnlyList<string> Examples => ["stop number 2", "unsubscribe", "deja de seguir el número 2"];

    public bool Answers(Question question) => question.Verb == Verb.Unsubscribe;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = FollowedTexts.In(question.Language);
        var target = await FollowTarget.OfAsync(Name, question, following, cancellationToken);
        if (target.Instead is { } instead)
        {
            return instead;
        }

        var named = question.Follow is { } follow && follow.Numbers.Count + follow.Subscriptions.Count > 0;
        if (target.Meant.Count > 1 && !named && question.Follow is not { Confirmed: true })
        {
            return FollowReplies.Ask(Name, question, texts.StopAll(target.Meant.Count),
            [
                new(texts.YesStopAll, FollowQueries.With(question, all => all with { Confirmed = true })),
                new(texts.All, FollowQueries.List),
            ]);
        }

        List<Subscription> stopped = [];
        foreach (var meant in target.Meant)
        {
            if (await following.Subscriptions.StopAsync(meant.Id, target.Follower!, cancellationToken) is { } gone)
            {
                stopped.Add(gone);
            }
        }

        return stopped switch
        {
            [] => FollowReplies.Say(Name, question, texts.NotHere),
            [var one] => await StoppedAsync(question, one, texts, cancellationToken),
            _ => FollowReplies.Say(Name, question, texts.StoppedAll(stopped.Count)),
        };
    }

    private async Task<Reply> StoppedAsync(Question question, Subscription one, FollowedTexts texts, CancellationToken cancellationToken)
    {
        var lists = await following.QuestionsAsync(one.Queries, cancellationToken);
        Choice[] again = FollowQueries.Again(one, lists) is { } query ? [new(texts.Again, query)] : [];
        var text = texts.Stopped(FollowedWords.Of(one, lists, question.Language), CadenceTexts.In(question.Language).Of(one.Cadence));
        return FollowReplies.Done(Name, question, text, [.. again, new(texts.All, FollowQueries.List)]);
    }
}
