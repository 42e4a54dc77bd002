using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>One message of a person, with what became of it.</summary>
/// <param name="Key">By which its answer is known.</param>
/// <param name="Place">Where answers to it count.</param>
/// <param name="Expected">The commitment that the answer must show.</param>
/// <param name="Deliveries">The requests by which the platform hands it over: two for a mention that is a message too.</param>
internal sealed record Question(string Key, string Platform, string Place, string Expected, IReadOnlyList<Delivery> Deliveries)
{
    private long asked;
    private long acknowledged;

    /// <summary>When it was sent first, in ticks of the stopwatch.</summary>
    public long Asked => Volatile.Read(ref asked);

    /// <summary>When the host first took responsibility for it; 0 until then.</summary>
    public long Acknowledged => Volatile.Read(ref acknowledged);

    public void Ask() => Interlocked.CompareExchange(ref asked, Stopwatch.GetTimestamp(), 0);

    /// <summary>True the first time.</summary>
    public bool Acknowledge() => Interlocked.CompareExchange(ref acknowledged, Stopwatch.GetTimestamp(), 0) == 0;
}

/// <summary>One request by which a platform hands a message over; the same again when it is not acknowledged.</summary>
internal sealed record Delivery(string Path, byte[] Body)
{
    /// <summary>The bot may leave it alone, because the message comes in another way too.</summary>
    public bool IsTwin { get; init; }

    public string ContentType { get; init; } = "application/json";

    public Func<byte[], IEnumerable<(string Name, string Value)>> Headers { get; init; } = static _ => [];

    /// <summary>Hands it over, as the platform would.</summary>
    public async Task SendAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = new(ContentType);
        foreach (var (name, value) in Headers(Body))
        {
            request.Headers.Add(name, value);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
