namespace OgpBot.Delivery;

/// <summary>
/// How much of what waits is held in memory. Beyond that, rows stay on disk without an owner, and so do all that follow, so that none overtakes,
/// until everything there has been taken up.
/// </summary>
internal sealed class Backlog(int most)
{
    private volatile bool onDisk;

    public bool HasRoom(int waiting)
    {
        if (waiting >= most)
        {
            onDisk = true;
        }

        return waiting < most;
    }

    public bool IsOnDisk => onDisk;

    /// <summary>False: the row waits on disk.</summary>
    public bool Admits(int waiting) => HasRoom(waiting) && !onDisk;

    public void CaughtUp() => onDisk = false;
}
