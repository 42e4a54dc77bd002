using System.Globalization;
using OgpBot.Catalog;

namespace OgpBot.Digests;

/// <summary>What of a member came in a heap, as one text: commitments 120|resources 3.</summary>
internal static class LoadedKinds
{
    public static string Write(IReadOnlyDictionary<string, int> kinds) => ListText.Write(
        kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}")));

    public static bool Has(string text, string kind) => ListText.Read(text).Any(entry => entry.StartsWith($"{kind} ", StringComparison.Ordinal));
}
