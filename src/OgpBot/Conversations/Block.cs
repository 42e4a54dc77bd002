using System.Text.Json.Serialization;

namespace OgpBot.Conversations;

/// <summary>A part of a reply that no channel has shaped yet. All texts are plain: a renderer escapes them.</summary>
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Prose), "prose")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Detail), "detail")]
[JsonDerivedType(typeof(Listing), "listing")]
[JsonDerivedType(typeof(Chart), "chart")]
[JsonDerivedType(typeof(Grid), "grid")]
public abstract record Block
{
    private protected Block() { }
}

/// <summary>The title of a reply.</summary>
public sealed record Heading(string Text) : Block;

/// <summary>A paragraph.</summary>
public sealed record Prose(string Text) : Block;

/// <summary>Small print: how the question was read, a correction, a gap in the source, a credit.</summary>
public sealed record Note(string Text) : Block
{
    /// <summary>Said instead of the text where the channel can mention a person by ID; null when nobody is meant.</summary>
    public Mention? Mention { get; init; }
}

/// <summary>A sentence around a person whose name the bot does not know.</summary>
/// <param name="Person">The platform's ID, as in <see cref="Asker.Person"/>: never shown as it is.</param>
public sealed record Mention(string Before, string Person, string After);

/// <summary>Words of the source itself, with whom to credit.</summary>
public sealed record Quote(string Text, string Credit) : Block;

/// <summary>Labels with values, in order.</summary>
public sealed record Facts(IReadOnlyList<Fact> Rows) : Block;

public sealed record Fact(string Label, string Value);

/// <summary>One record in full.</summary>
public sealed record Detail(Item Item, IReadOnlyList<Fact> Rows) : Block;

/// <summary>One page of records. <paramref name="First"/> is the number of the first within the whole answer, from 1.</summary>
public sealed record Listing(IReadOnlyList<Item> Items, int First = 1) : Block;

/// <summary>Figures worth seeing side by side: drawn as bars, and readable as "label: value" lines.</summary>
public sealed record Chart(string Title, IReadOnlyList<Bar> Bars) : Block;

/// <param name="Says">What choosing the bar says; null when it leads nowhere.</param>
public sealed record Bar(string Label, int Value, string? Says = null);

/// <summary>A small table: the first column holds the labels. At most 12 columns beside it and 40 rows.</summary>
public sealed record Grid(string Title, IReadOnlyList<string> Columns, IReadOnlyList<GridRow> Rows) : Block;

public sealed record GridRow(string Label, IReadOnlyList<string> Cells);
