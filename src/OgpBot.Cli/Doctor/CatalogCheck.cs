using System.Data.Common;
using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Storage;

namespace OgpBot.Cli.Doctor;

/// <summary>Whether there is a sound catalog, and what it holds.</summary>
internal static class CatalogCheck
{
    private const string Subject = "Catalog";

    public static async Task<IReadOnlyList<Finding>> LookAsync(CatalogFile file, CatalogStore store, CancellationToken cancellationToken)
    {
        try
        {
            var start = await file.EnsureAsync(cancellationToken);
            var version = await store.VersionAsync(cancellationToken);
            return
            [
                Integrity(start),
                Finding.Good("Version", $"{version.Version}, built {version.BuiltAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC"),
                Finding.Good("Records", await CountsAsync(store, version, cancellationToken)),
                Finding.Good("Sources", string.Join(", ", version.Documents)),
            ];
        }
        catch (Exception reason) when (reason is DatabaseRefusedException or DbException or IOException or UnauthorizedAccessException)
        {
            return [Finding.Bad(Subject, reason.Message)];
        }
    }

    private static Finding Integrity(CatalogStart start) => start switch
    {
        CatalogStart.Built => Finding.Good(Subject, "built now from the shipped data"),
        CatalogStart.Updated => Finding.Good(Subject, "sound; brought up to date with this release now"),
        CatalogStart.Recovered => Finding.Bad(Subject, "was damaged: kept as catalog.damaged.db, and built anew from the shipped data. Repeat your imports."),
        _ => Finding.Good(Subject, "sound"),
    };

    private static async Task<string> CountsAsync(CatalogStore store, CatalogVersion version, CancellationToken cancellationToken)
    {
        var members = await store.MembersAsync(cancellationToken);
        var plans = await store.PlansAsync(Filter.None, cancellationToken);
        var terms = await store.TermsAsync(cancellationToken);
        var posts = await store.FindPostsAsync(Filter.None, 0, 1, cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{members.Count} members, {plans.Count} plans, {version.Commitments} commitments, {version.Resources} resources, {terms.Count} terms, {posts.Total} posts");
    }
}
