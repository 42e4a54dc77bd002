using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace OgpBot.Host.Slack;

/// <summary>The keys that people know from Slack's SDKs, and the section <c>Slack</c> for what those have no key for. Everything may be missing: the channel is off then.</summary>
internal sealed class SlackOptions : IValidatableObject
{
    public const string Section = "Slack";

    /// <summary>For one workspace. Several install the app through <see cref="ClientId"/> and <see cref="ClientSecret"/>.</summary>
    [ConfigurationKeyName("SLACK_BOT_TOKEN")]
    [RegularExpression(@"xox[be][.\-]\S+", ErrorMessage = "SLACK_BOT_TOKEN begins with xoxb-.")]
    public string BotToken { get; init; } = "";

    /// <summary>Proves that a request is Slack's.</summary>
    [ConfigurationKeyName("SLACK_SIGNING_SECRET")]
    public string SigningSecret { get; init; } = "";

    /// <summary>Accepted beside <see cref="SigningSecret"/> while that is being replaced.</summary>
    [ConfigurationKeyName("SLACK_SIGNING_SECRET_PREVIOUS")]
    public string PreviousSigningSecret { get; init; } = "";

    /// <summary>Switches Socket Mode on.</summary>
    [ConfigurationKeyName("SLACK_APP_TOKEN")]
    [RegularExpression(@"xapp-\S+", ErrorMessage = "SLACK_APP_TOKEN begins with xapp-.")]
    public string AppToken { get; init; } = "";

    [ConfigurationKeyName("SLACK_CLIENT_ID")]
    public string ClientId { get; init; } = "";

    [ConfigurationKeyName("SLACK_CLIENT_SECRET")]
    public string ClientSecret { get; init; } = "";

    /// <summary>The app's own ID (A…). What is addressed to another app is left alone then.</summary>
    [ConfigurationKeyName("SLACK_APP_ID")]
    public string AppId { get; init; } = "";

    /// <summary>Of a stand-in, with the final slash; empty for Slack itself. Without https it is on this machine.</summary>
    [ConfigurationKeyName("SLACK_API_URL")]
    public string ApiUrl { get; init; } = "";

    /// <summary>What the names of methods are appended to.</summary>
    public Uri Api => field ??= new(ApiUrl.Length > 0 ? ApiUrl : "https://slack.com/api/");

    /// <summary>Slack is played by a program on this machine.</summary>
    public bool IsStandIn => Api.IsLoopback;

    /// <summary>Where Slack sends people back to after an install, as registered with the app; empty: the only one registered.</summary>
    [ConfigurationKeyName("SLACK_REDIRECT_URI")]
    public string RedirectUri { get; init; } = "";

    /// <summary>Slack's limit for one channel.</summary>
    [Range(1, 1_000_000)]
    public int MessagesPerSecond { get; init; } = 1;

    /// <summary>For all channels of a workspace. Slack names no figure: "several hundred".</summary>
    [Range(1, 60_000_000)]
    public int WorkspaceMessagesPerMinute { get; init; } = 300;

    /// <summary>Where people agree to an install.</summary>
    public Uri Authorize => new(Api, "/oauth/v2/authorize");

    /// <summary>Several workspaces may install the app.</summary>
    public bool IsInstallable => ClientId.Length > 0 && ClientSecret.Length > 0;

    /// <summary>Links to this domain and those below it get a preview.</summary>
    [RegularExpression(@"[A-Za-z0-9.\-]{1,253}", ErrorMessage = "Slack:UnfurlDomain is a host name.")]
    public string UnfurlDomain { get; init; } = "www.opengovpartnership.org";

    /// <summary>Requests are taken over HTTP.</summary>
    public bool OverHttp => SigningSecret.Length > 0 && MaySpeak;

    public bool OverSocket => AppToken.Length > 0 && MaySpeak;

    public bool IsOn => OverHttp || OverSocket;

    /// <summary>Why the channel is off; null when it is on.</summary>
    public string? WhyOff => IsOn ? null
        : BotToken.Length + SigningSecret.Length + AppToken.Length + ClientId.Length == 0 ? "no settings"
        : !MaySpeak ? "no SLACK_BOT_TOKEN, and no SLACK_CLIENT_ID with SLACK_CLIENT_SECRET"
        : "no SLACK_SIGNING_SECRET, and no SLACK_APP_TOKEN";

    private bool MaySpeak => BotToken.Length > 0 || (ClientId.Length > 0 && ClientSecret.Length > 0);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ApiUrl.Length > 0 && (!Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api) || !(api.Scheme == Uri.UriSchemeHttps || (api.Scheme == Uri.UriSchemeHttp && api.IsLoopback)) || !ApiUrl.EndsWith('/')))
        {
            yield return new("SLACK_API_URL is an https address that ends with a slash.");
        }

        if (RedirectUri.Length > 0 && (!Uri.TryCreate(RedirectUri, UriKind.Absolute, out var back) || !(back.Scheme == Uri.UriSchemeHttps || (back.Scheme == Uri.UriSchemeHttp && back.IsLoopback))))
        {
            yield return new("SLACK_REDIRECT_URI is an https address.");
        }

        if ((ClientId.Length == 0) != (ClientSecret.Length == 0))
        {
            yield return new("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET go together.");
        }

        if (PreviousSigningSecret.Length > 0 && SigningSecret.Length == 0)
        {
            yield return new("SLACK_SIGNING_SECRET_PREVIOUS is of use beside SLACK_SIGNING_SECRET alone.");
        }
    }
}

[OptionsValidator]
internal sealed partial class SlackOptionsValidator : IValidateOptions<SlackOptions>;
