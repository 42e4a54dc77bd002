using OgpBot.Storage;

namespace OgpBot.Cli.Doctor;

/// <summary>Proves by writing that the data folder can be written.</summary>
internal static class DataFolderCheck
{
    private const string Subject = "Data folder";

    public static Finding Look(DataFolder folder)
    {
        try
        {
            var isNew = !Directory.Exists(folder.Path);
            folder.Create();
            using var probe = new FileStream(
                Path.Combine(folder.Path, $".probe-{Environment.ProcessId}"),
                new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return Finding.Good(Subject, isNew ? $"{folder.Path} (made now, writable)" : $"{folder.Path} (writable)");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad(Subject, $"{folder.Path} cannot be written: {reason.Message} --data or OGPBOT_DATA names another.");
        }
    }
}
