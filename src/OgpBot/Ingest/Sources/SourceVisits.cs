using System.Text.Json;
using System.Text.Json.Serialization;
using OgpBot.Storage;

namespace OgpBot.Ingest.Sources;

/// <summary>The last look at a source.</summary>
/// <param name="Document">What its records call it; null when nothing of it was imported yet.</param>
/// <param name="Failure">Null when the catalog holds the source as it was then.</param>
public sealed record SourceVisit(DateTimeOffset At, string? Document, Validators? Validators, string? Failure);

/// <summary>When each source was looked at last, in a small file beside the databases. Without it everything is fetched once more, and nothing else happens.</summary>
public sealed class SourceVisits(DataFolder folder)
{
    private readonly string path = Path.Combine(folder.Path, "sources.json");

    private volatile Dictionary<string, SourceVisit>? visits;

    public SourceVisit? Last(string location) => Read().GetValueOrDefault(location);

    public IReadOnlyDictionary<string, SourceVisit> All(IEnumerable<string> locations) =>
        locations.Distinct(StringComparer.Ordinal).Where(location => Last(location) is not null).ToDictionary(location => location, location => Last(location)!, StringComparer.Ordinal);

    public async Task KeepAsync(string location, SourceVisit visit, CancellationToken cancellationToken)
    {
        visits = new(Read(), StringComparer.Ordinal) { [location] = visit };
        folder.Create();
        var aside = $"{path}.new";
        await File.WriteAllTextAsync(aside, JsonSerializer.Serialize(visits, SourceVisitsJson.Default.DictionaryStringSourceVisit), cancellationToken);
        File.Move(aside, path, overwrite: true);
    }

    private Dictionary<string, SourceVisit> Read()
    {
        try
        {
            return visits ??= File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), SourceVisitsJson.Default.DictionaryStringSourceVisit) ?? [] : [];
        }
        catch (JsonException)
        {
            return visits = [];
        }
    }
}

[JsonSerializable(typeof(Dictionary<string, SourceVisit>))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class SourceVisitsJson : JsonSerializerContext;
