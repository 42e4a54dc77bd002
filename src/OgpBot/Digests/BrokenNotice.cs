using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Digests;

/// <summary>What is said to who set a subscription when a digest could not be delivered.</summary>
internal static class BrokenNotice
{
    public static Reply Of(Subscription subscription, IReadOnlyList<Question> queries)
    {
        var texts = DigestTexts.In(subscription.Language);
        var next = subscription.NextDue is { } due ? CadenceTexts.In(subscription.Language).When(due, subscription.Cadence.Zone) : "";
        var text = texts.Broken(DigestWriter.Followed(queries, subscription.Language), subscription.Reason ?? "", next);
        return new Reply(text, new Prose(text))
        {
            Intent = "digest-broken",
            Language = subscription.Language,
            Choices = [new(texts.Pause, $"pause subscription:{subscription.Id}"), new(texts.Stop, $"unsubscribe subscription:{subscription.Id}")],
        };
    }
}
