namespace OgpBot.Host.Slack;

/// <summary>
/// Where an interaction may be answered later: five times within half an hour. Who knows the address may post there, so it lives in memory alone
/// and is never written out.
/// </summary>
internal sealed class ResponseUrl
{
    private const int Uses = 5;

    private const string Host = "hooks.slack.com";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly DateTimeOffset received;
    private int used;

    private ResponseUrl(Uri value, DateTimeOffset received) => (Value, this.received) = (value, received);

    public Uri Value { get; }

    /// <summary>Null for anything that is not Slack's, or on the host of the stand-in where one is set (it may use several ports).</summary>
    public static ResponseUrl? Of(string? text, SlackOptions options, TimeProvider time) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && (IsSlack(address) || IsStandIn(address, options)) ? new(address, time.GetUtcNow()) : null;

    /// <summary>False when it was used up or is too old.</summary>
    public bool TryUse(TimeProvider time) => time.GetUtcNow() - received < Lifetime && Interlocked.Increment(ref used) <= Uses;

    public override string ToString() => nameof(ResponseUrl);

    private static bool IsSlack(Uri address) => address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && string.Equals(address.Host, Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsStandIn(Uri address, SlackOptions options) =>
        options.IsStandIn && address.Scheme == options.Api.Scheme && string.Equals(address.Host, options.Api.Host, StringComparison.OrdinalIgnoreCase);
}
