namespace OgpBot.Delivery;

/// <summary>What made us fail steps aside and is tried again a little later, so that nothing behind it waits.</summary>
internal static class Fault
{
    /// <summary>After the first failure 0.2 s, then four times as long each time.</summary>
    public static TimeSpan Wait(int failures) => TimeSpan.FromMilliseconds(200 * Math.Pow(4, failures - 1));

    public static async Task AfterAsync(TimeSpan wait, Action take, TimeProvider time, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(wait, time, stopping);
            take();
        }
        catch (OperationCanceledException)
        {
            // Its time is on disk too.
        }
    }
}
