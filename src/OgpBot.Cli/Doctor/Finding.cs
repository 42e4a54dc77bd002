namespace OgpBot.Cli.Doctor;

internal enum Mark
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Broken: the bot cannot work, or lost something.</summary>
    Bad,

    /// <summary>Neither: something that is not set up.</summary>
    Off,
}

/// <summary>One thing that was looked at, and what was seen.</summary>
internal sealed record Finding(Mark Mark, string Subject, string Says)
{
    public static Finding Good(string subject, string says) => new(Mark.Good, subject, says);

    public static Finding Bad(string subject, string says) => new(Mark.Bad, subject, says);

    public static Finding Off(string subject, string says) => new(Mark.Off, subject, says);
}
