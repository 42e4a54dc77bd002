using Microsoft.Extensions.Logging.Console;

namespace OgpBot.Host.Operations;

/// <summary>Where settings come from, weakest first: appsettings.json in the working directory, user secrets, environment, command line.</summary>
internal static class Settings
{
    private const string DefaultAddress = "http://localhost:3978";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // A changed setting needs a restart: watching files costs memory and fails where inotify instances are scarce.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        builder.Configuration
            .AddUserSecrets(typeof(Settings).Assembly, optional: true)
            .AddEnvironmentVariables()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args, new Dictionary<string, string> { ["--data"] = DataFolder });
        if (builder.Configuration["urls"] is null or "" && builder.Configuration["http_ports"] is null or "")
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Logging
            .AddSimpleConsole(options => (options.SingleLine, options.ColorBehavior) = (true, LoggerColorBehavior.Disabled))
            // Information from these would log query strings, which hold what people typed.
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            // A failed start is told in one line by Startup.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        return builder;
    }

    /// <summary>The key of the folder that holds everything the bot writes; <c>--data</c> on the command line.</summary>
    public const string DataFolder = "OGPBOT_DATA";

    public static string DataFolderOf(IConfiguration configuration) =>
        Path.GetFullPath(configuration[DataFolder] is { Length: > 0 } folder ? folder : "data");
}
