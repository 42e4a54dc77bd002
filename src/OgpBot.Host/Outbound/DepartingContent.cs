using System.Net;
using System.Net.Http.Headers;

namespace OgpBot.Host.Outbound;

/// <summary>A JSON body that knows whether any of it was handed to a connection. Until then the platform certainly took nothing.</summary>
internal sealed class DepartingContent : HttpContent
{
    private readonly byte[] json;

    public DepartingContent(byte[] json)
    {
        this.json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        return stream.WriteAsync(json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }
}
