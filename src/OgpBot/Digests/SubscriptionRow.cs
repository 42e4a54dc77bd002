using System.Text.Json;
using System.Text.Json.Serialization;
using OgpBot.Conversations;

namespace OgpBot.Digests;

internal sealed class SubscriptionRow
{
    public const string Columns = """
        id as Id, channel as Channel, tenant as Tenant, place as Place, personal as Personal, route as Route, person as Person, person_route as PersonRoute,
        language as Language, queries as Queries, watch as Watch, rhythm as Rhythm, day as Day, minute as Minute, zone as Zone,
        state as State, reason as Reason, since as Since, next_due as NextDue, last_run as LastRun, after_change as AfterChange, created_at as CreatedAt, resume_at as ResumeAt
        """;

    public long Id { get; init; }

    public string Channel { get; init; } = "";

    public string Tenant { get; init; } = "";

    public string Place { get; init; } = "";

    public long Personal { get; init; }

    public string Route { get; init; } = "";

    public string Person { get; init; } = "";

    public string? PersonRoute { get; init; }

    public long Language { get; init; }

    public string Queries { get; init; } = "[]";

    public long Watch { get; init; }

    public long Rhythm { get; init; }

    public long Day { get; init; }

    public long Minute { get; init; }

    public string Zone { get; init; } = "";

    public string State { get; init; } = "";

    public string? Reason { get; init; }

    public long Since { get; init; }

    public long? NextDue { get; init; }

    public long? LastRun { get; init; }

    public long AfterChange { get; init; }

    public long CreatedAt { get; init; }

    public long? ResumeAt { get; init; }

    public Subscription Record => new(
        Id,
        new Address(Channel, Tenant, Place),
        Personal != 0,
        Person,
        (Language)Language,
        ReadQueries(Queries),
        (Watch)Watch,
        new Cadence((Rhythm)Rhythm, (int)Day, TimeOnly.MinValue.AddMinutes(Minute), Zone))
    {
        State = Enum.Parse<SubscriptionState>(State, ignoreCase: true),
        Reason = Reason,
        Since = Instant(Since),
        NextDue = NextDue is { } due ? Instant(due) : null,
        LastRun = LastRun is { } run ? Instant(run) : null,
        CreatedAt = Instant(CreatedAt),
        ResumeAt = ResumeAt is { } end ? Instant(end) : null,
        Route = Route,
        PersonRoute = PersonRoute,
        AfterChange = AfterChange,
    };

    /// <summary>In one order, so that equal sets are equal text.</summary>
    public static string WriteQueries(IEnumerable<string> queries) =>
        JsonSerializer.Serialize([.. queries.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], SubscriptionJson.Default.StringArray);

    private static Values<string> ReadQueries(string json) => JsonSerializer.Deserialize(json, SubscriptionJson.Default.StringArray)!.ToValues();

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
