using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>What is done with subscriptions that exist: list, stop, pause, resume, another day.</summary>
internal sealed class OwnReading(Scan text, Phrasebook book, Context context, Func<string, Question> read, FollowReading reading)
{
    private static readonly (FollowKind Kind, Verb Verb)[] Acts = [(FollowKind.Stop, Verb.Unsubscribe), (FollowKind.Pause, Verb.Pause), (FollowKind.Resume, Verb.Resume)];

    private readonly bool listed = context.Last is { Verb: Verb.Subscriptions or Verb.Unsubscribe or Verb.Pause or Verb.Resume or Verb.Reschedule } or { Verb: Verb.Subscribe, Follow.Confirmed: true };

    public Question? Read() => Changed() ?? Acts.Select(act => Acted(act.Kind, act.Verb)).FirstOrDefault(question => question is not null) ?? List();

    /// <summary>"What am I following", "our subscriptions".</summary>
    private Question? List()
    {
        var scan = text.Afresh();
        if (scan.Find(FollowKind.Follow) is { Value: not "lead" })
        {
            return null;
        }

        var asked = scan.Find(FollowKind.List);
        if (asked is { } phrase)
        {
            scan.Take(phrase.At, phrase.Length, FollowKind.List);
        }

        var forMe = FollowWhom.Take(scan);
        var named = scan.Find(FollowKind.Noun) is { Value: not "weak" } && FollowWhom.TakeAll(scan, FollowKind.Noun);
        return (asked is not null || named) && scan.IsSpent(book)
            ? reading.Won(scan, new Question { Verb = Verb.Subscriptions, Follow = forMe is null ? null : new Follow { ForMe = forMe } })
            : null;
    }

    /// <summary>"Stop number 2", "pause the Peru digest", "unsubscribe".</summary>
    private Question? Acted(FollowKind kind, Verb verb)
    {
        var scan = text.Afresh();
        if (scan.Find(kind) is not { } act || act.Value != "always" && !FollowWhom.Leads(scan, act.At, book))
        {
            return null;
        }

        scan.Take(act.At, act.Length, kind);
        var until = new UntilReading(scan);
        var day = kind == FollowKind.Pause ? until.Read() : null;
        var named = scan.Find(FollowKind.Noun) is (var place, _, var length) ? scan.Text(place, length) : null;
        var noun = named is not null;
        var which = Which(scan);
        var numbered = which.Numbers.Count + which.Subscriptions.Count > 0;
        var free = act.Value == "always" || noun || which.Subscriptions.Count > 0 || numbered && (listed || kind != FollowKind.Stop || act.Value == "alone");
        if (act.Value != "always" && scan.IsSpent(book))
        {
            // "Stop" is about what the bot sends; "remove it" only after a list of that.
            free |= act.Value == "alone" || listed;
        }

        if (!free)
        {
            return null;
        }

        if (verb != Verb.Unsubscribe && which == new Follow() && scan.IsSpent(book) && named?.EndsWith('s') == true)
        {
            // "The alerts" are all of them; stopping them is another matter.
            which = which with { All = true };
        }

        return reading.Won(scan, Matching(scan, verb, which with { Until = day, Timing = which.Timing with { Unread = until.Unread } }));
    }

    /// <summary>"Change it to Fridays", "move the Peru digest to 8 am", "number 2 monthly instead".</summary>
    private Question? Changed()
    {
        var scan = text.Afresh();
        var asked = scan.Find(FollowKind.Change);
        if (asked is null || scan.Find(FollowKind.Follow) is { Value: not "lead" })
        {
            return null;
        }

        var timing = new TimingReading(scan, book);
        var when = timing.Read();
        var noun = scan.Find(FollowKind.Noun) is not null;
        FollowWhom.TakeAll(scan, FollowKind.Change);
        var which = Which(scan);
        var numbered = which.Numbers.Count + which.Subscriptions.Count > 0;
        var said = when != Timing.Unsaid && (timing.IsPlain || when.At is not null || when.Zone is not null || when.Unread is not null);
        var sure = listed || noun || asked.Value.Value == "always";
        if (!said || !(sure || numbered) && !scan.IsSpent(book) || !sure && !numbered && !FollowWhom.Leads(text, asked.Value.At, book))
        {
            return null;
        }

        return reading.Won(scan, Matching(scan, Verb.Reschedule, which with { Timing = when }));
    }

    /// <summary>With the words that tell which one, when no number does.</summary>
    private Question Matching(Scan scan, Verb verb, Follow which)
    {
        var question = new Question { Verb = verb, Follow = which == new Follow() ? null : which };
        if (which.Numbers.Count + which.Subscriptions.Count > 0 || which.All)
        {
            return question;
        }

        if (verb != Verb.Reschedule)
        {
            // "The weekly digest": there may be another one, but days rarely tell more than names.
            new TimingReading(scan, book).Read();
        }

        if (scan.IsSpent(book))
        {
            // "It" is the one that was talked about.
            return context.Last is { Verb: Verb.Subscribe, Follow: { Confirmed: true } } last
                ? question with { Topic = last.Topic, Filter = last.Filter, Follow = which.ForMe is null && last.Follow.ForMe is { } whom ? which with { ForMe = whom } : question.Follow }
                : question;
        }

        return Followed.Of(scan.Rest(), read, null)?.Lists is [var found, ..] ? question with { Topic = found.Topic, Filter = found.Filter } : question;
    }

    private Follow Which(Scan scan)
    {
        var forMe = FollowWhom.Take(scan);
        var numbers = Numbers(scan);
        FollowWhom.TakeAll(scan, FollowKind.Noun, FollowKind.Again);
        var all = numbers is [] && FollowWhom.TakeAll(scan, FollowKind.All);
        FollowWhom.TakeAll(scan, FollowKind.It);
        var follow = new Follow { ForMe = forMe, All = all };
        var shown = numbers.Select(Listed).ToList();
        return shown.Contains(null) ? follow with { Numbers = numbers.ToValues() } : follow with { Subscriptions = shown.OfType<long>().ToValues() };
    }

    /// <summary>What the number pointed at when the list was shown: others may have stopped one since.</summary>
    private long? Listed(int number) =>
        context.Last?.Verb == Verb.Subscriptions && number - context.FirstListed is >= 0 and var index && index < context.Listed.Count
        && CanonicalQuery.Parse(context.Listed[index], book.Vocabulary) is { Follow.Subscriptions: [var subscription] } ? subscription : null;

    private List<int> Numbers(Scan scan)
    {
        var numbers = new List<int>();
        for (var at = 0; at < scan.Count; at++)
        {
            if ((scan.NumberAt(at) ?? (scan.WordAt(at) is { } word ? Ordinal(word) : null)) is not (> 0 and < 100 and var number))
            {
                continue;
            }

            scan.Take(at);
            if (!numbers.Contains(number))
            {
                numbers.Add(number);
            }

            if (scan.WordAt(at + 1) is "one")
            {
                scan.Take(at + 1);
            }

            if (scan.At(at - 1, FollowKind.Number) is { } led)
            {
                scan.Take(at - 1, led.Length, FollowKind.Number);
            }
        }

        return numbers;
    }

    private int? Ordinal(string word) => book.Senses(word)?.Where(sense => sense.Kind == SenseKind.Ordinal && sense.Value != "last").Select(sense => (int?)int.Parse(sense.Value, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
}
