namespace OgpBot.Delivery;

/// <summary>This process, as the rows that it works on name it.</summary>
public sealed record Leaseholder(string Name)
{
    /// <summary>A lease is prolonged while its holder lives; after this time anybody may take the row over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>When a lease that begins <paramref name="now"/> ends; both in unix milliseconds.</summary>
    public static long Until(long now) => now + (long)Lease.TotalMilliseconds;

    public static Leaseholder New() => new(Guid.NewGuid().ToString("n"));
}
