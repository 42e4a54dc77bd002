using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using OgpBot.Host.Operations;
using OgpBot.Host.WebChat;

namespace OgpBot.Host.Api;

/// <summary>One message in, one answer out: as JSON, or as the piece of HTML that the web chat shows to those who prefer that.</summary>
internal static class ChatEndpoint
{
    public static void MapChat(this IEndpointRouteBuilder routes) => routes.MapPost("/api/chat", AnswerAsync)
        .Accepts<ChatRequest>(MediaTypeNames.Application.Json)
        .Produces<ChatReply>(StatusCodes.Status200OK, MediaTypeNames.Application.Json, MediaTypeNames.Text.Html)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesCommonProblems()
        .WithTags("Chat")
        .WithSummary("Asks the bot.")
        .WithDescription("Accept-Language tells the language to answer in when the words do not. With Accept: text/html first, the answer is a piece of HTML.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses!["200"].Content![MediaTypeNames.Text.Html].Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            return Task.CompletedTask;
        });

    private static async Task<Results<Ok<ChatReply>, ContentHttpResult>> AnswerAsync(HttpRequest http, Bot bot, CancellationToken cancellationToken)
    {
        var request = await ChatRequest.ReadAsync(http, cancellationToken);
        var reply = await bot.AnswerAsync(request.ToUtterance(PreferredLanguage.Of(http)), cancellationToken);
        http.HttpContext.Response.Headers.CacheControl = "no-store";
        http.HttpContext.Response.Headers.ContentLanguage = PreferredLanguage.TagOf(reply.Language);
        return WantsHtml(http)
            ? TypedResults.Text(HtmlRenderer.Render(reply), MediaTypeNames.Text.Html, Encoding.UTF8)
            : TypedResults.Ok(ChatReply.Of(request.ConversationId!, reply));
    }

    private static bool WantsHtml(HttpRequest http) => http.GetTypedHeaders().Accept.MaxBy(type => type.Quality ?? 1)?.MediaType
        .Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase) ?? false;
}
