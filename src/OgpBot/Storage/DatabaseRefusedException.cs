namespace OgpBot.Storage;

public enum Refusal
{
    /// <summary>A database of another program.</summary>
    Foreign,

    /// <summary>Written by a newer release of this one.</summary>
    Newer,

    /// <summary>Not a sound SQLite file.</summary>
    Damaged,

    /// <summary>It cannot be opened, locked or written as it must be.</summary>
    Unusable,

    /// <summary>Another process works on it.</summary>
    InUse,

    /// <summary>The SQLite library is too old to be trusted with it.</summary>
    Library,
}

/// <summary>A database that this release does not touch. The file stays as it is.</summary>
public sealed class DatabaseRefusedException(string file, Refusal refusal, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The file's name, without its folder.</summary>
    public string File { get; } = file;

    public Refusal Refusal { get; } = refusal;
}
