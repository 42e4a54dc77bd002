using System.Text;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Catalog;
using OgpBot.Ingest;
using OgpBot.Ingest.Exchange;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Ingest;

public sealed class ImporterTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new(PeruPage.Now);
    private readonly CatalogFile file;
    private readonly CatalogStore catalog;

    public ImporterTests()
    {
        file = new CatalogFile(folder.Data, time);
        catalog = new CatalogStore(file);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Importing_a_page_twice_changes_nothing_the_second_time()
    {
        var first = await ImportAsync(PeruPage.Text);
        time.Advance(TimeSpan.FromDays(1));
        var bytes = await File.ReadAllBytesAsync(folder.Data.Catalog, Cancel);

        var second = await ImportAsync(PeruPage.Text);

        Assert.True(first is { Usable: true, Swapped: true, Refused: null, Problems: [] });
        Assert.Equal(new KindCount("commitments", 104, 0, 0, 0, 104), Kind(first, "commitments"));
        // The shipped posts have no teasers.
        Assert.Equal(new KindCount("posts", 4, 0, 4, 0, 0), Kind(first, "posts"));
        Assert.False(second.HasChanges);
        Assert.False(second.Swapped);
        Assert.Equal(first.Version, second.Version);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.Data.Catalog, Cancel));
    }

    [Fact]
    public async Task A_changed_page_is_served_at_once_and_the_report_counts_the_differences()
    {
        await ImportAsync(PeruPage.Text);
        var before = (await catalog.VersionAsync(Cancel)).Version;

        var report = await ImportAsync(PeruPage.Text
            .Replace("PE0062, 2015, Open Data", "PE0062, 2015, Open Data, Justice", StringComparison.Ordinal)
            .Replace("PE0104, 2019", "PE0105, 2019", StringComparison.Ordinal));

        Assert.Equal(new KindCount("commitments", 104, 1, 1, 1, 102), Kind(report, "commitments"));
        Assert.NotEqual(before, (await catalog.VersionAsync(Cancel)).Version);
        Assert.Equal(8, await catalog.CountCommitmentsAsync(new Filter { Areas = ["justice"] }, Cancel));
        Assert.Equal("PE0105", (await catalog.VocabularyAsync(Cancel)).Members[0].LastId);
    }

    [Fact]
    public async Task A_record_that_says_the_same_keeps_its_import_time()
    {
        await ImportAsync(PeruPage.Text);
        time.Advance(TimeSpan.FromDays(1));

        await ImportAsync(PeruPage.Text.Replace("Reusable Open Data", "Reused Open Data", StringComparison.Ordinal));

        var all = (await catalog.FindCommitmentsAsync(Filter.None, Sort.Id, 0, 200, Cancel)).Items;
        Assert.Equal(PeruPage.Now.AddDays(1), all.Single(it => it.Id == "PE0062").Source.ImportedAt);
        Assert.All(all.Where(it => it.Id != "PE0062"), it => Assert.Equal(PeruPage.Now, it.Source.ImportedAt));
    }

    [Fact]
    public async Task Importing_another_member_leaves_the_first_as_it_is()
    {
        await ImportAsync(PeruPage.Text);

        var report = await ImportAsync(PeruPage.Text.Replace("Peru\n", "Chile\n", StringComparison.Ordinal).Replace("    PE0", "    CL0", StringComparison.Ordinal));

        Assert.Equal(new KindCount("commitments", 208, 104, 0, 0, 104), Kind(report, "commitments"));
        Assert.Equal(new KindCount("members", 2, 1, 0, 0, 1), Kind(report, "members"));
        Assert.Equal(104, await catalog.CountCommitmentsAsync(new Filter { Members = ["Peru"] }, Cancel));
        Assert.Equal(["Chile", "Peru"], (await catalog.MembersAsync(Cancel)).Select(member => member.Name));
    }

    [Fact]
    public async Task A_page_that_claims_the_IDs_of_another_member_is_refused()
    {
        var report = await ImportAsync(PeruPage.Text.Replace("Peru\n", "Atlantis\n", StringComparison.Ordinal));

        Assert.Equal("the page calls itself Atlantis, but IDs that begin with PE belong to Peru", report.Refused);
        await StillServingAsync();
    }

    [Fact]
    public async Task An_import_that_would_lose_a_fifth_needs_to_be_forced()
    {
        var cut = PeruPage.Text[..PeruPage.Text.IndexOf("PE0050", StringComparison.Ordinal)];

        var refused = await ImportAsync(cut);
        var served = await catalog.CountCommitmentsAsync(Filter.None, Cancel);
        var forced = await ImportAsync(cut, force: true);

        Assert.Contains("104 commitments would become", refused.Refused, StringComparison.Ordinal);
        Assert.False(refused.Swapped);
        Assert.Equal(104, served);
        Assert.True(forced.Swapped);
        Assert.Equal(Kind(forced, "commitments").Total, await catalog.CountCommitmentsAsync(Filter.None, Cancel));
    }

    public static TheoryData<string, byte[]> Useless => new()
    {
        { "empty", [] },
        { "binary", [.. Enumerable.Range(0, 5000).Select(number => (byte)(number * 31))] },
        { "html", "<!doctype html><html><body>Member Since 2011</body></html>"u8.ToArray() },
        { "json", "{\"a\": 1}"u8.ToArray() },
        { "other csv", "a,b,c,d,e\n1,2,3,4,5\n"u8.ToArray() },
        { "prose", "Once upon a time\nthere was a plan.\n"u8.ToArray() },
        { "page without content", "Peru\n\n  • Member Since 2011\n"u8.ToArray() },
        { "page without a name", "  • Member Since 2011\n\nCommitments\n\n  1. A\n\n    PE0001, 2012, Justice\n\n"u8.ToArray() },
        { "exchange file without rows", "key,name,also,meaning,document,first_line,last_line,imported_at\n"u8.ToArray() },
        { "spreadsheet", [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task What_is_no_source_is_refused_with_a_reason_and_the_catalog_goes_on(string what, byte[] bytes)
    {
        await File.WriteAllBytesAsync(folder.File("useless"), bytes, Cancel);

        var report = await Importer.ImportAsync(folder.File("useless"), folder.Data, time, force: true, progress: null, Cancel);

        Assert.False(report.Usable || report.Swapped, what);
        Assert.True(what == "exchange file without rows" || report.Rejected > 0, what);
        await StillServingAsync();
    }

    [Fact]
    public async Task A_binary_file_is_refused_in_one_line()
    {
        await File.WriteAllBytesAsync(folder.File("rubbish"), [.. Enumerable.Range(0, 20_000).Select(at => (byte)(at * 7))], Cancel);

        var report = await Importer.ImportAsync(folder.File("rubbish"), folder.Data, time, force: false, progress: null, Cancel);

        Assert.False(report.Usable);
        Assert.Single(report.Problems);
    }

    [Fact]
    public async Task A_sign_that_is_no_character_does_not_stop_an_import()
    {
        var report = await ImportAsync(PeruPage.Text + "\n\uFFFE\n");

        Assert.True(report.Usable);
    }

    [Fact]
    public async Task A_missing_file_and_a_folder_without_exchange_files_are_refused()
    {
        Directory.CreateDirectory(folder.File("empty"));

        var missing = await Importer.ImportAsync(folder.File("nowhere.txt"), folder.Data, time, force: false, progress: null, Cancel);
        var empty = await Importer.ImportAsync(folder.File("empty"), folder.Data, time, force: false, progress: null, Cancel);

        Assert.Equal("there is no such file or folder", Assert.Single(missing.Problems).Reason);
        Assert.StartsWith("holds none of members.csv", Assert.Single(empty.Problems).Reason, StringComparison.Ordinal);
        await StillServingAsync();
    }

    [Fact]
    public async Task An_import_stopped_in_the_middle_changes_nothing_and_leaves_nothing()
    {
        await StillServingAsync();
        using var stop = new CancellationTokenSource();
        var progress = new StopAt(ImportStep.Building, stop);
        await File.WriteAllTextAsync(folder.File("page.txt"), PeruPage.Text, Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Importer.ImportAsync(folder.File("page.txt"), folder.Data, time, force: false, progress, stop.Token));

        Assert.Empty(Directory.GetFiles(folder.Data.Path, "*.building"));
        await StillServingAsync();
    }

    [Fact]
    public async Task Readers_see_the_old_catalog_or_the_new_one_and_never_a_mixture()
    {
        var one = PeruPage.Text;
        var other = PeruPage.Text.Replace("PE0104, 2019, Public Participation", "PE0104, 2019, Justice", StringComparison.Ordinal);
        await ImportAsync(one);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(
            async () =>
            {
                var reads = 0;
                for (; !done.IsCancellationRequested || reads == 0; reads++)
                {
                    var areas = await catalog.TallyCommitmentsAsync(Filter.None, Field.Area, Cancel);
                    var (justice, participation) = (areas.Single(area => area.Label == "Justice").Count, areas.Single(area => area.Label == "Public Participation").Count);
                    Assert.True((justice, participation) is (7, 11) or (8, 10), $"{justice} and {participation}");
                }

                return reads;
            },
            Cancel)).ToList();

        for (var round = 0; round < 6; round++)
        {
            Assert.True((await ImportAsync(round % 2 == 0 ? other : one)).Swapped);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
    }

    [Fact]
    public async Task The_exchange_format_gives_back_exactly_what_was_written()
    {
        await ImportAsync(PeruPage.Text);
        var version = (await catalog.VersionAsync(Cancel)).Version;
        await ExchangeFolder.WriteAsync(catalog, folder.File("exchange"), Cancel);
        using var elsewhere = new TempFolder();

        var report = await Importer.ImportAsync(folder.File("exchange"), elsewhere.Data, time, force: false, progress: null, Cancel);

        Assert.Empty(report.Problems);
        Assert.Equal(version, report.Version);
        using var other = new CatalogFile(elsewhere.Data, time);
        await ExchangeFolder.WriteAsync(new CatalogStore(other), elsewhere.File("again"), Cancel);
        foreach (var path in Directory.GetFiles(folder.File("exchange")))
        {
            Assert.Equal(await File.ReadAllTextAsync(path, Cancel), await File.ReadAllTextAsync(elsewhere.File(Path.Combine("again", Path.GetFileName(path))), Cancel));
        }
    }

    [Fact]
    public async Task A_broken_row_of_an_exchange_file_is_rejected_with_line_column_and_reason()
    {
        await ExchangeFolder.WriteAsync(PeruPage.Content, folder.File("exchange"), Cancel);
        var path = folder.File(Path.Combine("exchange", "commitments.csv"));
        var lines = await File.ReadAllLinesAsync(path, Cancel);
        lines[1] = lines[1].Replace(",2012,", ",twelve,", StringComparison.Ordinal);
        lines[2] = "too,few,cells";
        lines[3] = lines[4];
        await File.WriteAllLinesAsync(path, lines, Cancel);

        var report = await Importer.ImportAsync(folder.File("exchange"), folder.Data, time, force: false, progress: null, Cancel);

        Assert.Equal([(2, "year"), (3, null), (5, null)], report.Problems.Select(problem => (problem.Line, problem.Column)));
        Assert.All(report.Problems, problem => Assert.Equal("commitments.csv", problem.File));
        Assert.Equal(new KindCount("commitments", 101, 0, 0, 3, 101), Kind(report, "commitments"));
    }

    private static KindCount Kind(ImportReport report, string kind) => report.Kinds.Single(count => count.Kind == kind);

    private async Task<ImportReport> ImportAsync(string page, bool force = false)
    {
        await File.WriteAllBytesAsync(folder.File("peru.txt"), Encoding.UTF8.GetBytes(page), Cancel);
        return await Importer.ImportAsync(folder.File("peru.txt"), folder.Data, time, force, progress: null, Cancel);
    }

    private async Task StillServingAsync() => Assert.Equal(104, await catalog.CountCommitmentsAsync(Filter.None, Cancel));

    private sealed class StopAt(ImportStep step, CancellationTokenSource stop) : IProgress<ImportStep>
    {
        public void Report(ImportStep value)
        {
            if (value == step)
            {
                stop.Cancel();
            }
        }
    }
}
