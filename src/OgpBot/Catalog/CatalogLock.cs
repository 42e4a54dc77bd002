using OgpBot.Storage;

namespace OgpBot.Catalog;

/// <summary>Held by the one process that may replace the catalog file. The operating system frees it when that process dies.</summary>
internal static class CatalogLock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <exception cref="TimeoutException">Another process held it for all of that time.</exception>
    public static async Task<IDisposable> TakeAsync(DataFolder folder, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        folder.Create();
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder.Path, "catalog.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (time.GetElapsedTime(start) < patience)
            {
                await Task.Delay(Step, time, cancellationToken);
            }
            catch (IOException error)
            {
                throw new TimeoutException("Another process is replacing the catalog.", error);
            }
        }
    }
}
