using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>IDs that the catalog does not hold: what to say of them, and the nearest that it does hold.</summary>
public sealed class UnknownIds(CatalogStore catalog)
{
    /// <summary>More IDs than one message names; further ones are not checked singly.</summary>
    private const int MostChecked = 100;

    /// <summary>Which of the IDs named are missing, in the order named. Of a range only its ends beyond the member's last ID count as missing.</summary>
    public async Task<IReadOnlyList<string>> AmongAsync(Filter filter, CancellationToken cancellationToken)
    {
        string[] named = [.. filter.Ids.SelectMany(range => new[] { range.First, range.Last }).Distinct(StringComparer.Ordinal).Take(MostChecked)];
        var known = await catalog.FindCommitmentsAsync(Queries.OfIds(named), Sort.Id, 0, named.Length, cancellationToken);
        return [.. named.Except(known.Items.Select(commitment => commitment.Id), StringComparer.Ordinal)];
    }

    /// <summary>What to say of a missing ID, and the ID to offer instead, if any.</summary>
    public async Task<(string Text, string? Nearest)> ExplainAsync(string id, Language language, CancellationToken cancellationToken)
    {
        var texts = NothingTexts.In(language);
        var prefix = id.TrimEnd([.. "0123456789"]);
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        if (vocabulary.Members.FirstOrDefault(entry => entry.Prefix == prefix) is { LastId: { } last } member)
        {
            var first = (await catalog.FindCommitmentsAsync(new Filter { Members = [member.Name] }, Sort.Id, 0, 1, cancellationToken)).Items[0].Id;
            var nearest = await NearestAsync(id, first, last, cancellationToken);
            return ($"{texts.IdNotFound(id)} {texts.IdsRun(member.Name, first, last)} {texts.Nearest(nearest)}", nearest);
        }

        if (Lexicon.Shipped.Prefixes.FirstOrDefault(pair => pair.Value == prefix).Key is { } name)
        {
            var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
            return ($"{texts.IdNotFound(id)} {loaded.NoDataFor([name], language)}", null);
        }

        var known = vocabulary.Members.Count > 1
            ? texts.NoPrefixAmong(prefix, vocabulary.Members.Count, [.. vocabulary.Members.Take(3).Select(member => $"{member.Name} ({member.Prefix})")])
            : texts.NoPrefix(prefix);
        return ($"{texts.IdNotFound(id)} {known}", null);
    }

    private async Task<string> NearestAsync(string id, string first, string last, CancellationToken cancellationToken)
    {
        if (string.CompareOrdinal(id, last) > 0)
        {
            return last;
        }

        var after = await catalog.FindCommitmentsAsync(new Filter { Ids = [new IdRange(id, last)] }, Sort.Id, 0, 1, cancellationToken);
        return after.Items.Count > 0 ? after.Items[0].Id : first;
    }
}
