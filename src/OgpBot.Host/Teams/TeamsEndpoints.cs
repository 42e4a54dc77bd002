using System.Text;
using System.Text.Json;
using OgpBot.Host.Operations;

namespace OgpBot.Host.Teams;

/// <summary>Where Teams calls: the token is judged before the body is read, and the body must agree with it.</summary>
internal static class TeamsEndpoints
{
    public const string Path = "/api/messages";

    // All of Teams comes from a few addresses.
    public static void MapTeams(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        routes.MapPost(Path, http => ReceiveAsync(http, services.GetRequiredService<TeamsAdmission>(), services.GetRequiredService<TeamsActivities>()))
            .DisableRateLimiting()
            .ExcludeFromDescription();
    }

    private static async Task ReceiveAsync(HttpContext http, TeamsAdmission admission, TeamsActivities activities)
    {
        var (status, verdict) = await admission.AdmitAsync(http.Request, http.RequestAborted);
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (status != StatusCodes.Status200OK)
        {
            await http.Response.AnswerAsync(status);
            return;
        }

        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        if (Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) is not { Type.Length: > 0 } activity)
        {
            await http.Response.AnswerAsync(StatusCodes.Status400BadRequest);
            return;
        }

        if (!admission.Allows(verdict, activity))
        {
            await http.Response.AnswerAsync(StatusCodes.Status403Forbidden);
            return;
        }

        var response = await activities.HandleAsync(activity, http.RequestAborted);
        await http.Response.AnswerAsync(response.Status, response.Body?.ToJsonString(TeamsJson.Wire.Options));
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
