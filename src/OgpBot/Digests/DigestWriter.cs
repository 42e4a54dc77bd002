using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Digests;

/// <summary>Makes the message: what is new in one sentence, then in short lists, then why it is said.</summary>
internal static class DigestWriter
{
    // Records of each kind, where there are several kinds: a busy reader sees them all at a glance.
    private const int MostOfEach = 5;

    // Names in a sentence.
    private const int MostNames = 3;

    // Members of a chart.
    private const int MostLoads = 10;

    public static Reply Write(Subscription subscription, IReadOnlyList<Question> queries, DigestContent content, DateTimeOffset? next)
    {
        var texts = DigestTexts.In(subscription.Language);
        var headline = Headline(content, queries, subscription.Language);
        return new Reply(headline, [new Heading(headline), .. Groups(content, texts), .. Loads(content, texts), .. Footer(subscription, queries, content, next)])
        {
            Intent = "digest",
            Language = subscription.Language,
            Query = queries is [var only] ? CanonicalQuery.Print(only) : null,
            Total = content.Groups is [var alone] ? alone.Total : null,
            Choices = [.. Everything(content, queries, texts), .. Steps(subscription.Id, texts)],
        };
    }

    /// <summary>"3 new resources and 1 changed commitment: Peru": makes sense alone, as a notification.</summary>
    public static string Headline(DigestContent content, IReadOnlyList<Question> queries, Language language)
    {
        var texts = DigestTexts.In(language);
        var loaded = content.Loads.Select(load => load.Member).Distinct(StringComparer.Ordinal).ToList();
        string[] parts =
        [
            .. content.Groups.Select(group => Counted(group, texts)),
            .. loaded.Count == 0 ? Array.Empty<string>() : [texts.Loaded(Phrase.AndMore(loaded, MostNames, language))],
        ];
        var scope = queries is [var only] ? FilterWords.In(language).Sentence(only.Filter)
            : content.Groups.Count > 0 && content.Members.Take(MostNames + 1).ToList() is { Count: <= MostNames } members ? Phrase.And(members, language)
            : "";
        return scope.Length == 0 || content.Groups.Count == 0 ? Phrase.And(parts, language) : $"{Phrase.And(parts, language)}: {scope}";
    }

    private static string Counted(DigestGroup group, DigestTexts texts) => group.What switch
    {
        What.New => texts.New(group.Topic, group.Total),
        What.Changed => texts.Changed(group.Topic, group.Total),
        _ => texts.Removed(group.Topic, group.Total),
    };

    private static IEnumerable<Block> Groups(DigestContent content, DigestTexts texts)
    {
        var first = 1;
        foreach (var group in content.Groups)
        {
            // One group alone is what the heading says.
            if (content.Groups.Count + content.Loads.Count > 1)
            {
                yield return new Prose(Phrase.UpperFirst(Counted(group, texts)));
            }

            var shown = Shown(content, group);
            if (shown > 0)
            {
                yield return new Listing([.. group.Items.Take(shown)], first);
                first += shown;
            }

            if (More(group, shown, texts) is { Length: > 0 } more)
            {
                yield return new Note(more);
            }
        }
    }

    private static int Shown(DigestContent content, DigestGroup group) => content.Groups.Count == 1 ? group.Items.Count : Math.Min(group.Items.Count, MostOfEach);

    private static string More(DigestGroup group, int shown, DigestTexts texts)
    {
        var more = shown > 0 && group.Total > shown ? texts.AndMore(group.Total - shown) : "";
        var each = group.Members.Count > 1 && (more.Length > 0 || shown == 0) ? DigestTexts.OfEach(group.Members.OrderByDescending(member => member.Value).Take(MostLoads)) : "";
        return string.Join(" – ", new[] { more, each }.Where(part => part.Length > 0));
    }

    private static IEnumerable<Block> Loads(DigestContent content, DigestTexts texts)
    {
        if (content.Loads.Count > 0)
        {
            var bars = content.Loads.Select(load => new Bar($"{load.Member}, {texts.List(load.Topic)}", load.Count, load.Says)).ToList();
            yield return new Chart(texts.LoadedTitle, [.. bars.Take(MostLoads)]);
            if (bars.Count > MostLoads)
            {
                yield return new Note(texts.AndMore(bars.Count - MostLoads));
            }
        }
    }

    private static IEnumerable<Block> Footer(Subscription subscription, IReadOnlyList<Question> queries, DigestContent content, DateTimeOffset? next)
    {
        var (texts, cadence) = (DigestTexts.In(subscription.Language), CadenceTexts.In(subscription.Language));
        var why = texts.Why(subscription.Personal, Followed(queries, subscription.Language), cadence.Of(subscription.Cadence));
        yield return Why(next is { } due ? $"{why} {texts.Next(cadence.DateIn(due, subscription.Cadence.Zone))}" : why, subscription, texts);
        foreach (var credit in Notes.Credit(content.Groups.SelectMany(group => group.Documents), subscription.Language))
        {
            yield return credit;
        }
    }

    /// <summary>With who set it for a place, until they are forgotten.</summary>
    private static Note Why(string why, Subscription subscription, DigestTexts texts) => subscription.Personal ? new Note(why)
        : subscription.Person.Length == 0 ? new Note($"{why} {texts.SetBySomebody}")
        : new Note($"{why} {texts.SetBySomebody}") { Mention = new Mention($"{why} {texts.SetBy.Before}", subscription.Person, texts.SetBy.After) };

    /// <summary>"commitments (Peru) and resources": in words what the queries ask for.</summary>
    public static string Followed(IReadOnlyList<Question> queries, Language language) =>
        Phrase.And([.. queries.Select(query => DigestTexts.In(language).What(query.Topic, query.Filter))], language);

    /// <summary>The lists that hold more than is shown.</summary>
    private static IEnumerable<Choice> Everything(DigestContent content, IReadOnlyList<Question> queries, DigestTexts texts) =>
        from query in queries
        where content.Groups.Any(found => found.Topic == query.Topic && found.What != What.Removed && found.Total > Shown(content, found))
        select new Choice(texts.ShowAll(texts.What(query.Topic, query.Filter)), Queries.To(Verb.Find, query.Topic, query.Filter));

    private static IEnumerable<Choice> Steps(long id, DigestTexts texts) =>
    [
        new(texts.Change, $"reschedule subscription:{id}"),
        new(texts.Pause, $"pause subscription:{id}"),
        new(texts.Stop, $"unsubscribe subscription:{id}"),
    ];
}
