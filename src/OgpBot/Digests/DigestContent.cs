using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Digests;

/// <summary>What is new for somebody, before it is a message.</summary>
internal sealed record DigestContent(IReadOnlyList<DigestGroup> Groups, IReadOnlyList<MemberLoad> Loads)
{
    public int Total => Groups.Sum(group => group.Total);

    public bool IsEmpty => Groups.Count + Loads.Count == 0;

    public IEnumerable<string> Members => Groups.SelectMany(group => group.Members.Keys).Concat(Loads.Select(load => load.Member)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}

/// <summary>Records of one kind to which the same happened.</summary>
/// <param name="Topic">Resources, commitments, plans or posts.</param>
/// <param name="What">New, changed or removed.</param>
/// <param name="Items">The first few; of what was removed none, since the catalog has it no more.</param>
/// <param name="Members">How many there are of each, by name.</param>
/// <param name="Documents">Where the items were read.</param>
internal sealed record DigestGroup(Topic Topic, What What, IReadOnlyList<Item> Items, IReadOnlyDictionary<string, int> Members, IReadOnlyList<string> Documents)
{
    public int Total => Members.Values.Sum();
}

/// <summary>A member's records that came into the catalog in a heap.</summary>
internal sealed record MemberLoad(string Member, Topic Topic, int Count, string Says);
