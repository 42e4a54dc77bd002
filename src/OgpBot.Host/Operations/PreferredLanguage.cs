using OgpBot.Conversations;

namespace OgpBot.Host.Operations;

internal static class PreferredLanguage
{
    /// <summary>The first language of Accept-Language that the bot speaks; null when it names none.</summary>
    public static Language? Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Named(language.Value.Value))
        .FirstOrDefault(language => language is not null);

    /// <summary>Reads "es", "es-PE", "EN"; null for a language that the bot does not speak.</summary>
    public static Language? Named(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "en" => Language.English,
        "es" => Language.Spanish,
        _ => null,
    };

    public static string TagOf(Language language) => language == Language.Spanish ? "es" : "en";
}
