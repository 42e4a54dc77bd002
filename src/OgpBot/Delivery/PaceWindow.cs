namespace OgpBot.Delivery;

/// <summary>
/// The messages of one place or tenant within its sliding windows. A message is dated by its end: the platform counted it before that, so that
/// a message that fits here fits there too.
/// </summary>
internal sealed class PaceWindow(IReadOnlyList<Rate> rates, TimeProvider time) : IDisposable
{
    // How soon to look again when only messages under way fill a window.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private readonly TimeSpan longest = rates.Count == 0 ? TimeSpan.Zero : rates.Max(rate => rate.Per);
    private readonly SemaphoreSlim line = new(1, 1);
    private readonly List<long> ended = [];
    private int underWay;
    private int claims;

    public bool IsIdle
    {
        get
        {
            lock (ended)
            {
                return claims == 0 && underWay == 0 && (ended.Count == 0 || time.GetElapsedTime(ended[^1]) > longest);
            }
        }
    }

    /// <summary>Keeps the window from being forgotten until it is released.</summary>
    public void Claim() => Interlocked.Increment(ref claims);

    public void Release() => Interlocked.Decrement(ref claims);

    /// <summary>First come, first served.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await line.WaitAsync(cancellationToken);
        try
        {
            while (TryEnter() is { } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        finally
        {
            line.Release();
        }
    }

    /// <summary>Without waiting; false when others wait or it does not fit now.</summary>
    public bool TryEnterNow()
    {
        if (!line.Wait(0))
        {
            return false;
        }

        try
        {
            return TryEnter() is null;
        }
        finally
        {
            line.Release();
        }
    }

    public void Dispose() => line.Dispose();

    public void Leave(bool used)
    {
        lock (ended)
        {
            underWay--;
            if (used)
            {
                ended.Add(time.GetTimestamp());
            }
        }
    }

    public void Seed(TimeSpan age)
    {
        lock (ended)
        {
            ended.Add(time.GetTimestamp() - (long)(Math.Max(0, age.TotalSeconds) * time.TimestampFrequency));
            ended.Sort();
        }
    }

    /// <summary>Null when it entered, else how long to wait at least.</summary>
    private TimeSpan? TryEnter()
    {
        lock (ended)
        {
            var gone = 0;
            while (gone < ended.Count && time.GetElapsedTime(ended[gone]) > longest)
            {
                gone++;
            }

            ended.RemoveRange(0, gone);
            var wait = TimeSpan.Zero;
            foreach (var rate in rates)
            {
                // The message that must have left this window before one more fits.
                var free = rate.Messages - underWay;
                var needed = free <= 0 ? Soon
                    : ended.Count < free ? TimeSpan.Zero
                    : rate.Per - time.GetElapsedTime(ended[^free]);
                wait = needed > wait ? needed : wait;
            }

            if (wait > TimeSpan.Zero)
            {
                return wait + TimeSpan.FromMilliseconds(1);
            }

            underWay++;
            return null;
        }
    }
}
