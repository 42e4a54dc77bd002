using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>A kind of record: the exchange file that holds it and what identifies a record.</summary>
internal abstract class Kind(string name)
{
    /// <summary>Plural, as in the file's name without ".csv".</summary>
    public string Name { get; } = name;

    public string File => $"{Name}.csv";

    /// <summary>The columns that a file of this kind has at least.</summary>
    public abstract IReadOnlyList<string> Required { get; }

    /// <summary>Without those that were removed.</summary>
    public abstract int Count(CatalogContent content);

    /// <summary>Writes the records in the order of their keys, so that equal content gives equal text.</summary>
    public abstract void Write(CatalogContent content, TextWriter writer);

    /// <summary>The content with the file's sound rows added; a problem for each other row.</summary>
    public abstract CatalogContent Read(CatalogContent content, TextReader reader, string file, ICollection<Problem> problems);

    /// <summary>
    /// What replaces the same member's records in <paramref name="old"/>. A record that says the same at the same place keeps its import time.
    /// Those that are gone are marked as removed, where the kind can be marked.
    /// </summary>
    public abstract CatalogContent Replace(CatalogContent old, CatalogContent by, string member, DateTimeOffset at);

    /// <summary>The same for every record of the kind.</summary>
    public abstract CatalogContent ReplaceAll(CatalogContent old, CatalogContent by);

    public abstract KindCount Compare(CatalogContent old, CatalogContent now);

    /// <summary>How many records of this member there are.</summary>
    public abstract int CountOf(CatalogContent content, string member);

    /// <summary>Drops the records of members that the content lacks: they would have nothing to hang on.</summary>
    public abstract CatalogContent WithoutStrays(CatalogContent content, IReadOnlySet<string> members, string file, ICollection<Problem> problems);
}
