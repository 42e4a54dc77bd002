using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OgpBot.Catalog;
using OgpBot.Host.Api;
using OgpBot.Storage;

namespace OgpBot.Host.Operations;

/// <summary>Starts, tells in one line what was started, and stops. What prevents a start is told in one line too.</summary>
internal static partial class Startup
{
    /// <returns>0, after an orderly stop.</returns>
    public static async Task<int> RunToldAsync(this WebApplication app)
    {
        await using (app)
        {
            var folder = Settings.DataFolderOf(app.Configuration);
            ProveWritable(folder);
            using var alone = BotLock.Take(new DataFolder(folder));
            await app.Services.GetRequiredService<BotDatabase>().VerifyAsync(CancellationToken.None);
            var reading = Task.Run(Bot.WarmUpReading);
            var state = await app.Services.GetRequiredService<CatalogFile>().EnsureAsync(CancellationToken.None);
            var version = await app.Services.GetRequiredService<CatalogStore>().VersionAsync(CancellationToken.None);
            var answering = Task.Run(() => WarmUpAsync(app.Services));
            try
            {
                await app.StartAsync();
            }
            catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // Asked to end before it had begun.
                return 0;
            }

            await Task.WhenAll(reading, answering);
            app.Logger.LogStarted(string.Join(", ", app.Urls), folder, version.Version, State(state), Counts(version), app.Services.GetRequiredService<Channels>().Told);
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    /// <returns>1: the host could not start.</returns>
    public static int Explain(Exception reason)
    {
        Console.Error.WriteLine($"OgpBot cannot start: {OneLine(reason.Message)}");
        return 1;
    }

    /// <summary>A busy port, a bad address, a folder that cannot be written, a setting out of range: the person can mend it, the stack does not help.</summary>
    public static bool IsOfSetting(Exception reason) => reason
        is IOException or UnauthorizedAccessException or FormatException or InvalidOperationException or OptionsValidationException or DatabaseRefusedException;

    // The first answer, card included, without a network: half of what the first person would wait for.
    private static async Task WarmUpAsync(IServiceProvider services)
    {
        var reply = await services.GetRequiredService<Bot>().WarmUpAsync(CancellationToken.None);
        JsonSerializer.SerializeToUtf8Bytes(ChatReply.Of("", reply), ApiJson.Default.ChatReply);
    }

    private static void ProveWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, $".probe-{Environment.ProcessId}"), new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            });
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"the data folder {folder} cannot be written. {reason.Message}", reason);
        }
    }

    private static string State(CatalogStart state) => state switch
    {
        CatalogStart.Built => "built now",
        CatalogStart.Updated => "brought up to date",
        CatalogStart.Recovered => "built anew: the one there was damaged and is kept as catalog.damaged.db",
        _ => "as it was",
    };

    private static string Counts(CatalogVersion version) =>
        string.Create(CultureInfo.InvariantCulture, $"{version.Commitments} commitments, {version.Resources} resources");

    private static string OneLine(string message) => string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [LoggerMessage(1, LogLevel.Information, "OgpBot answers at {Addresses}, data in {Folder}, catalog {Version} ({State}; {Counts}), {Channels}")]
    private static partial void LogStarted(this ILogger logger, string addresses, string folder, string version, string state, string counts, string channels);
}
