using System.Net;
using System.Text.Json;

namespace OgpBot.Host.Teams;

/// <summary>What a person typed: the text of a message without the mention of the bot, and without what Teams puts in for HTML.</summary>
internal static class TeamsText
{
    /// <summary>In UTF-16 units: above what is read, so that the answer can say that it was cut.</summary>
    public const int Longest = 4_000;

    private const int MostMentions = 20;

    public static bool MentionsBot(ReceivedActivity activity) => OwnMentions(activity).Any();

    /// <summary>Mentions of others stay as Teams writes them.</summary>
    public static string Of(ReceivedActivity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in OwnMentions(activity).Take(MostMentions))
        {
            text = Without(text, mention);
        }

        var plain = WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Trim();
        return plain.Length > Longest ? plain[..Longest] : plain;
    }

    private static string Without(string text, JsonElement mention)
    {
        if (mention.Text("text") is { Length: > 0 } written && text.Contains(written, StringComparison.Ordinal))
        {
            return text.Replace(written, " ", StringComparison.Ordinal);
        }

        return mention.Member("mentioned").Text("name") is { Length: > 0 } name ? text.Replace($"<at>{name}</at>", " ", StringComparison.OrdinalIgnoreCase) : text;
    }

    private static IEnumerable<JsonElement> OwnMentions(ReceivedActivity activity) => activity.Recipient?.Id is { Length: > 0 } bot
        ? activity.Entities.Members().Where(entity => IsMention(entity) && entity.Member("mentioned").Text("id") == bot)
        : [];

    private static bool IsMention(JsonElement entity) => "mention".Equals(entity.Text("type"), StringComparison.OrdinalIgnoreCase);
}
