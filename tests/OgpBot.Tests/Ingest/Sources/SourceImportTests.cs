using Microsoft.AspNetCore.Http;
using OgpBot.Ingest.Sources;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Ingest.Sources;

public sealed class SourceImportTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder folder = new();
    private readonly Download download = new(Download.Handler());
    private FileServer server = null!;

    public async ValueTask InitializeAsync() => server = await FileServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        download.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_page_is_fetched_and_imported_and_nothing_is_left_of_the_download()
    {
        server.Files["/members/peru"] = (PeruPage.Text, "\"1\"");

        var outcome = await ImportAsync("/members/peru/");

        Assert.True(outcome.IsGood, outcome.Failure);
        Assert.Equal("the member page of Peru", outcome.Report!.Found);
        Assert.Empty(Directory.GetDirectories(folder.Data.Path, "incoming-*"));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_fetched_again()
    {
        server.Files["/peru"] = (PeruPage.Text, "\"1\"");
        var first = await ImportAsync("/peru");

        var again = await ImportAsync("/peru", first.Validators);

        Assert.True(again.IsGood);
        Assert.Null(again.Report);
        Assert.Equal([200, 304], server.Asked.Select(asked => asked.Status));
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed()
    {
        server.Files["/new"] = (PeruPage.Text, "\"1\"");
        server.Answer = Redirect("/old", "/new");

        Assert.True((await ImportAsync("/old")).IsGood);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("https://example.org/peru")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//localhost/peru")]
    public async Task A_redirect_to_another_host_is_refused(string to)
    {
        server.Answer = Redirect("/old", to);

        var outcome = await ImportAsync("/old");

        Assert.Contains("which is not followed", outcome.Failure, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        server.Answer = Redirect("/old", "/old");

        Assert.Contains("redirects more than 5 times", (await ImportAsync("/old")).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_so_at_once()
    {
        var outcome = await ImportAsync("/nowhere?key=s3cret");

        Assert.EndsWith("/nowhere answers 404", outcome.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", outcome.Failure, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_server_that_is_out_of_order_for_a_moment_is_asked_again()
    {
        server.Files["/peru"] = (PeruPage.Text, "\"1\"");
        server.Answer = context =>
        {
            context.Response.StatusCode = server.Asked.Count == 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            return Task.FromResult(server.Asked.Count == 0);
        };

        Assert.True((await ImportAsync("/peru")).IsGood);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_file_that_says_it_is_too_large_is_not_read()
    {
        server.Answer = async context =>
        {
            context.Response.ContentLength = Download.LargestFile + 1;
            await context.Response.WriteAsync("x");
            return true;
        };

        Assert.Equal("the file is larger than 100 MB", (await ImportAsync("/large")).Failure);
    }

    [Fact]
    public async Task A_server_that_never_ends_is_given_up()
    {
        server.Answer = async context =>
        {
            await context.Response.WriteAsync("Peru");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        var outcome = await new SourceImport(download, folder.Data, TimeProvider.System)
            .ImportAsync($"{server.Url}/slow", null, TimeSpan.FromMilliseconds(300), force: false, null, TestContext.Current.CancellationToken);

        Assert.Contains("took longer than", outcome.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_page_changes_nothing_and_is_named()
    {
        server.Files["/members/peru"] = ("<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Wait</body></html>", "\"1\"");

        var outcome = await ImportAsync("/members/peru");

        Assert.False(outcome.IsGood);
        Assert.Contains("an HTML page titled “Just a moment...”", outcome.Report!.Found, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Data.Catalog));
    }

    [Theory]
    [InlineData("http://example.org/export.csv")]
    [InlineData("ftp://example.org/export.csv")]
    [InlineData("file:///etc/passwd")]
    public async Task Only_https_addresses_are_fetched(string location)
    {
        var outcome = await new SourceImport(download, folder.Data, TimeProvider.System).ImportAsync(location, null, Patience, force: false, null, TestContext.Current.CancellationToken);

        Assert.Equal("only https addresses are fetched", outcome.Failure);
    }

    private static Func<HttpContext, Task<bool>> Redirect(string from, string to) => context =>
    {
        if (context.Request.Path != from)
        {
            return Task.FromResult(false);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = to;
        return Task.FromResult(true);
    };

    private Task<SourceOutcome> ImportAsync(string path, Validators? known = null) =>
        new SourceImport(download, folder.Data, TimeProvider.System).ImportAsync($"{server.Url}{path}", known, Patience, force: false, null, TestContext.Current.CancellationToken);
}
