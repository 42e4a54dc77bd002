namespace OgpBot.Delivery;

/// <summary>Works on items one after the other within a lane, and on all lanes at once.</summary>
/// <param name="fault">Told when <paramref name="work"/> throws, which it should not: the lane goes on.</param>
internal sealed class Lanes<TItem>(Func<TItem, Task> work, Action<TItem, Exception> fault)
    where TItem : class
{
    private readonly Dictionary<string, Queue<TItem?>> lanes = [];
    private int running;
    private int count;
    private TaskCompletionSource? drained;

    /// <summary>Items that wait or are worked on.</summary>
    public int Count => Volatile.Read(ref count);

    public void Add(string lane, TItem item)
    {
        lock (lanes)
        {
            count++;
            if (lanes.TryGetValue(lane, out var queue))
            {
                queue.Enqueue(item);
                return;
            }

            lanes.Add(lane, queue = new([item]));
            running++;
            Run(lane, queue);
        }
    }

    /// <summary>Takes the first place of an empty lane for an item that is still to come: what is added meanwhile waits behind it. False when the lane is not empty.</summary>
    public bool TryReserve(string lane)
    {
        lock (lanes)
        {
            if (!lanes.TryAdd(lane, new([default])))
            {
                return false;
            }

            count++;
            return true;
        }
    }

    /// <summary>Works on the item that the lane was reserved for, then on those behind it.</summary>
    public void Start(string lane, TItem item)
    {
        Queue<TItem?> queue;
        lock (lanes)
        {
            running++;
            lanes[lane] = queue = new([item, .. lanes[lane].Skip(1)]);
        }

        // On this thread: it is the item's turn already.
        _ = RunAsync(lane, queue);
    }

    /// <summary>The item that the lane was reserved for does not come: those behind it are worked on.</summary>
    public void Release(string lane)
    {
        lock (lanes)
        {
            var queue = lanes[lane];
            if (queue.Count > 1)
            {
                running++;
                Run(lane, queue);
                return;
            }

            count--;
            lanes.Remove(lane);
        }
    }

    /// <summary>Ends when every item that was added is done with.</summary>
    public async Task DrainAsync()
    {
        while (true)
        {
            Task left;
            lock (lanes)
            {
                if (running == 0)
                {
                    return;
                }

                drained ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                left = drained.Task;
            }

            await left;
        }
    }

    // Not on this thread's own queue, where the newest of many would overtake the oldest, which wait longest already.
    private void Run(string lane, Queue<TItem?> queue) =>
        ThreadPool.UnsafeQueueUserWorkItem(static start => _ = start.Lanes.RunAsync(start.Lane, start.Queue), (Lanes: this, Lane: lane, Queue: queue), preferLocal: false);

    private async Task RunAsync(string lane, Queue<TItem?> queue)
    {
        var item = queue.Peek();
        while (true)
        {
            try
            {
                await (item is null ? Task.CompletedTask : work(item));
            }
            catch (Exception reason)
            {
                fault(item!, reason);
            }

            lock (lanes)
            {
                count--;
                queue.Dequeue();
                if (!queue.TryPeek(out item))
                {
                    lanes.Remove(lane);
                    Forget();
                    return;
                }
            }
        }
    }

    private void Forget()
    {
        if (--running == 0)
        {
            drained?.SetResult();
            drained = null;
        }
    }
}
