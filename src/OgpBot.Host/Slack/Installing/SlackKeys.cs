using Microsoft.AspNetCore.DataProtection;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>The keys that tokens are encrypted with: beside bot.db, in a folder that its owner alone may open. Who copies the database copies no keys.</summary>
internal static class SlackKeys
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void AddSlackKeys(this IServiceCollection services) => services
        .AddDataProtection()
        .SetApplicationName("OgpBot")
        .Services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
        .Configure<DataFolder, ILoggerFactory>((keys, data, logs) => keys.XmlRepository =
            new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Make(Path.Combine(data.Path, "keys")), logs));

    private static DirectoryInfo Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder);
        }

        var made = Directory.CreateDirectory(folder, OwnerAlone);
        // Also when it was there before.
        made.UnixFileMode = OwnerAlone;
        return made;
    }
}
