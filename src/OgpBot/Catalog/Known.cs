namespace OgpBot.Catalog;

/// <summary>A fact that the source gives, or why it does not. Nothing is guessed in between.</summary>
public readonly record struct Known
{
    /// <summary>The value as the source writes it; null unless <see cref="State"/> is <see cref="KnownState.Given"/>.</summary>
    public string? Value { get; private init; }

    public KnownState State { get; private init; }

    public bool IsGiven => State == KnownState.Given;

    /// <summary>The default: the source does not say.</summary>
    public static Known NotInSource => default;

    public static Known PendingReview => new() { State = KnownState.PendingReview };

    public static Known NotApplicable => new() { State = KnownState.NotApplicable };

    public static Known NotReported => new() { State = KnownState.NotReported };

    public static Known NotAvailable => new() { State = KnownState.NotAvailable };

    public static Known Given(string value) => new() { State = KnownState.Given, Value = value };

    /// <summary>Without a value, for this reason.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A given fact has a value.</exception>
    public static Known Missing(KnownState state) => state == KnownState.Given
        ? throw new ArgumentOutOfRangeException(nameof(state), state, "A given fact has a value.")
        : new() { State = state };

    public override string ToString() => Value ?? State.ToString();
}

/// <summary>The numbers are stored: do not renumber.</summary>
public enum KnownState
{
    NotInSource = 0,
    Given = 1,
    PendingReview = 2,

    /// <summary>OGP's "ND": the method of that time did not ask for it.</summary>
    NotApplicable = 3,

    /// <summary>OGP's "NR": there is no report on it.</summary>
    NotReported = 4,

    /// <summary>OGP's "NA": the source says that it has no value.</summary>
    NotAvailable = 5,
}
