using Dapper;
using OgpBot.Storage;

namespace OgpBot.Conversations;

/// <summary>The member that questions mean which name none, in bot.db: one for each channel, or for a person who is alone with the bot.</summary>
public sealed class DefaultMembers(BotDatabase database, StateWriter writer, TimeProvider time)
{
    private const string Select = """
        select member
        from default_member
        where channel = @Channel and tenant = @Tenant and place = @place
        limit 1
        """;

    private const string Replace = """
        insert into default_member (channel, tenant, place, member, set_at)
        values (@Channel, @Tenant, @place, @member, @now)
        on conflict do update set member = excluded.member, set_at = excluded.set_at
        """;

    private const string Delete = "delete from default_member where channel = @Channel and tenant = @Tenant and place = @place";

    /// <summary>Null when there is none.</summary>
    public async Task<string?> ReadAsync(Address address, Asker? asker, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        await using var connection = await database.ReadAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            Select, new { address.Channel, address.Tenant, place = Place(address, asker) }, cancellationToken: cancellationToken));
    }

    /// <param name="member">Null for no default any more.</param>
    /// <exception cref="StateBusyException">bot.db takes nothing just now.</exception>
    public async Task KeepAsync(Address address, Asker? asker, string? member, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var values = new { address.Channel, address.Tenant, place = Place(address, asker), member, now = time.GetUtcNow().ToUnixTimeSeconds() };
        await writer.WriteAsync(
            transaction => member is null
                ? transaction.Execute(Delete, new { values.Channel, values.Tenant, values.place })
                : transaction.Execute(Replace, values),
            cancellationToken);
    }

    private static string Place(Address address, Asker? asker) => asker switch
    {
        { IsAlone: true, Person.Length: > 0 } => asker.Person,
        { Place.Length: > 0 } => asker.Place,
        { Person.Length: > 0 } => asker.Person,
        _ => address.Conversation,
    };
}
