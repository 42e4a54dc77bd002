namespace OgpBot.Tests.Conventions;

/// <summary>The files that these tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = FolderOf(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>Files below a folder with their paths from the repository's, with forward slashes; what a build made is left out.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    private static string FolderOf(string start)
    {
        var folder = new DirectoryInfo(start);
        while (!File.Exists(Path.Combine(folder.FullName, "OgpBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No OgpBot.sln above {start}.");
        }

        return folder.FullName;
    }
}
