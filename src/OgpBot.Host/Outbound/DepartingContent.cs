using System.Net;

namespace OgpBot.Host.Outbound;

/// <summary>A body that knows whether any of it was handed to a connection. Until then the platform certainly took nothing.</summary>
internal sealed class DepartingContent : HttpContent
{
    public const string Json = "application/json; charset=utf-8";

    private readonly ReadOnlyMemory<byte> body;
    private volatile bool left;

    public DepartingContent(ReadOnlyMemory<byte> body, string type = Json)
    {
        this.body = body;
        Headers.TryAddWithoutValidation("Content-Type", type);
    }

    public bool HasLeft => left;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        left = true;
        return stream.WriteAsync(body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
