using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using OgpBot.Conversations;
using OgpBot.Host.Operations;

namespace OgpBot.Host.WebChat;

/// <summary>The page in one language: the template with that language's texts, which the script finds in it too.</summary>
internal static partial class Page
{
    public static PageFile Write(Language language)
    {
        var code = PreferredLanguage.TagOf(language);
        var json = PageFile.Read($"texts.{code}.json");
        var texts = JsonSerializer.Deserialize(json.Content, PageJson.Default.DictionaryStringString)!;
        texts["language"] = code;
        texts["otherLanguageCode"] = code == "en" ? "es" : "en";
        var page = Hole().Replace(Encoding.UTF8.GetString(PageFile.Read("index.html").Content), hole => hole.Groups["name"].Value switch
        {
            // Written by the default encoder, which leaves nothing that could end the script element.
            "texts" => JsonSerializer.Serialize(texts, PageJson.Default.DictionaryStringString),
            var name => WebUtility.HtmlEncode(texts[name]),
        });
        return PageFile.Of(Encoding.UTF8.GetBytes(page));
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Hole();
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PageJson : JsonSerializerContext;
