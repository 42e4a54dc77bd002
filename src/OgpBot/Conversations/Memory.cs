using System.Text.Json;
using OgpBot.Catalog;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot.Conversations;

/// <summary>
/// What each conversation was about last, in bot.db, so that "next" works after a restart.
/// Holds the canonical query and the keys of what was listed, never what a person typed.
/// </summary>
public sealed class Memory(BotDatabase database, StateWriter writer, TimeProvider time)
{
    /// <summary>After this a follow-up has nothing before it any more.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int ExpiredAtOnce = 1_000;

    // Seconds.
    private const int BetweenForgetting = 10;

    private const string Select = """
        select question, listed, first_listed, pages, language
        from conversation_memory
        where channel = @Channel and tenant = @Tenant and conversation = @Conversation and saved_at > @oldest
        limit 1
        """;

    private const string Replace = """
        insert into conversation_memory (channel, tenant, conversation, question, listed, first_listed, pages, language, saved_at)
        values (@Channel, @Tenant, @Conversation, @question, @listed, @firstListed, @pages, @language, @now)
        on conflict do update set question = excluded.question, listed = excluded.listed, first_listed = excluded.first_listed,
            pages = excluded.pages, language = excluded.language, saved_at = excluded.saved_at
        """;

    // The table is walked, a piece at a time: an index of times would cost each message more than the rest of its memory.
    private const string Reach = """
        select json_array(channel, tenant, conversation) from conversation_memory
        where (channel, tenant, conversation) > (@Channel, @Tenant, @Conversation)
        order by channel, tenant, conversation
        limit 1 offset @most
        """;

    private const string Expire = """
        delete from conversation_memory
        where (channel, tenant, conversation) > (@Channel, @Tenant, @Conversation)
            and (@toChannel is null or (channel, tenant, conversation) <= (@toChannel, @toTenant, @toConversation)) and saved_at <= @oldest
        """;

    private static readonly Address Beginning = new("", "", "");

    // Both touched by the one writer alone.
    private long forgotten;
    private Address walked = Beginning;

    /// <summary>A fresh context when there is nothing to remember, it has expired, or its query no longer parses.</summary>
    public async Task<Context> RecallAsync(Address address, Language? preferred, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var row = await database.RowAsync(Select, new { address.Channel, address.Tenant, address.Conversation, oldest = Oldest() }, cancellationToken);
        if (row is not [string query, string listed, long first, long pages, long spoken] || CanonicalQuery.Parse(query, vocabulary) is not { } last)
        {
            return Context.Fresh(preferred ?? Language.English);
        }

        var language = (Language)spoken;
        return new Context(last with { Language = language }, JsonSerializer.Deserialize(listed, MemoryJson.Default.StringArray)!.ToValues(), (int)first, (int)pages, language);
    }

    /// <summary>Replaces what the conversation was about. Expired conversations are forgotten by the way.</summary>
    /// <exception cref="StateBusyException">bot.db takes nothing just now; the answer need not wait for it.</exception>
    public async Task KeepAsync(Address address, Context context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(context);
        if (writer.IsStuck)
        {
            throw new StateBusyException("bot.db takes nothing just now.");
        }

        await writer.WriteAsync(Keeping(address, context), cancellationToken);
    }

    /// <summary>The same, as part of somebody's transaction.</summary>
    internal Func<StateTransaction, int> Keeping(Address address, Context context)
    {
        var values = new
        {
            address.Channel,
            address.Tenant,
            address.Conversation,
            question = CanonicalQuery.Print(context.Last!),
            listed = JsonSerializer.Serialize([.. context.Listed], MemoryJson.Default.StringArray),
            firstListed = context.FirstListed,
            pages = context.Pages,
            language = (int)context.Language,
            now = time.GetUtcNow().ToUnixTimeSeconds(),
        };
        return transaction =>
        {
            Forget(transaction);
            return transaction.Execute(Replace, values);
        };
    }

    /// <summary>Those that have expired, now and then.</summary>
    private void Forget(StateTransaction transaction)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (Math.Abs(now - forgotten) >= BetweenForgetting)
        {
            forgotten = now;
            var (from, to) = (walked, Next(transaction, walked));
            transaction.Execute(
                Expire,
                new { from.Channel, from.Tenant, from.Conversation, toChannel = to?.Channel, toTenant = to?.Tenant, toConversation = to?.Conversation, oldest = Oldest() });
            walked = to ?? Beginning;
        }
    }

    /// <summary>Where the next piece begins; null at the end.</summary>
    private static Address? Next(StateTransaction transaction, Address from) =>
        transaction.Scalar<string>(Reach, new { from.Channel, from.Tenant, from.Conversation, most = ExpiredAtOnce }) is { } json
        && JsonSerializer.Deserialize(json, MemoryJson.Default.StringArray) is [var channel, var tenant, var conversation]
            ? new(channel, tenant, conversation)
            : null;

    private long Oldest() => (time.GetUtcNow() - Lifetime).ToUnixTimeSeconds();
}
