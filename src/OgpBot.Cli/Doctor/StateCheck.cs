using System.Data.Common;
using OgpBot.Storage;

namespace OgpBot.Cli.Doctor;

/// <summary>Whether the database of conversations opens, and with which SQLite.</summary>
internal static class StateCheck
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(BotDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            return [Finding.Good("Conversations", "sound"), Finding.Good("SQLite", connection.ServerVersion)];
        }
        catch (Exception reason) when (reason is DatabaseRefusedException or DbException or IOException or UnauthorizedAccessException)
        {
            return [Finding.Bad("Conversations", reason.Message)];
        }
    }
}
