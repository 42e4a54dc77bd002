using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Records as every answer shows them.</summary>
public static class Items
{
    /// <summary>One page of commitments.</summary>
    /// <param name="withMember">Whether each names its member.</param>
    public static IReadOnlyList<Item> Of(IReadOnlyList<Commitment> commitments, Language language, bool withMember) =>
        [.. commitments.Select(commitment => Of(commitment, language, withMember))];

    public static Item Of(Commitment commitment, Language language, bool withMember)
    {
        var fields = FieldTexts.In(language);
        string[] removed = commitment.Removed is null ? [] : [CommitmentTexts.In(language).IsRemoved];
        string[] member = withMember ? [commitment.Member] : [];
        return new Item(ItemKind.Commitment, commitment.Id, commitment.Title)
        {
            Starred = commitment.Starred,
            Details = [.. removed, .. member, $"{commitment.Year}", fields.Areas(commitment.Areas), fields.PlanName(commitment.Plan)],
            Year = commitment.Year,
            Areas = commitment.Areas,
            Url = commitment.Url.Value,
            Says = commitment.Id,
        };
    }

    /// <param name="says">What opening the resource says; null when the line is all there is.</param>
    public static Item Of(Resource resource, Language language, bool withMember, string? says = null)
    {
        var fields = FieldTexts.In(language);
        string[] member = withMember ? [resource.Member] : [];
        return new Item(ItemKind.Resource, resource.Key, resource.Title)
        {
            Details = [.. member, fields.Published(resource.Year), fields.TypeOf(resource.Type), .. resource.Format.IsGiven ? [resource.Format.Value!] : Array.Empty<string>()],
            Year = resource.Year,
            Url = resource.Url.Value,
            Says = says,
        };
    }
}
