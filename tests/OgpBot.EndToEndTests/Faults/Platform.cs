using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>What both stand-ins have in common: each message meets the weather, the limits and the ledger.</summary>
internal sealed class Platform(string name, Weather weather, PlatformLimits limits, Ledger ledger)
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(400);

    // Longer than the bot's patience.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public Weather Weather => weather;

    public Ledger Ledger => ledger;

    /// <param name="read">Reads the body: the place, the question that is answered, and the text.</param>
    /// <param name="show">Called when people see it.</param>
    /// <param name="acknowledge">Answers that it was taken.</param>
    public async Task TakeAsync(HttpContext context, Func<HttpContext, Task<(string Place, string Key, string Text)>> read, Action show, Func<HttpContext, Task> acknowledge)
    {
        var arrival = Stopwatch.GetTimestamp();
        var fault = weather.Next();
        if (fault is Fault.Reset)
        {
            ledger.AddCall($"{name} {fault}");
            context.Abort();
            return;
        }

        var (place, key, text) = await read(context);
        if (!fault.IsKnownRefusal() && limits.Count(place, arrival) is { } early)
        {
            ledger.AddAvoidable(name, place, early);
            fault = Fault.TooMany;
        }

        ledger.AddCall($"{name} {fault}");
        ledger.Add(new(name, place, key, text, arrival, fault, fault.Shows()));
        if (fault.Shows())
        {
            show();
        }

        await AnswerAsync(context, fault, acknowledge);
    }

    private static async Task AnswerAsync(HttpContext context, Fault fault, Func<HttpContext, Task> acknowledge)
    {
        switch (fault)
        {
            case Fault.Slow:
                await Task.Delay(Slowness);
                await acknowledge(context);
                return;
            case Fault.TooMany:
                context.Response.Headers.RetryAfter = "1";
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            case Fault.TooManyUntold:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return;
            case Fault.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case Fault.Broken or Fault.TakenThenBroken:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case Fault.TakenThenDropped:
                context.Abort();
                return;
            case Fault.TakenThenHung:
                await Task.Delay(Silence, context.RequestAborted).ContinueWith(_ => context.Abort(), TaskScheduler.Default);
                return;
            default:
                await acknowledge(context);
                return;
        }
    }
}
