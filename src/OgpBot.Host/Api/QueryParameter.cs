using Microsoft.OpenApi;
using OgpBot.Catalog;

namespace OgpBot.Host.Api;

/// <summary>One parameter of the query string: its documentation and its meaning.</summary>
/// <param name="Takes">What is expected, as told to people in the OpenAPI document and in errors.</param>
/// <param name="Apply">Narrows a selection by one value; null when the value is not what is expected.</param>
internal sealed record QueryParameter(string Name, string Takes, string Example, Func<Selection, string, Vocabulary, Selection?> Apply)
{
    /// <summary>True: may be given several times, or with commas; the values are a union.</summary>
    public bool Repeats { get; init; } = true;

    /// <summary>The values that the catalog knows, to name them in an error.</summary>
    public Func<Vocabulary, IEnumerable<string>> Choices { get; init; } = _ => [];

    /// <exception cref="BadHttpRequestException">A parameter is unknown or its value is not what is expected; the message names both.</exception>
    public static Selection Read(IQueryCollection query, IReadOnlyList<QueryParameter> known, Vocabulary vocabulary)
    {
        var selection = new Selection();
        foreach (var (name, values) in query)
        {
            var parameter = known.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new BadHttpRequestException($"Unknown parameter \"{Shown(name)}\". Known: {string.Join(", ", known.Select(parameter => parameter.Name))}.");
            if (values.Count > 1 && !parameter.Repeats)
            {
                throw new BadHttpRequestException($"\"{parameter.Name}\" is given {values.Count} times; expected once: {parameter.Takes}.");
            }

            selection = values.Aggregate(selection, (narrowed, value) => parameter.Narrow(narrowed, value ?? "", vocabulary));
        }

        return selection;
    }

    public OpenApiParameter ToOpenApi() => new()
    {
        Name = Name,
        In = ParameterLocation.Query,
        Description = $"{char.ToUpperInvariant(Takes[0])}{Takes[1..]}.{(Repeats ? " Several: repeat the parameter or separate them by commas." : "")}",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = Example,
    };

    /// <summary>The whole value first: a name may hold a comma.</summary>
    private Selection Narrow(Selection selection, string value, Vocabulary vocabulary) =>
        Apply(selection, value.Trim(), vocabulary)
        ?? (Repeats && value.Contains(',', StringComparison.Ordinal)
            ? value.Split(',', StringSplitOptions.TrimEntries).Aggregate(selection, (narrowed, part) => Apply(narrowed, part, vocabulary) ?? throw Bad(part, vocabulary))
            : throw Bad(value, vocabulary));

    private BadHttpRequestException Bad(string value, Vocabulary vocabulary)
    {
        var choices = Choices(vocabulary).Take(50).ToArray();
        return new($"\"{Name}\" cannot be \"{Shown(value)}\"; expected: {Takes}{(choices.Length > 0 ? $": {string.Join(", ", choices)}" : "")}.");
    }

    private static string Shown(string value) => value.Length <= 60 ? value : $"{value[..60]}…";
}
