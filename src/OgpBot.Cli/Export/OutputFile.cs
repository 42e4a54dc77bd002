namespace OgpBot.Cli.Export;

/// <summary>A file that appears whole or not at all: it is written beside its place and moved there when it is complete.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">The file exists and may not be replaced.</exception>
    public static async Task WriteAsync(string path, bool replace, Func<Stream, Task> write)
    {
        if (!replace && Path.Exists(path))
        {
            throw new UsageException($"{path} exists; --force replaces it.");
        }

        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await write(stream);
            }

            File.Move(part, path, overwrite: replace);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
