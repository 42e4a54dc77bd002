using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>The workspaces that installed the app. Each one's tokens are encrypted for it alone, with keys that lie outside the database.</summary>
internal sealed partial class SlackInstallations(
    BotDatabase database, StateWriter writer, IDataProtectionProvider protection, TimeProvider time, ILogger<SlackInstallations> log)
{
    private const string Select = """
        select bot_user as BotUser, scopes as Scopes, tokens as Tokens, expires_at as ExpiresAt
        from slack_installation
        where team = @team
        limit 1
        """;

    private const string Upsert = """
        insert into slack_installation (team, bot_user, scopes, tokens, expires_at, installed_at)
        values (@Team, @BotUser, @scopes, @tokens, @expiresAt, @now)
        on conflict do update set bot_user = excluded.bot_user, scopes = excluded.scopes, tokens = excluded.tokens,
            expires_at = excluded.expires_at, installed_at = excluded.installed_at
        """;

    // Only where it still is: a workspace that left meanwhile stays away.
    private const string Renew = "update slack_installation set tokens = @tokens, expires_at = @expiresAt where team = @Team";

    /// <summary>Null when the workspace has not installed the app, or its tokens cannot be read any more.</summary>
    public async Task<SlackInstallation?> FindAsync(string team, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, new { team }, cancellationToken: cancellationToken));
        return row is not null && Open(team, row.Tokens) is { } secrets
            ? new SlackInstallation(team, row.BotUser, SlackInstallation.ScopesOf(row.Scopes), secrets, row.ExpiresAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null)
            : null;
    }

    /// <summary>A first install, or one again: the newer tokens count.</summary>
    public Task SaveAsync(SlackInstallation installation, CancellationToken cancellationToken) => writer.RecordAsync(
        transaction => transaction.Execute(Upsert, ValuesOf(installation)), cancellationToken);

    /// <summary>New tokens in place of old ones. Those are worth nothing any more, so it waits for as long as it takes.</summary>
    public Task RenewAsync(SlackInstallation installation) => writer.RecordAsync(
        transaction => transaction.Execute(Renew, ValuesOf(installation)), CancellationToken.None);

    private object ValuesOf(SlackInstallation installation) => new
    {
        installation.Team,
        installation.BotUser,
        scopes = string.Join(',', installation.Scopes.Order(StringComparer.Ordinal)),
        tokens = ProtectorOf(installation.Team).Protect(JsonSerializer.SerializeToUtf8Bytes(installation.Secrets, SlackApiJson.Default.SlackSecrets)),
        expiresAt = installation.ExpiresAt?.ToUnixTimeMilliseconds(),
        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private SlackSecrets? Open(string team, byte[] tokens)
    {
        try
        {
            return JsonSerializer.Deserialize(ProtectorOf(team).Unprotect(tokens), SlackApiJson.Default.SlackSecrets);
        }
        catch (CryptographicException)
        {
            LogUnreadable(log, team);
            return null;
        }
    }

    /// <summary>With the workspace in its purpose: a row copied to another one opens nothing.</summary>
    private IDataProtector ProtectorOf(string team) => protection.CreateProtector("OgpBot.Slack.Tokens", team);

    private sealed class Row
    {
        public string BotUser { get; init; } = "";

        public string Scopes { get; init; } = "";

        public byte[] Tokens { get; init; } = [];

        public long? ExpiresAt { get; init; }
    }

    [LoggerMessage(1, LogLevel.Error, "The Slack tokens of {Team} cannot be decrypted: the keys beside the database are not those that they were encrypted with. The workspace has to install the app again")]
    private static partial void LogUnreadable(ILogger logger, string team);
}
