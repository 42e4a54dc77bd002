using OgpBot.Catalog;
using OgpBot.Intents;

namespace OgpBot.Tests.Intents;

internal static class CommitmentIntents
{
    public static IIntent[] Over(CatalogStore store) =>
    [
        new FindCommitments(store), new ShowCommitment(store), new ShowCommitments(store), new CountCommitments(store), new RankCommitments(store),
        new ListAreas(store), new CompareCommitments(store), new PivotCommitments(store), new Brief(store), new CiteCommitment(store), new Nowhere(),
    ];
}
