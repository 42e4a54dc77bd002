namespace OgpBot.Ingest.Export;

/// <summary>The rows of an export, whatever kind of file they stand in.</summary>
internal abstract class ExportTable : IDisposable
{
    protected const int SampleRows = 20;

    /// <summary>The columns' headings.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>The first rows below them: what a column holds shows there when its heading does not say.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Sample { get; init; }

    /// <summary>Moves to the next row whose cells can be told apart. False at the end.</summary>
    public abstract bool Read();

    /// <summary>The row's first line in the file, from 1.</summary>
    public abstract int Line { get; }

    /// <summary>The row's last line.</summary>
    public abstract int LastLine { get; }

    /// <summary>The cell as it stands; empty when the row is shorter.</summary>
    public abstract string this[int column] { get; }

    /// <summary>The cell's only character; none when it is longer or empty. Makes no text of it.</summary>
    public abstract char? Sign(int column);

    public abstract void Dispose();
}
