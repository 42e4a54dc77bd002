using Dapper;
using OgpBot.Storage;

namespace OgpBot.Privacy;

/// <summary>Every row of bot.db that names a person, in one place: a table is either here or among <see cref="Impersonal"/>.</summary>
internal static class PersonalRows
{
    /// <summary>Tables that name nobody. Keys of duplicates are digests; kept replies are the catalog's; what a workspace is, is no person.</summary>
    public static readonly IReadOnlySet<string> Impersonal = new HashSet<string>(StringComparer.Ordinal)
    {
        "delivery_key", "kept_reply", "probe", "slack_installation", "slack_install_state", "slack_preview", "slack_preview_shown", "scrub", "unanswered",
        "known_record", "known_catalog", "catalog_change",
    };

    // A conversation is a chat, a person, a thread of that chat, or what one person sees alone in a channel ("C1/U1").
    private const string InConversation = """
        (conversation = @Id or @Alone <> '' and (conversation = @Alone or substr(conversation, 1, length(@Alone) + 1) = @Alone || '/')
            or substr(conversation, -length(@Id) - 1) = '/' || @Id)
        """;

    private const string Theirs = $"channel = @Channel and tenant = @Tenant and {InConversation}";

    private const string Asked = $"channel = @Channel and tenant = @Tenant and (instr(route, @quoted) > 0 or instr(coalesce(asker, ''), @quoted) > 0 or {InConversation})";

    private const string Told = $"channel = @Channel and tenant = @Tenant and (instr(route, @quoted) > 0 or place = @Id or instr(reply, @Id) > 0 or {InConversation})";

    private const string Way = """
        tenant = @Tenant and @Channel = 'teams'
            and (conversation = @Id or conversation = @Alone or conversation = (select json_extract(route, '$.conversationId') from teams_conversation where tenant = @Tenant and conversation = @Id))
        """;

    private const string Own = "channel = @Channel and tenant = @Tenant and (personal and place = @Id or @Alone <> '' and place = @Alone)";

    private const string Open = $"""
        select (select count(*) from inbox where state = 'pending' and {Asked}) + (select count(*) from outbox where state in ('pending', 'sending') and {Told})
        """;

    private const string Count = $"""
        select (select count(*) from subscription where {Own}) as Follows,
               (select count(*) from subscription where channel = @Channel and tenant = @Tenant and person = @Id and not ({Own})) as SetForOthers,
               (select count(*) from conversation_memory where {Theirs}) as Conversations,
               (select count(*) from slack_search where @Channel = 'slack' and team = @Tenant and person = @Id) as Searches,
               (select count(*) from inbox where {Asked}) + (select count(*) from outbox where {Told}) as Messages,
               (select count(*) from teams_conversation where {Way}) as Ways
        """;

    // What a place follows stays with the place, and names nobody any more.
    private static readonly string[] Deletions =
    [
        $"delete from subscription where {Own}",
        "update subscription set person = '', person_route = null where channel = @Channel and tenant = @Tenant and person = @Id",
        $"delete from conversation_memory where {Theirs}",
        "delete from default_member where channel = @Channel and tenant = @Tenant and (place = @Id or @Alone <> '' and place = @Alone)",
        "delete from slack_search where @Channel = 'slack' and team = @Tenant and person = @Id",
        $"delete from inbox where state <> 'pending' and {Asked}",
        $"delete from outbox where state in ('sent', 'failed', 'unknown') and {Told}",
        $"delete from teams_conversation where {Way}",
        "delete from forget_request where channel = @Channel and tenant = @Tenant and person = @Id",
    ];

    /// <summary>The tables that name people.</summary>
    public static IEnumerable<string> Tables => Deletions.Select(deletion => deletion.Split(' ')[deletion.StartsWith("update", StringComparison.Ordinal) ? 1 : 2]).Distinct();

    public static async Task<KeptAboutPerson> CountAsync(BotDatabase database, Person person, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var row = await connection.QuerySingleAsync<Row>(new CommandDefinition(Count, Values(person), cancellationToken: cancellationToken));
        return new(row.Follows, row.SetForOthers, row.Conversations, row.Searches, row.Messages, row.Ways);
    }

    /// <summary>True while something is on its way from or to this person.</summary>
    public static bool IsUnderWay(StateTransaction transaction, Person person) => transaction.Scalar<long>(Open, Values(person)) > 0;

    /// <returns>Rows that went or name nobody any more.</returns>
    public static int Delete(StateTransaction transaction, Person person) => Deletions.Sum(deletion => transaction.Execute(deletion, Values(person)));

    // In JSON, so that no longer ID is meant.
    private static object Values(Person person) => new { person.Channel, person.Tenant, person.Id, person.Alone, quoted = $"\"{person.Id}\"" };

    private sealed class Row
    {
        public long Follows { get; init; }

        public long SetForOthers { get; init; }

        public long Conversations { get; init; }

        public long Searches { get; init; }

        public long Messages { get; init; }

        public long Ways { get; init; }
    }
}
