namespace OgpBot.Tests.Acceptance;

/// <summary>What an answer must hold: predicates joined by semicolons, such as "ids=PE0062; single".</summary>
internal sealed record Expectation(IReadOnlyList<Predicate> Predicates)
{
    public static Expectation Parse(string text) => new([.. Parts(text, ';').Select(Predicate.Parse)]);

    public bool Has(string name) => Predicates.Any(predicate => predicate.Name == name);

    /// <summary>Empty where there is no such predicate.</summary>
    public IReadOnlyList<string> List(string name) => Predicates.FirstOrDefault(predicate => predicate.Name == name)?.List ?? [];

    internal static string[] Parts(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <param name="Value">What stands after the first equals sign; empty where there is none.</param>
internal sealed record Predicate(string Name, string Value)
{
    public IReadOnlyList<string> List => Expectation.Parts(Value, ',');

    public IReadOnlyList<string> Alternatives => Expectation.Parts(Value, '|');

    public static Predicate Parse(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? new(text[..at], text[(at + 1)..]) : new(text, "");

    public override string ToString() => Value.Length == 0 ? Name : $"{Name}={Value}";
}
