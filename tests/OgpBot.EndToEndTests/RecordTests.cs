using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OgpBot.EndToEndTests;

public sealed class RecordTests(RunningHost running)
{
    private readonly HostProcess host = running.Host;

    [Theory]
    [InlineData("commitments", 104)]
    [InlineData("commitments?country=peru&area=justice&year=2017", 2)]
    [InlineData("commitments?year=2015..2017", 35)]
    [InlineData("commitments?year=2012,2019", 69)]
    [InlineData("commitments?plan=current", 21)]
    [InlineData("commitments?starred=true", 3)]
    [InlineData("commitments?starred=false", 101)]
    [InlineData("commitments?area=none", 1)]
    [InlineData("commitments?q=sanitation", 2)]
    [InlineData("resources", 24)]
    [InlineData("plans", 4)]
    [InlineData("members?country=pe", 1)]
    public async Task Filters_find_what_the_source_holds(string path, int total)
    {
        var page = await host.GetAsync($"/api/{path}", TestContext.Current.CancellationToken);

        Assert.Equal(total, (int)page["total"]!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task The_pages_together_are_the_whole_and_nothing_comes_twice(int size)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var ids = new List<string>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var answer = await host.GetAsync($"/api/commitments?size={size}&page={page}", cancellationToken);
            pages = (int)answer["pages"]!;
            ids.AddRange(answer["items"]!.AsArray().Select(item => (string)item!["id"]!));
        }

        Assert.Equal(Enumerable.Range(1, 104).Select(number => $"PE{number:0000}"), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_tells_its_source_and_what_the_source_does_not_say()
    {
        var commitment = await host.GetAsync("/api/commitments/pe62", TestContext.Current.CancellationToken);

        Assert.Equal("PE0062", (string?)commitment["id"]);
        Assert.True((bool)commitment["starred"]!);
        Assert.Equal("notInSource", (string?)commitment["leadInstitution"]!["state"]);
        Assert.Null(commitment["leadInstitution"]!["value"]);
        Assert.InRange((int)commitment["source"]!["firstLine"]!, 1, 10_000);
        Assert.Contains("CC BY 4.0", (string)commitment["source"]!["credit"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/commitments/PE0105", HttpStatusCode.NotFound)]
    [InlineData("/api/commitments/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/api/commitments?colour=red", HttpStatusCode.BadRequest)]
    [InlineData("/api/commitments?year=next", HttpStatusCode.BadRequest)]
    [InlineData("/api/resources?size=1000", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_or_not_understood_is_told_as_a_problem(string path, HttpStatusCode status)
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        using var response = await host.Client.GetAsync(path, cancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty((string)(await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["detail"]!);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var document = await host.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        var paths = document["paths"]!.AsObject();
        Assert.Superset(new HashSet<string>(["/api/chat", "/api/commitments", "/api/commitments/{id}", "/api/resources", "/api/plans", "/api/members"]), paths.Select(path => path.Key).ToHashSet());
        Assert.Contains(paths["/api/commitments"]!["get"]!["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "starred");
    }
}
