namespace OgpBot.Ingest;

/// <summary>Something that an import could not take, or took with care.</summary>
/// <param name="File">Its name without folders.</param>
/// <param name="Line">From 1; 0 when it is about the file as a whole.</param>
/// <param name="Reason">A sentence that names what was found and what is expected.</param>
/// <param name="Rejected">True: what stands there was not imported. False: only a remark.</param>
public sealed record Problem(string File, int Line, string Reason, bool Rejected = true)
{
    /// <summary>The column's name, in a file that has columns.</summary>
    public string? Column { get; init; }
}
