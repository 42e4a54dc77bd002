using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Cli;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Cli;

public sealed class DigestCommandTests : IDisposable
{
    private const string Person = "U0ANA4567";

    private readonly Shell shell = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DataFolder Data => new(Path.Combine(shell.Folder, "data"));

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Where_nothing_is_followed_the_list_says_so()
    {
        var ran = await shell.RunAsync(["digest", "list"]);

        Assert.Equal((ExitCode.Done, "Nothing is followed.\n", ""), (ran.Code, ran.Output, ran.Error));
    }

    [Fact]
    public async Task What_is_followed_is_listed_with_what_is_broken_first_and_without_who_set_it()
    {
        await FollowAsync("resources country:peru", new(Rhythm.Weekly, 1, new(9, 0), "America/Lima"));
        await FollowAsync("area:justice", new(Rhythm.AtOnce, 0, default, "UTC"));
        using (var state = new OpenState(Data, TimeProvider.System))
        {
            await state.Writer.WriteAsync(transaction => transaction.Execute("update subscription set state = 'broken', reason = 'is_archived' where id = 2"), Cancel);
        }

        var listed = await shell.RunAsync(["digest", "list"], width: 120);
        var asJson = (await shell.RunAsync(["digest", "list", "--json"])).Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        Assert.Matches(@"\A2 +broken +slack +area:justice +at once +is_archived\n1 +active +slack +resources country:peru +every Monday at 09:00 \(America/Lima\)\n2 in all[.]\n\z", listed.Output);
        Assert.Equal(["broken", "active"], asJson.Select(each => each.GetProperty("state").GetString()));
        Assert.Equal("resources country:peru", asJson[1].GetProperty("queries")[0].GetString());
        Assert.DoesNotContain(Person, $"{listed.Output}{string.Concat(asJson)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_tells_what_a_digest_would_have_said()
    {
        await LearnAsync();
        await shell.RunAsync(["export", "--all", "--out", "everything"]);
        var resources = Path.Combine(shell.Folder, "everything", "resources.csv");
        await File.AppendAllTextAsync(resources, "wells,Peru,2026,Report on Wells,IRM Report,Web page,,,news.txt,1,2,2026-01-01T00:00:00.0000000+00:00,Page\n", Cancel);
        await shell.RunAsync(["import", "everything"]);
        await LearnAsync();

        var found = await shell.RunAsync(["digest", "preview", "resources for Peru"]);
        var nothing = await shell.RunAsync(["digest", "preview", "justice commitments", "--since", "7d"]);

        Assert.Equal((ExitCode.Done, ""), (found.Code, found.Error));
        Assert.Matches(@"\A1 new resource: Peru \(since [0-9-]{10}; resources country:peru\)\n  Report on Wells\n\z", found.Output);
        Assert.Equal(ExitCode.Nothing, nothing.Code);
        Assert.StartsWith("Nothing new (since ", nothing.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources for Peru", "0d")]
    [InlineData("resources for Peru", "a month")]
    [InlineData("resources for Peru", "401d")]
    public async Task What_cannot_be_previewed_is_refused(string query, string since)
    {
        var ran = await shell.RunAsync(["digest", "preview", query, "--since", since]);

        Assert.Equal((ExitCode.BadUsage, ""), (ran.Code, ran.Output));
        Assert.NotEmpty(ran.Error);
    }

    private async Task FollowAsync(string query, Cadence cadence)
    {
        using var state = new OpenState(Data, TimeProvider.System);
        var follower = new Follower("slack", "T1", new Asker(Person, "C1") { PlaceRoute = "{}", PersonRoute = "{}" });
        await state.Subscriptions.AddAsync(new(follower, Personal: false, Language.English, [query], Watch.New, cadence), Cancel);
    }

    /// <summary>As a running host does.</summary>
    private async Task LearnAsync()
    {
        Data.Create();
        using var state = new OpenState(Data, TimeProvider.System);
        using var file = new CatalogFile(Data, TimeProvider.System);
        await new CatalogChanges(state.Database, state.Writer, file, TimeProvider.System, NullLogger<CatalogChanges>.Instance).LearnAsync(Cancel);
    }
}
