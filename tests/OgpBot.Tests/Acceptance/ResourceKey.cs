using OgpBot.Reading;

namespace OgpBot.Tests.Acceptance;

/// <summary>R01 to R24: the resources in the order of the source page.</summary>
internal static class ResourceKey
{
    private static readonly Dictionary<string, string> Titles = AcceptanceFile.Rows("resources-key").ToDictionary(row => row[0], row => Folding.Fold(row[4]));

    /// <summary>Folded.</summary>
    public static string Title(string key) => Titles[key];
}
