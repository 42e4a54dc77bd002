using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Members as every answer shows them.</summary>
internal static class MemberItems
{
    public static Item Of(Member member, Language language, params IReadOnlyList<string> details) =>
        new(ItemKind.Member, member.Prefix.ToLowerInvariant(), member.Name)
        {
            Details = [member.Since.IsGiven ? MemberTexts.In(language).SinceYear(member.Since.Value!) : member.Region.Value ?? FieldTexts.In(language).NotInSource, .. details],
            Says = Queries.To(Verb.Show, Topic.Members, new Filter { Members = [member.Name] }),
        };

    public static string Joined(Member member, Language language) => member.Since.IsGiven
        ? MemberTexts.In(language).Joined(member.Name, member.Since.Value!)
        : MemberTexts.In(language).JoinedUnknown(member.Name);
}
