using Microsoft.Extensions.Logging;
using OgpBot.Conversations;

namespace OgpBot.Cli;

/// <summary>Warnings and errors of the bot, a line each on the error output.</summary>
internal sealed class ErrorLog<T>(Surroundings surroundings) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            surroundings.Error.WriteLine($"ogpbot: {PlainText.Line(formatter(state, exception))}");
        }
    }
}
