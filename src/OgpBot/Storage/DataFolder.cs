namespace OgpBot.Storage;

/// <summary>Where the databases live. The folder is made when something is first written to it.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>What is asked about: replaced whole by an import, never written in place.</summary>
    public string Catalog => System.IO.Path.Combine(Path, "catalog.db");

    /// <summary>The bot's own state.</summary>
    public string Bot => System.IO.Path.Combine(Path, "bot.db");

    public void Create() => Directory.CreateDirectory(Path);
}
