using System.Text;

namespace OgpBot.Host.Operations;

internal static class Responses
{
    /// <summary>As it stands: what makes results of requests finds services and a logger for each, which costs more than most answers to a platform.</summary>
    /// <param name="json">Null: no body.</param>
    public static async Task AnswerAsync(this HttpResponse response, int status, string? json = null)
    {
        response.StatusCode = status;
        if (json is not null)
        {
            var body = Encoding.UTF8.GetBytes(json);
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
        }
    }
}
