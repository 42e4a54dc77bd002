using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Reading;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class RecordLinkTests
{
    private const string Domain = "www.opengovpartnership.org";

    [Theory]
    [InlineData("https://www.opengovpartnership.org/members/peru/commitments/PE0062/", "peru", "PE0062", Language.English)]
    [InlineData("https://opengovpartnership.org/members/peru/commitments/pe0062", "peru", "PE0062", Language.English)]
    [InlineData("https://www.opengovpartnership.org/es/members/peru/commitments/PE0062/?utm=x#top", "peru", "PE0062", Language.Spanish)]
    [InlineData("http://www.opengovpartnership.org/members/united-kingdom/", "united-kingdom", null, Language.English)]
    public void A_link_to_a_record_is_known(string url, string member, string? commitment, Language language) =>
        Assert.Equal(new RecordLink(member, commitment, language), RecordLink.Read(url, Domain));

    [Theory]
    [InlineData("https://www.opengovpartnership.org/")]
    [InlineData("https://www.opengovpartnership.org/members/")]
    [InlineData("https://www.opengovpartnership.org/members/peru/commitments/")]
    [InlineData("https://www.opengovpartnership.org/members/peru/commitments/PE0062/more")]
    [InlineData("https://www.opengovpartnership.org/documents/peru/PE0062/")]
    [InlineData("https://www.opengovpartnership.org.evil.example/members/peru/")]
    [InlineData("https://evilopengovpartnership.org/members/peru/")]
    [InlineData("https://evil.example/https://www.opengovpartnership.org/members/peru/")]
    [InlineData("https://www.opengovpartner\uFFFFship.org/members/peru/")]
    [InlineData("https://www.ｏpengovpartnership.org/members/peru/")]
    [InlineData("ftp://www.opengovpartnership.org/members/peru/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("not a link")]
    public void Every_other_link_is_left_alone(string url) => Assert.Null(RecordLink.Read(url, Domain));

    [Fact]
    public async Task A_preview_belongs_to_a_record_of_that_member()
    {
        await using var world = await SlackWorld.OpenAsync();
        var unfurls = world.Get<SlackUnfurls>();
        string[] links =
        [
            "https://www.opengovpartnership.org/members/peru/",
            "https://www.opengovpartnership.org/members/peru/commitments/PE0062/",
            "https://www.opengovpartnership.org/members/kenya/commitments/PE0062/",
            "https://www.opengovpartnership.org/members/atlantis/",
        ];

        var drawn = await unfurls.DrawAsync(links, SlackWorld.Cancelled);

        Assert.Equal(links.Take(2), drawn.Select(preview => preview.Key));
        Assert.All(drawn, preview => Assert.InRange(preview.Value!["blocks"]!.AsArray().Count, 2, 6));
    }
}
