namespace OgpBot.Storage;

/// <summary>Held by the one host that works on bot.db. The operating system frees it when that process dies.</summary>
public static class BotLock
{
    /// <exception cref="DatabaseRefusedException">Another host has it.</exception>
    public static IDisposable Take(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        folder.Create();
        try
        {
            return new FileStream(Path.Combine(folder.Path, "bot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException reason)
        {
            throw new DatabaseRefusedException("bot.db", Refusal.InUse, $"another OgpBot works on the data folder {folder.Path}. Stop it, or give this one a folder of its own (--data).", reason);
        }
    }
}
