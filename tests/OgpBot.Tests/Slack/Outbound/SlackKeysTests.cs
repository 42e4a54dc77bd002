using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OgpBot.Host.Slack;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackKeysTests
{
    [Fact]
    public void Keys_lie_in_a_folder_of_their_own_that_its_owner_alone_may_open_and_serve_after_a_restart()
    {
        using var folder = new TempFolder();

        var protectedText = Protector(folder.Data).Protect("xoxb-secret");
        var restarted = Protector(folder.Data).Unprotect(protectedText);

        Assert.Equal("xoxb-secret", restarted);
        Assert.NotEmpty(Directory.GetFiles(folder.File("keys")));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(folder.File("keys")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    private static IDataProtector Protector(DataFolder data)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(data);
        services.AddSlackKeys();
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }
}
