using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>A change that waits for its turn, and whoever waits for it.</summary>
internal abstract class PendingChange(bool patient)
{
    private volatile bool abandoned;

    /// <summary>Waits for as long as the process lives: what it records has happened already.</summary>
    public bool IsPatient => patient;

    /// <summary>Whoever asked has given up, so it is not begun any more.</summary>
    public bool IsAbandoned => abandoned;

    public void Abandon() => abandoned = true;

    /// <summary>Runs it; its result counts once the transaction is on disk.</summary>
    public abstract void Apply(StateTransaction transaction);

    public abstract void Committed();

    public abstract void Failed(Exception reason);

    /// <summary>Abandoned, and never begun.</summary>
    public abstract void Dropped();
}

internal sealed class PendingChange<T>(Func<StateTransaction, T> change, bool patient) : PendingChange(patient)
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Done => done.Task;

    /// <summary>Done, and <paramref name="then"/> told the result; the default when there is none.</summary>
    public async Task<T> FollowAsync(Action<T?> then)
    {
        T? known = default;
        try
        {
            return known = await done.Task;
        }
        finally
        {
            then(known);
        }
    }

    public override void Apply(StateTransaction transaction) => result = change(transaction);

    public override void Committed() => done.TrySetResult(result!);

    public override void Dropped() => done.TrySetCanceled();

    public override void Failed(Exception reason) => done.TrySetException(reason is SqliteException ? new StateBusyException("bot.db could not be written.", reason) : reason);
}
