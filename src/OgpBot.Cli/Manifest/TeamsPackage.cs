using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace OgpBot.Cli.Manifest;

/// <param name="Domain">Where the bot is reached, without a scheme.</param>
/// <param name="Unfurl">Domains whose links are previewed; empty: those of the template.</param>
internal sealed record TeamsApp(string Id, string Domain, string Version, string Developer, string Website, string Privacy, string Terms, IReadOnlyList<string> Unfurl);

/// <summary>The files of an app package, by name.</summary>
internal sealed record TeamsPackage(JsonObject Manifest, JsonObject Spanish, IReadOnlyDictionary<string, byte[]> Files)
{
    private const string ManifestName = "manifest.json";

    // The same input makes the same bytes.
    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string SchemaVersion => (string)Manifest["manifestVersion"]!;

    /// <summary>The template with the app's own values in place of its marks.</summary>
    public static TeamsPackage Of(TeamsApp app)
    {
        var manifest = JsonNode.Parse(Embedded(ManifestName))!.AsObject();
        Fill(manifest, new(StringComparer.Ordinal)
        {
            ["${{APP_ID}}"] = app.Id,
            ["${{DOMAIN}}"] = app.Domain,
            ["${{DEVELOPER}}"] = app.Developer,
            ["${{WEBSITE}}"] = app.Website,
            ["${{PRIVACY}}"] = app.Privacy,
            ["${{TERMS}}"] = app.Terms,
        });
        manifest["version"] = app.Version;
        if (app.Unfurl.Count > 0)
        {
            manifest["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"] = new JsonArray([.. app.Unfurl.Select(domain => JsonValue.Create(domain))]);
        }

        var spanish = Embedded("es.json");
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal)
        {
            [ManifestName] = Encoding.UTF8.GetBytes(manifest.ToJsonString(Readable)),
            ["es.json"] = spanish,
            ["color.png"] = Embedded("color.png"),
            ["outline.png"] = Embedded("outline.png"),
        };
        return new TeamsPackage(manifest, JsonNode.Parse(spanish)!.AsObject(), files);
    }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in Files)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Stamp;
            await using var file = await entry.OpenAsync(cancellationToken);
            await file.WriteAsync(content, cancellationToken);
        }
    }

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(TeamsPackage).Assembly.GetManifestResourceStream($"teams/{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static void Fill(JsonNode? node, Dictionary<string, string> values)
    {
        if (node is JsonObject element)
        {
            foreach (var (name, member) in element.ToArray())
            {
                if (member is JsonValue value && value.TryGetValue<string>(out var text) && values.TryGetValue(text, out var filled))
                {
                    element[name] = filled;
                }

                Fill(element[name], values);
            }
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                if (list[index] is JsonValue value && value.TryGetValue<string>(out var text) && values.TryGetValue(text, out var filled))
                {
                    list[index] = filled;
                }

                Fill(list[index], values);
            }
        }
    }
}
