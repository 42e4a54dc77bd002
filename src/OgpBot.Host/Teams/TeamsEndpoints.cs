using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace OgpBot.Host.Teams;

/// <summary>Where Teams calls: the token is judged before the body is read, and the body must agree with it.</summary>
internal static class TeamsEndpoints
{
    public const string Path = "/api/messages";

    // All of Teams comes from a few addresses.
    public static void MapTeams(this IEndpointRouteBuilder routes) => routes.MapPost(Path, ReceiveAsync).DisableRateLimiting().ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(HttpRequest http, TeamsAdmission admission, TeamsActivities activities, CancellationToken cancellationToken)
    {
        var (status, verdict) = await admission.AdmitAsync(http, cancellationToken);
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (status != StatusCodes.Status200OK)
        {
            return Results.StatusCode(status);
        }

        using var buffer = new MemoryStream();
        await http.Body.CopyToAsync(buffer, cancellationToken);
        if (Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) is not { Type.Length: > 0 } activity)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (!admission.Allows(verdict, activity))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var response = await activities.HandleAsync(activity, cancellationToken);
        return response.Body is { } body
            ? Results.Text(body.ToJsonString(TeamsJson.Wire.Options), MediaTypeNames.Application.Json, Encoding.UTF8, response.Status)
            : Results.StatusCode(response.Status);
    }

    /// <summary>Null for what is no activity.</summary>
    internal static ReceivedActivity? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body, TeamsJson.Default.ReceivedActivity);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
