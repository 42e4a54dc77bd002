using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using OgpBot.Conversations;
using OgpBot.Host.Operations;

namespace OgpBot.Host.WebChat;

/// <summary>The web chat's page and what it is made of.</summary>
internal static class PageEndpoints
{
    private static readonly (string Name, string Type)[] Assets =
    [
        ("chat.css", "text/css; charset=utf-8"),
        ("reply.css", "text/css; charset=utf-8"),
        ("chat.js", "text/javascript; charset=utf-8"),
        ("ask.js", "text/javascript; charset=utf-8"),
        ("transcript.js", "text/javascript; charset=utf-8"),
        ("favicon.svg", MediaTypeNames.Image.Svg),
    ];

    /// <summary>HEAD is what monitors and link checkers ask with.</summary>
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("").ExcludeFromDescription();
        var (english, spanish) = (Page.Write(Language.English), Page.Write(Language.Spanish));
        page.MapMethods("/", Methods, (HttpContext context, string? lang) =>
        {
            context.Response.Headers.Vary = "Accept-Language";
            var language = PreferredLanguage.Named(lang) ?? PreferredLanguage.Of(context.Request);
            return Send(context, language == Language.Spanish ? spanish : english, "text/html; charset=utf-8");
        });
        foreach (var (name, type) in Assets)
        {
            var content = PageFile.Read(name);
            page.MapMethods($"/{name}", Methods, (HttpContext context) => Send(context, content, type));
        }
    }

    /// <summary>Always asked for again, so that an update is seen at once; 304 when nothing changed.</summary>
    private static FileContentHttpResult Send(HttpContext context, PageFile file, string type)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(file.Content, type, entityTag: file.Tag);
    }
}
