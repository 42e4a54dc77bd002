using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OgpBot.Storage;

/// <summary>What becomes of changes that are written together.</summary>
internal static class Commits
{
    /// <summary>False when one of the changes is at fault: nothing was written then.</summary>
    public static bool Together(StateSession session, List<PendingChange> batch)
    {
        using (var transaction = session.Begin())
        {
            // The wait for the lock may have been long.
            Drop(batch);
            try
            {
                batch.ForEach(change => change.Apply(transaction));
            }
            catch (Exception reason) when (!IsOfDisk(reason))
            {
                return false;
            }

            transaction.Commit();
        }

        batch.ForEach(change => change.Committed());
        batch.Clear();
        return true;
    }

    /// <summary>Whoever asked for a faulty change gets its fault; the others must not.</summary>
    public static void OneByOne(StateSession session, List<PendingChange> batch)
    {
        while (batch.Count > 0)
        {
            var change = batch[0];
            try
            {
                using var transaction = session.Begin();
                change.Apply(transaction);
                transaction.Commit();
                change.Committed();
            }
            catch (Exception reason) when (!IsOfDisk(reason))
            {
                change.Failed(reason);
            }

            batch.RemoveAt(0);
        }
    }

    public static void Fail(List<PendingChange> batch, Exception reason)
    {
        batch.ForEach(change => change.Failed(reason));
        batch.Clear();
    }

    public static void Drop(List<PendingChange> batch)
    {
        foreach (var change in batch.FindAll(change => change.IsAbandoned))
        {
            change.Dropped();
            batch.Remove(change);
        }
    }

    private static bool IsOfDisk(Exception reason) => reason is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_READONLY or raw.SQLITE_NOMEM or raw.SQLITE_CANTOPEN,
    };
}
