using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>The smallest part of a folded utterance that means something.</summary>
internal abstract record Token;

/// <summary>Letters and digits.</summary>
internal sealed record Word(string Text) : Token;

/// <summary>key:value, the key with its minus.</summary>
internal sealed record Qualifier(string Key, string Value) : Token;

internal sealed record IdToken(IdRange Range) : Token;

/// <summary>2019-2021 or 2015/16.</summary>
internal sealed record Span(int From, int To) : Token;

/// <summary>&gt;=, &gt;, &lt;= or &lt;.</summary>
internal sealed record Sign(string Text) : Token;

/// <summary>A minus right before a word.</summary>
internal sealed record Minus : Token;

/// <summary>A comma or semicolon.</summary>
internal sealed record Pause : Token;
