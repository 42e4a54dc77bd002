namespace OgpBot.Storage;

/// <summary>bot.db did not take a change in time: it is locked, its disk is full, or too many changes wait. Nothing of the change may be relied on.</summary>
public sealed class StateBusyException(string message, Exception? cause = null) : Exception(message, cause);
