namespace OgpBot.Cli;

/// <summary>The command line asks for something that makes no sense: exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
