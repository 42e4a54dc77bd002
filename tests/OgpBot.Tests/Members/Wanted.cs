using OgpBot.Catalog;

namespace OgpBot.Tests.Members;

/// <summary>Which commitments of <see cref="World"/> a question is about, worked out without the product: "region=Europe; completion=Complete|Limited".</summary>
internal static class Wanted
{
    public static List<Commitment> Of(string conditions)
    {
        var parts = conditions.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Split('=')).ToList();
        return [.. World.Commitments.Where(commitment => parts.TrueForAll(part => Holds(commitment, part[0], part[1].Split('|'))))];
    }

    private static bool Holds(Commitment commitment, string key, string[] values) => key switch
    {
        "member" => values.Contains(commitment.Member),
        "not-member" => !values.Contains(commitment.Member),
        "region" => values.Contains(World.RegionOf(commitment.Member)),
        "not-region" => !values.Contains(World.RegionOf(commitment.Member)),
        "area" => values.Any(commitment.Areas.Contains),
        "year" => values.Contains($"{commitment.Year}"),
        "star" => commitment.Starred,
        "completion" => values.Contains(commitment.Completion.Value),
        "impact" => values.Contains(commitment.PotentialImpact.Value),
        "results" => values.Contains(commitment.EarlyResults.Value),
        "status" => values.Contains(commitment.Status.Value),
        "lead" => values.Any(value => commitment.LeadInstitution.Value!.Contains(value, StringComparison.Ordinal)),
        "title" => values.Any(value => commitment.Title.Contains(value, StringComparison.OrdinalIgnoreCase)),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, message: null),
    };
}
