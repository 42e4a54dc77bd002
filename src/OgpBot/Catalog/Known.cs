namespace OgpBot.Catalog;

/// <summary>A fact that the source gives, does not hold, or marks as pending review. Nothing is guessed in between.</summary>
public readonly record struct Known
{
    /// <summary>The value as the source writes it; null unless <see cref="State"/> is <see cref="KnownState.Given"/>.</summary>
    public string? Value { get; private init; }

    public KnownState State { get; private init; }

    public bool IsGiven => State == KnownState.Given;

    /// <summary>The default: the source does not say.</summary>
    public static Known NotInSource => default;

    public static Known PendingReview => new() { State = KnownState.PendingReview };

    public static Known Given(string value) => new() { State = KnownState.Given, Value = value };

    public override string ToString() => Value ?? State.ToString();
}

/// <summary>The numbers are stored: do not renumber.</summary>
public enum KnownState
{
    NotInSource = 0,
    Given = 1,
    PendingReview = 2,
}
