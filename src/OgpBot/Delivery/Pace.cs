namespace OgpBot.Delivery;

/// <summary>
/// Keeps a platform's limits: several windows at once, per place and per tenant, known again after a restart.
/// System.Threading.RateLimiting knows no window that survives a process, counts by segments, and takes no clock.
/// </summary>
internal sealed class Pace(ChannelLimits limits, TimeProvider time) : IDisposable
{
    private readonly Dictionary<string, PaceWindow> windows = [];

    /// <summary>Waits until one more message fits everywhere.</summary>
    public async Task<Turn> TakeAsync(string tenant, string place, CancellationToken cancellationToken)
    {
        var ofPlace = Claim(KeyOf(tenant, place), limits.PerPlace);
        var ofTenant = Claim(tenant, limits.PerTenant);
        var turn = new Turn();
        try
        {
            await turn.EnterAsync(ofPlace, cancellationToken);
            await turn.EnterAsync(ofTenant, cancellationToken);
            return turn;
        }
        catch (OperationCanceledException)
        {
            turn.Dispose();
            throw;
        }
        finally
        {
            ofPlace.Release();
            ofTenant.Release();
        }
    }

    /// <summary>Without waiting; null when it does not fit now.</summary>
    public Turn? TryTake(string tenant, string place)
    {
        var ofPlace = Claim(KeyOf(tenant, place), limits.PerPlace);
        var ofTenant = Claim(tenant, limits.PerTenant);
        var turn = new Turn();
        try
        {
            if (turn.TryEnter(ofPlace) && turn.TryEnter(ofTenant))
            {
                return turn;
            }

            turn.Dispose();
            return null;
        }
        finally
        {
            ofPlace.Release();
            ofTenant.Release();
        }
    }

    /// <summary>Counts a message that was sent this long ago.</summary>
    public void Seed(string tenant, string place, TimeSpan age)
    {
        foreach (var window in new[] { Claim(KeyOf(tenant, place), limits.PerPlace), Claim(tenant, limits.PerTenant) })
        {
            window.Seed(age);
            window.Release();
        }
    }

    /// <summary>Forgets windows that hold nothing any more.</summary>
    public void Tidy()
    {
        lock (windows)
        {
            foreach (var idle in windows.Where(window => window.Value.IsIdle).Select(window => window.Key).ToArray())
            {
                windows.Remove(idle, out var window);
                window!.Dispose();
            }
        }
    }

    public void Dispose()
    {
        foreach (var window in windows.Values)
        {
            window.Dispose();
        }
    }

    private static string KeyOf(string tenant, string place) => $"{tenant}\0{place}";

    private PaceWindow Claim(string key, IReadOnlyList<Rate> rates)
    {
        lock (windows)
        {
            if (!windows.TryGetValue(key, out var window))
            {
                windows.Add(key, window = new(rates, time));
            }

            window.Claim();
            return window;
        }
    }
}

/// <summary>Leave to send one message. Counts from its beginning to its end, and from its end on if it was used.</summary>
internal sealed class Turn : IDisposable
{
    private readonly List<PaceWindow> entered = new(2);
    private SemaphoreSlim? requests;
    private bool used;

    public async Task EnterAsync(PaceWindow window, CancellationToken cancellationToken)
    {
        await window.EnterAsync(cancellationToken);
        entered.Add(window);
    }

    public bool TryEnter(PaceWindow window)
    {
        if (!window.TryEnterNow())
        {
            return false;
        }

        entered.Add(window);
        return true;
    }

    /// <summary>The message leaves now.</summary>
    public void Use() => used = true;

    /// <summary>Holds one of these until its end.</summary>
    public Turn With(SemaphoreSlim taken)
    {
        requests = taken;
        return this;
    }

    public void Dispose()
    {
        foreach (var window in entered)
        {
            window.Leave(used);
        }

        requests?.Release();
    }
}
