using System.Reflection;

namespace OgpBot.Storage;

/// <summary>The numbered migrations of one kind of database, and the mark by which its files are known.</summary>
/// <param name="ApplicationId">SQLite's application_id: four letters.</param>
internal sealed record Schema(string Name, int ApplicationId)
{
    public static Schema Catalog { get; } = new("catalog", 0x4F475043); // OGPC

    public static Schema Bot { get; } = new("bot", 0x4F475042); // OGPB

    private readonly Lazy<IReadOnlyList<string>> migrations = new(() => Load(Name));

    /// <summary>In order; the first is number 1.</summary>
    public IReadOnlyList<string> Migrations => migrations.Value;

    public int Version => Migrations.Count;

    private static List<string> Load(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(entry => entry.Path.StartsWith($"Migrations/{name}/", StringComparison.Ordinal))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal);
        return [.. names.Select(entry => Read(assembly, entry.Resource))];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
