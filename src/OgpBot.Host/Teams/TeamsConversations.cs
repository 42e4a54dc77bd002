using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using OgpBot.Storage;

namespace OgpBot.Host.Teams;

/// <summary>
/// The last way to each conversation, in bot.db, so that something can be said there unasked. Threads of a channel share its way.
/// Service addresses move: the last one seen is the one that counts.
/// </summary>
internal sealed partial class TeamsConversations(StateWriter writer, BotDatabase database, TeamsHosts hosts, TimeProvider time, ILogger<TeamsConversations> log)
{
    // Then everything is written once more: cheaper than remembering who spoke last.
    private const int MostRemembered = 20_000;

    private const string Replace = """
        insert into teams_conversation (tenant, conversation, route, seen_at) values (@tenant, @conversation, @route, @now)
        on conflict do update set route = excluded.route, seen_at = excluded.seen_at
        """;

    private const string Delete = "delete from teams_conversation where tenant = @tenant and conversation = @conversation";

    private const string DeleteFollowed = "delete from subscription where channel = 'teams' and tenant = @tenant and place = @conversation";

    private const string Select = "select route from teams_conversation where tenant = @tenant and conversation = @conversation limit 1";

    private const string SelectLatest = "select route from teams_conversation where tenant = @tenant order by seen_at desc limit 1";

    private readonly ConcurrentDictionary<(string Tenant, string Conversation), TeamsRoute> remembered = [];

    /// <summary>Call on each activity whose sender was verified. Does not wait: an activity is acknowledged whether or not its way is on disk.</summary>
    /// <param name="person">Who is in a personal chat; null in a group or a channel.</param>
    public void Seen(string tenant, TeamsRoute route, string? person = null)
    {
        var way = route with { ConversationId = TeamsThread.ChannelOf(route.ConversationId), ReplyToId = null };
        if (hosts.Allowed(route.ServiceUrl) is null)
        {
            return;
        }

        // Both, so that both are remembered.
        if (IsNews(tenant, way.ConversationId, way) | (person is not null && IsNews(tenant, person, way)))
        {
            _ = KeepAsync(tenant, way, person);
        }
    }

    /// <summary>After the bot was removed from it: also what was followed there.</summary>
    public Task ForgetAsync(string tenant, string conversation, string? person, CancellationToken cancellationToken)
    {
        string[] gone = person is null ? [TeamsThread.ChannelOf(conversation)] : [TeamsThread.ChannelOf(conversation), person];
        Forget(tenant, gone);
        return writer.WriteAsync(transaction => gone.Sum(each => transaction.Execute(Delete, new { tenant, conversation = each }) + transaction.Execute(DeleteFollowed, new { tenant, conversation = each })), cancellationToken);
    }

    /// <param name="conversation">A chat, a channel, a thread of a channel, or a person, for the chat with them.</param>
    /// <returns>Null when the bot was never there.</returns>
    public async Task<TeamsRoute?> FindAsync(string tenant, string conversation, CancellationToken cancellationToken)
    {
        var channel = TeamsThread.ChannelOf(conversation);
        var way = remembered.GetValueOrDefault((tenant, channel)) ?? await ReadAsync(Select, new { tenant, conversation = channel }, cancellationToken);
        return way is not null && channel == way.ConversationId ? way with { ConversationId = conversation } : way;
    }

    /// <summary>Any way into the tenant: what is needed to speak to somebody there for the first time.</summary>
    public Task<TeamsRoute?> FindAnyAsync(string tenant, CancellationToken cancellationToken) => ReadAsync(SelectLatest, new { tenant }, cancellationToken);

    private bool IsNews(string tenant, string conversation, TeamsRoute way)
    {
        if (remembered.TryGetValue((tenant, conversation), out var known) && known == way)
        {
            return false;
        }

        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        remembered[(tenant, conversation)] = way;
        return true;
    }

    private async Task KeepAsync(string tenant, TeamsRoute way, string? person)
    {
        string[] keys = person is null ? [way.ConversationId] : [way.ConversationId, person];
        try
        {
            var route = JsonSerializer.Serialize(way, TeamsJson.Default.TeamsRoute);
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await writer.WriteAsync(
                transaction => keys.Sum(conversation => transaction.Execute(Replace, new { tenant, conversation, route, now })), CancellationToken.None);
        }
        catch (Exception reason)
        {
            // The next activity from there tries again.
            Forget(tenant, keys);
            LogNotKept(log, reason.GetType().Name);
        }
    }

    private void Forget(string tenant, string[] conversations)
    {
        foreach (var conversation in conversations)
        {
            remembered.TryRemove((tenant, conversation), out _);
        }
    }

    private async Task<TeamsRoute?> ReadAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var route = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
        return route is null ? null : JsonSerializer.Deserialize(route, TeamsJson.Default.TeamsRoute);
    }

    [LoggerMessage(1, LogLevel.Warning, "The way to a conversation could not be kept ({Reason})")]
    private static partial void LogNotKept(ILogger logger, string reason);
}
