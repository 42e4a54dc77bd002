using System.Collections.Concurrent;
using OgpBot.Delivery;
using OgpBot.Host.Operations;

namespace OgpBot.Host.Slack;

/// <summary>Whether and how we may act in a workspace: by its own installation, or by the one token of the settings.</summary>
internal sealed partial class SlackTokens(
    SlackInstallations installations, SlackClient client, SlackOptions options, [FromKeyedServices(SlackNames.Channel)] ChannelHealth health, TimeProvider time, ILogger<SlackTokens> log) : IDisposable
{
    // As Slack's own SDKs do: tokens live for 12 hours.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, Lazy<Task<SlackResult<SlackAccess>>>> renewals = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim introducing = new(1, 1);
    private volatile SlackAccess? own;
    private volatile bool ownIsRevoked;

    /// <summary>Refused when the workspace has not installed the app; later or unknown when Slack could not be asked.</summary>
    public async Task<SlackResult<SlackAccess>> OfAsync(string team, CancellationToken cancellationToken)
    {
        if (options.IsInstallable && await installations.FindAsync(team, cancellationToken) is { } installation)
        {
            return installation.ExpiresAt is { } end && end - time.GetUtcNow() < Ahead ? await RenewAsync(team, installation.Secrets.AccessToken) : installation.Access;
        }

        var access = await OwnAsync(cancellationToken);
        return access.Body is { } found && found.Token.Team != team ? new Outcome.Refused(SlackErrors.NotInstalled) : access;
    }

    /// <summary>False when the workspace has certainly not installed the app. Never asks Slack: somebody waits.</summary>
    public async Task<bool> MayKnowAsync(string team, CancellationToken cancellationToken) =>
        (options.BotToken.Length > 0 && !ownIsRevoked && (own is not { } known || known.Token.Team == team)) || await installations.FindAsync(team, cancellationToken) is not null;

    /// <summary>The workspace of the settings' token; refused when there is none.</summary>
    public async Task<SlackResult<SlackAccess>> OwnAsync(CancellationToken cancellationToken)
    {
        if (options.BotToken.Length == 0 || ownIsRevoked)
        {
            return new Outcome.Refused(SlackErrors.NotInstalled);
        }

        if (own is { } known)
        {
            return known;
        }

        await introducing.WaitAsync(cancellationToken);
        try
        {
            return own is { } meanwhile ? meanwhile : await IntroduceAsync(cancellationToken);
        }
        finally
        {
            introducing.Release();
        }
    }

    /// <summary>Gets a new token in place of one that has ended or soon will; one request at a time for a workspace, shared by all who wait for it.</summary>
    /// <param name="old">The access token to replace: when another is there already, that one counts.</param>
    public async Task<SlackResult<SlackAccess>> RenewAsync(string team, string old)
    {
        var renewal = renewals.GetOrAdd(team, _ => new(() => Task.Run(() => RenewOnceAsync(team, old))));
        try
        {
            return await renewal.Value;
        }
        finally
        {
            renewals.TryRemove(new(team, renewal));
        }
    }

    /// <summary>The workspace took its permission back.</summary>
    public void Forget(string team)
    {
        if (own?.Token.Team == team)
        {
            (own, ownIsRevoked) = (null, true);
            health.Refused("SLACK_BOT_TOKEN was revoked");
        }
    }

    /// <summary>Slack refused a call for the sake of its token: if it is the one of the settings, Slack is asked about it anew.</summary>
    public void Doubt(SlackToken token)
    {
        if (own?.Token == token)
        {
            own = null;
        }
    }

    public void Dispose() => introducing.Dispose();

    private async Task<SlackResult<SlackAccess>> IntroduceAsync(CancellationToken cancellationToken)
    {
        var answer = await client.ReadAsync(new SlackToken("", options.BotToken), "auth.test", [], SlackApiJson.Default.SlackIdentityBody, cancellationToken);
        if (answer.Body is not { TeamId: { } team, UserId: { } user })
        {
            var trouble = answer.Trouble ?? new Outcome.Unknown("unreadable");
            LogNotIntroduced(log, trouble);
            if (trouble is Outcome.Refused { Reason: var reason })
            {
                health.Refused($"Slack refuses SLACK_BOT_TOKEN ({reason})");
            }

            // Nothing was sent to anybody: it can be tried again.
            return trouble is Outcome.Unknown unknown ? new Outcome.Later(null, unknown.Reason) : trouble;
        }

        health.Admitted();
        return own = new SlackAccess(new SlackToken(team, options.BotToken), user, SlackInstallation.ScopesOf(answer.Scopes));
    }

    private async Task<SlackResult<SlackAccess>> RenewOnceAsync(string team, string old)
    {
        if (await installations.FindAsync(team, CancellationToken.None) is not { } installation)
        {
            return new Outcome.Refused(SlackErrors.NotInstalled);
        }

        if (installation.Secrets is not { RefreshToken: { } refresh, AccessToken: var current } || current != old)
        {
            return installation.Access;
        }

        var granted = await client.GrantAsync([new("grant_type", "refresh_token"), new("refresh_token", refresh)], CancellationToken.None);
        if (granted.Body is { AccessToken: { Length: > 0 } access } body)
        {
            var renewed = installation with { Secrets = new(access, body.RefreshToken ?? refresh), ExpiresAt = SlackGrant.EndOf(body, time) };
            await installations.RenewAsync(renewed);
            LogRenewed(log, team);
            return renewed.Access;
        }

        var trouble = granted.Trouble ?? new Outcome.Unknown("unreadable");
        LogNotRenewed(log, team, trouble);
        return installation.ExpiresAt > time.GetUtcNow() ? installation.Access
            : trouble is Outcome.Unknown unknown ? new Outcome.Later(null, unknown.Reason)
            : trouble;
    }

    [LoggerMessage(1, LogLevel.Error, "Slack does not take SLACK_BOT_TOKEN just now: {Trouble}")]
    private static partial void LogNotIntroduced(ILogger logger, Outcome trouble);

    [LoggerMessage(2, LogLevel.Information, "The Slack token of {Team} was renewed")]
    private static partial void LogRenewed(ILogger logger, string team);

    [LoggerMessage(3, LogLevel.Error, "The Slack token of {Team} could not be renewed: {Trouble}")]
    private static partial void LogNotRenewed(ILogger logger, string team, Outcome trouble);
}
