using System.Buffers.Binary;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OgpBot.Cli.Manifest;

/// <summary>
/// What Teams refuses a package for, as far as it can be known without asking it: the published schema's lengths, counts and forms for the members that our
/// manifest has, and the sizes of icons. A package that breaks one is not written.
/// </summary>
internal static partial class TeamsManifestRules
{
    private const int MostCommands = 12;

    private static readonly (string Path, int Longest)[] Texts =
    [
        ("version", 256),
        ("developer.name", 32),
        ("developer.websiteUrl", 2048),
        ("developer.privacyUrl", 2048),
        ("developer.termsOfUseUrl", 2048),
        ("name.short", 30),
        ("name.full", 100),
        ("description.short", 80),
        ("description.full", 4000),
        ("bots[].commandLists[].commands[].title", 128),
        ("bots[].commandLists[].commands[].description", 4000),
        ("composeExtensions[].commands[].id", 64),
        ("composeExtensions[].commands[].title", 32),
        ("composeExtensions[].commands[].description", 128),
        ("composeExtensions[].commands[].parameters[].name", 64),
        ("composeExtensions[].commands[].parameters[].title", 32),
        ("composeExtensions[].commands[].parameters[].description", 128),
        ("composeExtensions[].messageHandlers[].value.domains[]", 2048),
        ("validDomains[]", 2048),
    ];

    private static readonly string[] Pages = ["websiteUrl", "privacyUrl", "termsOfUseUrl"];

    /// <summary>One sentence for each rule that is broken; none for a package that may go.</summary>
    public static IEnumerable<string> Broken(TeamsPackage package) =>
        [.. Forms(package.Manifest), .. Lengths(package.Manifest), .. Languages(package), .. Icons(package)];

    private static IEnumerable<string> Forms(JsonObject manifest)
    {
        foreach (var id in At(manifest, "id").Concat(At(manifest, "bots[].botId")).Concat(At(manifest, "composeExtensions[].botId")).Distinct(StringComparer.Ordinal))
        {
            if (!Guid.TryParseExact(id, "D", out _))
            {
                yield return "--app-id is no ID such as 11111111-2222-3333-4444-555555555555.";
            }
        }

        foreach (var domain in At(manifest, "validDomains[]").Concat(At(manifest, "composeExtensions[].messageHandlers[].value.domains[]")).Where(domain => !HostName().IsMatch(domain)))
        {
            yield return $"\"{domain}\" is no host name such as bot.example.org: leave out https:// and paths.";
        }

        foreach (var url in Pages.SelectMany(name => At(manifest, $"developer.{name}")))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            {
                yield return $"\"{url}\" is no https address.";
            }
        }

        if (At(manifest, "version").Any(version => !SemanticVersion().IsMatch(version)))
        {
            yield return "--version-of-app is no version such as 1.0.0.";
        }

        if (!At(manifest, "$schema").Any(schema => schema.Contains($"/v{manifest["manifestVersion"]}/", StringComparison.Ordinal)))
        {
            yield return "The manifest names one schema and says to be of another version.";
        }
    }

    private static IEnumerable<string> Lengths(JsonObject manifest)
    {
        foreach (var (path, longest) in Texts)
        {
            var found = At(manifest, path).ToArray();
            if (found.Length == 0 || found.Any(string.IsNullOrWhiteSpace))
            {
                yield return $"{path} is missing.";
            }

            if (found.FirstOrDefault(text => text.Length > longest) is { } tooLong)
            {
                yield return $"{path} is {tooLong.Length} characters long, at most {longest}.";
            }
        }

        if (manifest["bots"]!.AsArray().SelectMany(bot => bot!["commandLists"]!.AsArray()).Any(list => list!["commands"]!.AsArray().Count > MostCommands))
        {
            yield return $"A list of commands holds more than {MostCommands}.";
        }
    }

    /// <summary>The second language has every text of the first, within the same lengths, and none that is not there.</summary>
    private static IEnumerable<string> Languages(TeamsPackage package)
    {
        var translated = package.Spanish.Where(text => text.Key != "$schema").ToDictionary(text => text.Key, text => (string)text.Value!, StringComparer.Ordinal);
        var paths = Texts.Where(text => Translatable().IsMatch(text.Path)).ToArray();
        foreach (var (path, longest) in paths)
        {
            foreach (var key in Keys(package.Manifest, path))
            {
                if (!translated.Remove(key, out var text) || text.Length is 0 || text.Length > longest)
                {
                    yield return $"es.json: {key} is missing, or longer than {longest} characters.";
                }
            }
        }

        foreach (var key in translated.Keys)
        {
            yield return $"es.json: {key} stands for nothing in the manifest.";
        }
    }

    private static IEnumerable<string> Icons(TeamsPackage package)
    {
        foreach (var (name, size) in new[] { ("color", 192), ("outline", 32) })
        {
            if (!package.Files.TryGetValue(At(package.Manifest, $"icons.{name}").Single(), out var icon) || SizeOf(icon) != (size, size))
            {
                yield return $"The icon {name} is no PNG of {size} × {size}.";
            }
        }
    }

    /// <summary>From the first chunk of a PNG; null for anything else.</summary>
    internal static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> png) =>
        png.Length > 24 && png[1..8].SequenceEqual("PNG\r\n\u001a\n"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]))
            : null;

    /// <summary>All texts at a path; [] stands for every item of a list.</summary>
    internal static IEnumerable<string> At(JsonNode manifest, string path) => Found(manifest, path).Select(found => found.Text);

    private static IEnumerable<string> Keys(JsonNode manifest, string path) => Found(manifest, path).Select(found => found.Key);

    private static IEnumerable<(string Key, string Text)> Found(JsonNode manifest, string path)
    {
        IEnumerable<(string Key, JsonNode? Node)> nodes = [("", manifest)];
        foreach (var step in path.Split('.'))
        {
            var name = step.EndsWith("[]", StringComparison.Ordinal) ? step[..^2] : step;
            nodes = nodes.Select(at => (at.Key.Length == 0 ? name : $"{at.Key}.{name}", at.Node?[name])).ToArray();
            if (name != step)
            {
                nodes = nodes.SelectMany(at => (at.Node as JsonArray ?? []).Select((item, index) => ($"{at.Key}[{index}]", item))).ToArray();
            }
        }

        return nodes.Where(at => at.Node is JsonValue).Select(at => (at.Key, (string?)at.Node ?? ""));
    }

    [GeneratedRegex(@"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"^\d{1,5}\.\d{1,5}\.\d{1,5}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SemanticVersion();

    [GeneratedRegex(@"^(name|description)\.|\]\.(title|description)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Translatable();
}
