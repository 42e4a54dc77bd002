namespace OgpBot.Host.Teams;

/// <summary>Turns what is meant for Entra ID to a stand-in for it on this machine. Only there when the settings name one.</summary>
internal sealed class TeamsStandIn(Uri address) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = address.Scheme, Host = address.Host, Port = address.Port }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
