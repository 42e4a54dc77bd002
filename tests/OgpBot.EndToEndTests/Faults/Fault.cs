namespace OgpBot.EndToEndTests.Faults;

/// <summary>What a platform does with one message.</summary>
internal enum Fault
{
    None,

    /// <summary>Takes it after a while.</summary>
    Slow,

    /// <summary>429 with Retry-After.</summary>
    TooMany,

    /// <summary>429 without a word on when.</summary>
    TooManyUntold,

    /// <summary>503: takes nothing.</summary>
    Unavailable,

    /// <summary>500 before it took anything.</summary>
    Broken,

    /// <summary>Resets the connection before it read anything.</summary>
    Reset,

    /// <summary>Takes it, then the connection breaks.</summary>
    TakenThenDropped,

    /// <summary>Takes it and answers 500.</summary>
    TakenThenBroken,

    /// <summary>Takes it and never answers.</summary>
    TakenThenHung,
}

internal static class FaultExtensions
{
    /// <summary>The message is there for people to see.</summary>
    public static bool Shows(this Fault fault) => fault is Fault.None or Fault.Slow or Fault.TakenThenDropped or Fault.TakenThenBroken or Fault.TakenThenHung;

    /// <summary>Certainly not taken, and the sender can know it: the platform does not count it either.</summary>
    public static bool IsKnownRefusal(this Fault fault) => fault is Fault.TooMany or Fault.TooManyUntold or Fault.Unavailable;

    /// <summary>The sender cannot know what became of the message.</summary>
    public static bool LeavesOpen(this Fault fault) => fault is Fault.Broken or Fault.Reset or Fault.TakenThenDropped or Fault.TakenThenBroken or Fault.TakenThenHung;
}
