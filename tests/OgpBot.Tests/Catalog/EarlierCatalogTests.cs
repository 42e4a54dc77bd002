using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Catalog;
using OgpBot.Ingest.Exchange;
using OgpBot.Reading;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Catalog;

/// <summary>A catalog of the first release, into which somebody imported something.</summary>
public sealed class EarlierCatalogTests : IDisposable
{
    private static readonly Source Source = new("ghana.txt", 3, 5, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_is_brought_up_to_date_and_says_what_it_said()
    {
        var content = ShippedCatalog.Read();
        content = content with
        {
            Members = [.. content.Members, new Member("Ghana", "GH", Source)],
            Plans = [.. content.Plans, new ActionPlan("Ghana", 4, 2021, Current: true, 0, Source)],
            Commitments =
            [
                .. content.Commitments,
                new Commitment("GH0001", "Ghana", 2021, 4, "Publish the registers of wells", Starred: true, Source)
                {
                    Areas = ["Justice", "Health"], LeadInstitution = Known.Given("Ministry of Finance; Ministry of Health"), Status = Known.Given("Withdrawn"), Completion = Known.Missing(KnownState.PendingReview),
                    Description = Known.Given("Wells, and who may dig them."),
                },
                new Commitment("GH0002", "Ghana", 2021, 4, "Open the archives", Starred: false, Source) { EarlyResults = Known.Given("Major") },
            ],
        };
        await BuildOfFirstReleaseAsync(content);
        using var file = new CatalogFile(folder.Data, TimeProvider.System);

        var start = await file.EnsureAsync(Cancel);
        var (read, edition) = await file.ReadAllAsync(Cancel);
        var catalog = new CatalogStore(file);

        Assert.Equal((CatalogStart.Updated, true), (start, edition.Imported));
        Assert.Equal(content.Commitments.OrderBy(record => record.Id, StringComparer.Ordinal), read.Commitments.OrderBy(record => record.Id, StringComparer.Ordinal));
        Assert.Equal(content.Resources.OrderBy(record => record.Key, StringComparer.Ordinal), read.Resources.OrderBy(record => record.Key, StringComparer.Ordinal));
        Assert.Equal(content.Members.Select(record => record.Name).Order(StringComparer.Ordinal), read.Members.Select(record => record.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["GH0001"], await FindAsync(catalog, Field.Lead, "Ministry of Health"));
        Assert.Equal(["GH0001"], await FindAsync(catalog, Field.Status, "Withdrawn"));
        Assert.Equal(["GH0002"], await FindAsync(catalog, Field.EarlyResults, "Major"));
    }

    private static async Task<IEnumerable<string>> FindAsync(CatalogStore catalog, Field field, string value) =>
        (await catalog.FindCommitmentsAsync(new Filter { Fields = [new FieldIs(field, value)] }, Sort.Newest, 0, 10, Cancel)).Items.Select(commitment => commitment.Id);

    /// <summary>The tables of the first migration, with what the columns of that time held.</summary>
    private async Task BuildOfFirstReleaseAsync(CatalogContent content)
    {
        var now = folder.File("now.db");
        await CatalogBuilder.BuildAsync(now, content, Task.FromResult(new Edition("v", DateTimeOffset.UnixEpoch, "shipped", Imported: true)), Cancel);
        await using var connection = new SqliteConnection($"Data Source={folder.Data.Catalog};Pooling=False");
        await connection.OpenAsync(Cancel);
        await connection.ExecuteAsync(Schema.Catalog.Migrations[0]);
        await connection.ExecuteAsync($"pragma application_id = {Schema.Catalog.ApplicationId}; pragma user_version = 1; attach '{now}' as now");
        foreach (var table in await connection.QueryAsync<string>("select name from main.sqlite_schema where type = 'table' and name not like '%words%' and name not in ('commitment_area', 'commitment_fact')"))
        {
            var columns = string.Join(", ", await connection.QueryAsync<string>($"select name from pragma_table_info('{table}', 'main') intersect select name from pragma_table_info('{table}', 'now')"));
            await connection.ExecuteAsync($"insert into main.{table} ({columns}) select {columns} from now.{table}");
        }

        var areas = content.Commitments.SelectMany(record => record.Areas.Select((area, position) => new { record.Id, area, position, folded = Folding.Fold(area) }));
        await connection.ExecuteAsync("insert into commitment_area select number, @position, @area, @folded from commitment where id = @Id", areas);
        await connection.ExecuteAsync("""
            insert into commitment_fact
            select number, 'Lead', 'ministry of finance; ministry of health' from commitment where id = 'GH0001'
            union all select number, 'Status', 'withdrawn' from commitment where id = 'GH0001'
            union all select number, 'Completion', 'pending review' from commitment where id = 'GH0001'
            union all select number, 'Description', 'wells, and who may dig them.' from commitment where id = 'GH0001'
            union all select number, 'EarlyResults', 'major' from commitment where id = 'GH0002';
            insert into commitment_words (rowid, title, corrected) select number, title_folded, title_right from commitment;
            insert into resource_words (rowid, title) select number, title_folded from resource;
            insert into post_words (rowid, title) select number, title_folded from post;
            detach now
            """);
    }
}
