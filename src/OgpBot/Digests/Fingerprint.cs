using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OgpBot.Catalog;

namespace OgpBot.Digests;

/// <summary>What a record says, in short, wherever and whenever it was read.</summary>
/// <param name="Member">Empty for what belongs to none.</param>
/// <param name="Facts">A commitment's <see cref="CommitmentFacts"/>.</param>
internal sealed record Fingerprint(string Kind, string Key, string Member, long Hash, string Facts = "")
{
    private static readonly Source Nowhere = new("", 0, 0, default);

    // Records print all that they hold, so that a field that is added later is seen too.
    private static readonly Type[] Hashed =
    [
        typeof(Member), typeof(ActionPlan), typeof(Commitment), typeof(Resource), typeof(Post), typeof(Performance), typeof(PerformanceRecord),
        typeof(Participation), typeof(GlobalReportEntry), typeof(Term),
    ];

    /// <summary>Which fields are hashed: hashes of another scheme cannot be compared.</summary>
    public static long Scheme { get; } =
        HashOf(string.Join(' ', Hashed.SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}").Order(StringComparer.Ordinal))));

    public static IEnumerable<Fingerprint> Of(CatalogContent content) =>
    [
        .. content.Members.Select(record => Of(RecordKind.Members, record.Name, record.Name, record with { Source = Nowhere })),
        // Whether it is current, and its count, follow from members and commitments.
        .. content.Plans.Select(record => Of(RecordKind.Plans, KeyOf(record), record.Member, record with { Source = Nowhere, Current = false, Commitments = 0 })),
        .. content.Commitments.Where(record => record.Removed is null).Select(record =>
            Of(RecordKind.Commitments, record.Id, record.Member, record with { Source = Nowhere, Others = [], HeldBy = [] }) with { Facts = CommitmentFacts.Of(record) }),
        .. content.Resources.Where(record => record.Removed is null).Select(record => Of(RecordKind.Resources, record.Key, record.Member, record with { Source = Nowhere })),
        // A new post moves the others down.
        .. content.Posts.Select(record => Of(RecordKind.Posts, record.Key, record.Member, record with { Source = Nowhere, Order = 0 })),
        .. content.Performance.Select(record => Of(RecordKind.Performance, $"{record.Member} / {record.Plan}", record.Member, record with { Source = Nowhere })),
        .. content.PerformanceRecords.Select(record => Of(RecordKind.Performance, $"{record.Member} / {record.Scope}", record.Member, record with { Source = Nowhere })),
        .. content.Participation.Select(record => Of(RecordKind.Participation, $"{record.Member} / {record.Plan} / {record.Phase}", record.Member, record with { Source = Nowhere })),
        .. content.GlobalReport.Select(record => Of(RecordKind.GlobalReport, $"{record.Member} / {record.Dimension} / {record.Number}", record.Member, record with { Source = Nowhere })),
        .. content.Terms.Select(record => Of(RecordKind.Terms, record.Key, "", record with { Source = Nowhere })),
    ];

    public static string KeyOf(ActionPlan plan) => $"{plan.Member} / {plan.Number}";

    private static Fingerprint Of(string kind, string key, string member, object record) => new(kind, key, member, HashOf(record.ToString()!));

    private static long HashOf(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
