using OgpBot.Storage;

namespace OgpBot.Catalog;

/// <summary>Held by the one process that may replace the catalog file. The operating system frees it when that process dies.</summary>
internal static class CatalogLock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <exception cref="TimeoutException">Another process held it for all of that time.</exception>
    public static async Task<IDisposable> TakeAsync(DataFolder folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        folder.Create();

        // The other process lives in real time: a clock that a test holds still would wait for it for ever. Even a process
        // that is just being started by this one holds the lock for a moment, as a copy.
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder.Path, "catalog.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < patience)
            {
                await Task.Delay(Step, cancellationToken);
            }
            catch (IOException error)
            {
                throw new TimeoutException("Another process is replacing the catalog.", error);
            }
        }
    }
}
