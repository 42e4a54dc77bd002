using Microsoft.AspNetCore.WebUtilities;
using OgpBot.Delivery;

namespace OgpBot.Host.Slack;

/// <summary>How an install ended, as the person is told.</summary>
internal enum SlackInstallEnd
{
    Installed,

    /// <summary>The person chose not to.</summary>
    Cancelled,

    /// <summary>Begun too long ago, in another browser, or finished before.</summary>
    Stale,

    /// <summary>For a whole organisation: not offered.</summary>
    Organisation,

    /// <summary>Try again later.</summary>
    Busy,

    Failed,
}

/// <summary>Asks Slack for a workspace's permission and takes it.</summary>
internal sealed partial class SlackInstall(SlackClient client, SlackInstallations installations, SlackOptions options, TimeProvider time, ILogger<SlackInstall> log)
{
    /// <summary>What the bot needs, and nothing more; the manifest asks for the same.</summary>
    public static readonly IReadOnlyList<string> Scopes = ["app_mentions:read", "chat:write", "commands", "im:history", "links:read", "links:write", "users:read"];

    /// <summary>Where the person agrees.</summary>
    public Uri AddressOf(string state) => new(QueryHelpers.AddQueryString(options.Authorize.AbsoluteUri, new Dictionary<string, string?>
    {
        ["client_id"] = options.ClientId,
        ["scope"] = string.Join(',', Scopes),
        ["state"] = state,
        ["redirect_uri"] = options.RedirectUri.Length > 0 ? options.RedirectUri : null,
    }));

    public async Task<SlackInstallEnd> CompleteAsync(string code, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> arguments = [new("code", code)];
        if (options.RedirectUri.Length > 0)
        {
            arguments.Add(new("redirect_uri", options.RedirectUri));
        }

        var granted = await client.GrantAsync(arguments, cancellationToken);
        var installation = granted.Body is { } body ? SlackGrant.Read(body, options, time) : granted.Trouble!;
        if (installation.Body is { } accepted)
        {
            await installations.SaveAsync(accepted, cancellationToken);
            LogInstalled(log, accepted.Team, string.Join(',', accepted.Scopes));
            return SlackInstallEnd.Installed;
        }

        LogRefused(log, installation.Trouble!);
        if (granted.Body?.AccessToken is { Length: > 0 } unwanted)
        {
            // It is of no use to us, so it should be to nobody.
            await client.ReadAsync(new SlackToken("", unwanted), "auth.revoke", [], SlackApiJson.Default.SlackBody, cancellationToken);
        }

        return installation.Trouble switch
        {
            Outcome.Refused { Reason: "whole_organisation" } => SlackInstallEnd.Organisation,
            Outcome.Refused => SlackInstallEnd.Failed,
            _ => SlackInstallEnd.Busy,
        };
    }

    [LoggerMessage(1, LogLevel.Information, "Slack workspace {Team} installed the app with {Scopes}")]
    private static partial void LogInstalled(ILogger logger, string team, string scopes);

    [LoggerMessage(2, LogLevel.Warning, "An install was not completed: {Trouble}")]
    private static partial void LogRefused(ILogger logger, Outcome trouble);
}
