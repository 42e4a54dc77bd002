using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace OgpBot.Host.Operations;

/// <summary>The last resort. A bad request gets its reason; our own fault gets a short reference that the log holds too.</summary>
internal sealed partial class Failures(IProblemDetailsService problems, ILogger<Failures> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception is BadHttpRequestException bad ? Rejected(bad) : Failed(exception);
        context.Response.StatusCode = problem.Status!.Value;
        if (!await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem }))
        {
            // The caller accepts no JSON.
            await context.Response.WriteAsync(problem.Detail!, cancellationToken);
        }

        return true;
    }

    private static ProblemDetails Rejected(BadHttpRequestException bad) => new() { Status = bad.StatusCode, Detail = bad.Message };

    private ProblemDetails Failed(Exception exception)
    {
        var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
        LogFailed(reference, Describe(exception));
        return new()
        {
            Status = StatusCodes.Status500InternalServerError,
            Detail = $"Sorry, something went wrong here. Reference {reference}. / Lo siento, algo falló aquí. Referencia {reference}.",
            Extensions = { ["reference"] = reference },
        };
    }

    /// <summary>Types, codes and places, without messages: those may quote what a person typed.</summary>
    private static string Describe(Exception exception)
    {
        var chain = new List<string>();
        for (var at = exception; at is not null; at = at.InnerException)
        {
            chain.Add(string.Create(CultureInfo.InvariantCulture, $"{at.GetType().FullName} 0x{at.HResult:x8}{Environment.NewLine}{new StackTrace(at, fNeedFileInfo: true)}"));
        }

        return string.Join(Environment.NewLine, chain);
    }

    [LoggerMessage(1, LogLevel.Error, "Failure {Reference}: {Failure}")]
    private partial void LogFailed(string reference, string failure);
}
