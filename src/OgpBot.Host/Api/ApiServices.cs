using Microsoft.AspNetCore.Http.Json;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Host.Api;

internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.Encoder = ReplyJson.Encoder;
        });
        services.AddOpenApi(document => document.AddDocumentTransformer((api, _, _) =>
        {
            api.Info = new()
            {
                Title = "OgpBot",
                Version = "v1",
                Description = $"Asks about commitments, action plans and resources of the Open Government Partnership. Data: {Source.Credit}.",
                License = new() { Name = "CC BY 4.0 (the data)", Url = new("https://creativecommons.org/licenses/by/4.0/") },
            };
            return Task.CompletedTask;
        }));
    }

    /// <summary>What any request may meet: too many at once, and a fault of ours.</summary>
    public static RouteHandlerBuilder ProducesCommonProblems(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status500InternalServerError)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout);
}
