namespace OgpBot.Reading;

/// <summary>Reads sentences about following: what, when, for whom; stop, pause, resume, change and list. What is followed is read like any other question.</summary>
internal sealed class FollowReading(Scan text, Phrasebook book, Context context, Func<string, Question> read)
{
    private readonly Question? pending = context.Last is { Verb: Verb.Subscribe, Follow: null or { Confirmed: false, Dropped: false } } last ? last with { Follow = last.Follow ?? new Follow() } : null;

    /// <summary>Spanish phrases taken by the reading that won, less the English ones.</summary>
    public int Spanish { get; private set; }

    /// <summary>Null when it is about something else.</summary>
    public static FollowReading? Of(string folded, Phrasebook book, Context context, Func<string, Question> read)
    {
        var reading = new FollowReading(Scan.Of(folded, book), book, context, read);
        return reading.pending is not null || reading.IsAbout ? reading : null;
    }

    private bool IsAbout => Enumerable.Range(0, text.Count).Any(at => FollowWords.Shipped.IsTelling(text[at].Text))
        || context.Last is { Verb: Verb.Subscriptions or Verb.Subscribe or Verb.Unsubscribe or Verb.Reschedule or Verb.Pause or Verb.Resume or Verb.ForgetMe };

    public Question? Read() => Pending() ?? new OwnReading(text, book, context, read, this).Read() ?? new SubscribeReading(text, book, context, read, this).Read();

    public Question Won(Scan scan, Question question)
    {
        Spanish = scan.Spanish;
        return question;
    }

    /// <summary>An answer to the preview: yes, no, another day.</summary>
    private Question? Pending() => pending is null ? Continued() : Agreed(pending) ?? Dropped(pending) ?? Adjusted(pending) ?? Filled(pending);

    /// <summary>An answer to "stop all?", to "forget you?" or to "when instead?".</summary>
    private Question? Continued()
    {
        if (context.Last is { Verb: Verb.Unsubscribe, Follow: { All: true, Confirmed: false } all } stop && IsAll(FollowKind.Yes) is { } agreed)
        {
            return Won(agreed, stop with { Follow = all with { Confirmed = true }, Notices = [] });
        }

        if (context.Last is { Verb: Verb.ForgetMe } && Insisted() is { } sure)
        {
            return Won(sure, new Question { Verb = Verb.ForgetMeNow });
        }

        if (context.Last is not { Verb: Verb.Reschedule, Follow: { Subscriptions: [_] } which } change)
        {
            return null;
        }

        var scan = text.Afresh();
        var timing = new TimingReading(scan, book).Read();
        FollowWhom.TakeAll(scan, FollowKind.Change, FollowKind.It, FollowKind.Noun);
        return timing != Timing.Unsaid && scan.IsSpent(book) ? Won(scan, change with { Follow = which with { Timing = timing }, Notices = [] }) : null;
    }

    /// <summary>"Yes", "yes, forget me".</summary>
    private Scan? Insisted()
    {
        var scan = text.Afresh();
        return IsAll(FollowKind.Yes) ?? (scan.TryTake(0, FollowKind.Yes, out _) && read(scan.Rest()).Verb == Verb.ForgetMe ? scan : null);
    }

    private Question? Agreed(Question draft) => draft.Follow is { Open: false, Timing.Unread: null } follow && IsAll(FollowKind.Yes) is { } scan
        ? Won(scan, draft with { Follow = follow with { Confirmed = true }, Notices = [] })
        : null;

    private Question? Dropped(Question draft) => IsAll(FollowKind.No) is { } scan
        ? Won(scan, new Question { Verb = Verb.Subscribe, Follow = new Follow { Dropped = true, Open = draft.Follow!.Open } })
        : null;

    /// <summary>"On Fridays instead", "at 8", "Lima time", "just for me".</summary>
    private Question? Adjusted(Question draft)
    {
        var scan = text.Afresh();
        var timing = new TimingReading(scan, book).Read();
        var forMe = FollowWhom.Take(scan);
        FollowWhom.TakeAll(scan, FollowKind.Change, FollowKind.It, FollowKind.Noun, FollowKind.Yes, FollowKind.No);
        return (timing != Timing.Unsaid || forMe is not null) && scan.IsSpent(book)
            ? Won(scan, draft with { Follow = draft.Follow! with { Timing = timing.Over(draft.Follow.Timing), ForMe = forMe ?? draft.Follow.ForMe }, Notices = [] })
            : null;
    }

    /// <summary>What was missing: what to follow.</summary>
    private Question? Filled(Question draft) => draft.Follow is { Open: true } follow && !Enumerable.Range(0, text.Count).Any(at => text.At(at, FollowKind.Follow) is not null)
        && Followed.Of(text.Rest(), read, null) is { } followed
        ? Won(text, followed.Into(draft with { Follow = follow with { Open = false }, Notices = [] }))
        : null;

    /// <summary>The text with everything taken, when it says nothing but this.</summary>
    private Scan? IsAll(FollowKind kind)
    {
        var scan = text.Afresh();
        var found = false;
        for (var at = 0; at < scan.Count; at++)
        {
            found |= scan.TryTake(at, kind, out _);
        }

        return found && scan.IsSpent(book) ? scan : null;
    }
}
