using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>What is followed where somebody asks, and when a digest is due if they did not say.</summary>
public sealed class Following(CatalogStore catalog, Subscriptions subscriptions, DigestPreviews previews, IEnumerable<IPlatform> platforms, TimeProvider time)
{
    /// <summary>When nobody says another time.</summary>
    private static readonly TimeOnly Nine = new(9, 0);

    private const int Monday = 1;

    private readonly IPlatform[] platforms = [.. platforms];

    public Subscriptions Subscriptions => subscriptions;

    public DigestPreviews Previews => previews;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>When that day begins in a zone.</summary>
    public DateTimeOffset StartOf(Until until, string zone)
    {
        ArgumentNullException.ThrowIfNull(until);
        return Schedule.StartOf(until.After(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Schedule.Zone(zone) ?? TimeZoneInfo.Utc).DateTime)), zone);
    }

    /// <summary>Null where nothing can be said unasked: on a web page, at a command line.</summary>
    public static Follower? OriginOf(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Follower.Of(question.Address, question.Asker);
    }

    /// <summary>For the person alone: in a chat of their own, or when they say "me" and this is no channel of theirs to decide for.</summary>
    public static bool IsPersonal(Question question) => question is { Asker.IsAlone: true } or { Follow.ForMe: true };

    /// <summary>True when the digest would find its way.</summary>
    public static bool CanTell(Question question) =>
        OriginOf(question) is { Asker: var asker } && (IsPersonal(question) ? asker.PersonRoute : asker.PlaceRoute) is not null;

    /// <summary>What the place follows; in a chat with one person what they follow alone. In the order of its numbers.</summary>
    /// <param name="forMe">True: what they follow alone, wherever they ask.</param>
    public Task<IReadOnlyList<Subscription>> HereAsync(Follower origin, bool forMe, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return origin.Asker.IsAlone || forMe
            ? subscriptions.OfPersonAsync(origin.Channel, origin.Tenant, origin.Asker.Person, cancellationToken)
            : subscriptions.OfPlaceAsync(origin.Channel, origin.Tenant, origin.Asker.Place, cancellationToken);
    }

    /// <summary>What was said of the timing, and what is usual for the rest.</summary>
    public async Task<Due> DueAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var timing = question.Follow?.Timing ?? Timing.Unsaid;
        var zone = timing.Zone ?? await ZoneOfAsync(question, cancellationToken);
        return new Due(Of(timing, zone ?? Zones.Utc), IsZoneKnown: zone is not null);
    }

    /// <summary>Another time for something that is followed.</summary>
    public static Cadence Over(Timing timing, Cadence cadence)
    {
        ArgumentNullException.ThrowIfNull(timing);
        ArgumentNullException.ThrowIfNull(cadence);
        var weekly = cadence.Rhythm is Rhythm.Weekly or Rhythm.Monthly;
        var earlier = new Timing { Rhythm = cadence.Rhythm, Day = weekly ? cadence.Day : null, At = cadence.Rhythm == Rhythm.AtOnce ? null : cadence.At, Zone = cadence.Zone };
        return Of(timing.Over(earlier), timing.Zone ?? cadence.Zone);
    }

    public static Timing TimingOf(Cadence cadence)
    {
        ArgumentNullException.ThrowIfNull(cadence);
        return cadence.Rhythm == Rhythm.AtOnce
            ? new Timing { Rhythm = Rhythm.AtOnce }
            : new Timing { Rhythm = cadence.Rhythm, Day = cadence.Rhythm is Rhythm.Weekly or Rhythm.Monthly ? cadence.Day : null, At = cadence.At, Zone = cadence.Zone };
    }

    /// <summary>Whether the bot may speak where the person asks; true when it cannot be known.</summary>
    public async Task<bool> MaySpeakAsync(Follower origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return PlatformOf(origin.Channel) is not { } platform || await platform.MaySpeakAsync(origin.Tenant, origin.Asker, cancellationToken) != false;
    }

    /// <summary>The stored queries as questions; those that the catalog can no longer read are left out.</summary>
    public async Task<IReadOnlyList<Question>> QuestionsAsync(IEnumerable<string> queries, CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        return [.. queries.Select(query => CanonicalQuery.Parse(query, vocabulary)).OfType<Question>()];
    }

    /// <summary>What a subscription follows, in words.</summary>
    public async Task<string> WordsAsync(Subscription subscription, Language language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return FollowedWords.Of(subscription, await QuestionsAsync(subscription.Queries, cancellationToken), language);
    }

    private static Cadence Of(Timing timing, string zone) => timing.Rhythm switch
    {
        Rhythm.AtOnce => new(Rhythm.AtOnce, 0, TimeOnly.MinValue, zone),
        Rhythm.Daily or Rhythm.Weekdays => new(timing.Rhythm.Value, 0, timing.At ?? Nine, zone),
        Rhythm.Monthly => new(Rhythm.Monthly, timing.Day ?? 1, timing.At ?? Nine, zone),
        _ => new(Rhythm.Weekly, timing.Day ?? Monday, timing.At ?? Nine, zone),
    };

    private async Task<string?> ZoneOfAsync(Question question, CancellationToken cancellationToken) => question switch
    {
        { Asker: not null, Address: not null } when Zones.Of(question.Asker.Zone) is { } told => told,
        { Asker: { } asker, Address: { } address } when PlatformOf(address.Channel) is { } platform => Zones.Of(await platform.ZoneOfAsync(address.Tenant, asker, cancellationToken)),
        _ => null,
    };

    private IPlatform? PlatformOf(string channel) => Array.Find(platforms, platform => platform.Channel == channel);
}

/// <param name="IsZoneKnown">Somebody said it, or the platform; else it is a guess that must be told.</param>
public sealed record Due(Cadence Cadence, bool IsZoneKnown);
