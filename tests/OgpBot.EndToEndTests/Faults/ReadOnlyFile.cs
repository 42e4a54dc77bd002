using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>Keeps a file from being written, also by root, whom permissions do not stop.</summary>
internal sealed class ReadOnlyFile(string path, bool isMounted) : IDisposable
{
    /// <summary>Null when this user may write it all the same.</summary>
    public static ReadOnlyFile? Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        if (Environment.IsPrivilegedProcess)
        {
            return Run("mount", "--bind", path, path) && Run("mount", "-o", "remount,ro,bind", path) ? new(path, isMounted: true) : null;
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        return new(path, isMounted: false);
    }

    public void Dispose()
    {
        if (isMounted)
        {
            Run("umount", path);
        }
    }

    public static bool Finds(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    public static bool Run(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true });
        run!.WaitForExit();
        return run.ExitCode == 0;
    }
}
