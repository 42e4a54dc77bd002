namespace OgpBot.Host.WebChat;
internal static class PageEndpoints
{
    public static void MapPage(this IEndpointRouteBuilder routes) => routes.MapGet("/", () => "soon");
}
