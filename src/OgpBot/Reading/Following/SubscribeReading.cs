using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>"Subscribe this channel to new resources for Peru every Monday at 9:00": what, when and for whom.</summary>
internal sealed class SubscribeReading(Scan text, Phrasebook book, Context context, Func<string, Question> read, FollowReading reading)
{
    /// <summary>Null when nobody wants to be told of anything.</summary>
    public Question? Read()
    {
        var scan = text.Afresh();
        var asked = Asked(scan);
        var timing = new TimingReading(scan, book);
        var when = timing.Read();
        var strong = asked is "always" or "me" || asked is not null && timing.IsPlain;
        var sends = asked is null && timing.IsPlain ? Sends(scan) : null;
        var forMe = FollowWhom.Take(scan) ?? (asked == "me" || sends == "me" ? true : null);
        var anything = FollowWhom.TakeAll(scan, FollowKind.Anything);
        var named = FollowWhom.TakeAll(scan, FollowKind.Noun) || anything;
        if (!strong && sends is null && !(asked is null && IsUnasked(scan, timing, when, named)) && asked != "lead")
        {
            return null;
        }

        var changes = FollowWhom.TakeAll(scan, FollowKind.Changes);
        FollowWhom.TakeAll(scan, FollowKind.Glue);
        var follow = new Follow { Timing = when, ForMe = forMe, Changes = changes };
        var what = What(scan, anything);
        if (what is null && asked == "lead" && !timing.IsPlain || !strong && asked != "lead" && sends is null && what is null && !named)
        {
            return null;
        }

        var question = new Question { Verb = Verb.Subscribe, Follow = follow };
        return reading.Won(scan, what?.Into(question) ?? question with
        {
            Follow = follow with { Open = true },
            Notices = scan.IsSpent(book) ? [] : [new Notice(NoticeKind.NotPublished, [scan.Rest()])],
        });
    }

    /// <summary>"Subscribe", "notify me when" wherever they stand; "follow", "watch" where a request begins.</summary>
    private string? Asked(Scan scan)
    {
        for (var at = 0; at < scan.Count; at++)
        {
            if (scan.At(at, FollowKind.Follow) is { } found && (found.Value != "lead" || IsCommand(scan, at, found.Length)))
            {
                // "When" says when: it stays for the timing.
                var length = scan.WordAt(at + found.Length - 1) is "when" or "whenever" or "if" or "cuando" or "si" && found.Length > 1 ? found.Length - 1 : found.Length;
                scan.Take(at, found.Length, FollowKind.Follow);
                scan[at + found.Length - 1].Used = length == found.Length;
                return found.Value;
            }
        }

        return null;
    }

    /// <summary>Not "the follow-up commitments".</summary>
    private bool IsCommand(Scan scan, int at, int length) => FollowWhom.Leads(scan, at, book) && scan.WordAt(at + length) is not "up"
        && scan.WordAt(at - 1) is not ("the" or "a" or "an" or "el" or "la" or "los" or "las" or "un" or "una");

    /// <summary>"Send us", "dame": wishes that are about following only with a rhythm.</summary>
    private string? Sends(Scan scan)
    {
        for (var at = 0; at < scan.Count; at++)
        {
            if (scan.At(at, FollowKind.Send) is { } found && FollowWhom.Leads(scan, at, book))
            {
                scan.Take(at, found.Length, FollowKind.Send);
                return found.Value;
            }
        }

        return null;
    }

    /// <summary>"Weekly digest of new resources", "new resources every Monday": a rhythm says enough.</summary>
    private bool IsUnasked(Scan scan, TimingReading timing, Timing when, bool named) =>
        timing.IsPlain && when.Rhythm != Digests.Rhythm.AtOnce && (timing.IsMarked || named || when.At is not null)
        && Sentence.Of(scan.Rest(), book) is var rest && !rest.HasVerb("count") && !rest.HasVerb("compare") && !rest.HasVerb("explain");

    private Followed? What(Scan scan, bool anything)
    {
        var it = FollowWhom.TakeAll(scan, FollowKind.It);
        if (scan.IsSpent(book))
        {
            return it && Before() is { } before ? before
                : anything ? Followed.All(Filter.None)
                : null;
        }

        return Followed.Of(scan.Rest(), read, book);
    }

    /// <summary>"This": what the last answer listed.</summary>
    private Followed? Before() => context.Last is { } last && Followed.IsFollowable(last) && last.Topic != Topic.Members
        ? new Followed([new Question { Topic = last.Topic, Filter = last.Filter }], [])
        : context.Last is { Topic: Topic.Members, Verb: Verb.Find } member && member.Filter.Members.Count > 0 ? Followed.All(member.Filter) : null;
}
