using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>Installs that somebody began: each state serves once, for ten minutes, for the browser that began alone. Only hashes are stored.</summary>
internal sealed class SlackInstallStates(StateWriter writer, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int Bytes = 16;

    // Far more than people install at once: beyond it the oldest go.
    private const int Most = 10_000;

    private const string Expire = "delete from slack_install_state where expires_at <= @now";

    private const string Crowd = "delete from slack_install_state where state in (select state from slack_install_state order by expires_at desc limit -1 offset @most)";

    private const string Insert = "insert into slack_install_state (state, browser, expires_at) values (@state, @browser, @expiresAt)";

    private const string Use = "delete from slack_install_state where state = @state and browser = @browser and expires_at > @now";

    /// <returns>What Slack brings back, and what the browser's cookie holds meanwhile.</returns>
    /// <exception cref="StateBusyException">bot.db takes nothing just now.</exception>
    public async Task<(string State, string Browser)> BeginAsync(CancellationToken cancellationToken)
    {
        var (state, browser) = (Random(), Random());
        var now = time.GetUtcNow();
        await writer.WriteAsync(
            transaction =>
            {
                transaction.Execute(Expire, new { now = now.ToUnixTimeMilliseconds() });
                transaction.Execute(Crowd, new { most = Most - 1 });
                return transaction.Execute(Insert, new { state = Hash(state), browser = Hash(browser), expiresAt = now.Add(Lifetime).ToUnixTimeMilliseconds() });
            },
            cancellationToken);
        return (state, browser);
    }

    /// <summary>True once, for the browser that began, in time.</summary>
    /// <exception cref="StateBusyException">bot.db takes nothing just now.</exception>
    public Task<bool> UseAsync(string state, string browser, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync(transaction => transaction.Execute(Use, new { state = Hash(state), browser = Hash(browser), now }) == 1, cancellationToken);
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
