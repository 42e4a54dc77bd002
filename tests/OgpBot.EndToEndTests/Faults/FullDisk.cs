namespace OgpBot.EndToEndTests.Faults;

/// <summary>A small file system of its own, which can be filled. Needs the right to mount.</summary>
internal sealed class FullDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private FullDisk() { }

    public string Path => folder.Path;

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Null when this user may not mount.</summary>
    public static FullDisk? Mount(int megabytes)
    {
        var disk = new FullDisk();
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && ReadOnlyFile.Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path))
        {
            return disk;
        }

        disk.folder.Dispose();
        return null;
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var block in (int[])[1 << 20, 1 << 12])
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[block]);
                }
            }
            catch (IOException)
            {
                // Full, for blocks of this size.
            }
        }
    }

    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        ReadOnlyFile.Run("umount", "--lazy", Path);
        folder.Dispose();
    }
}
