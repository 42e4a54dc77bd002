using CsCheck;
using OgpBot.Host.Slack;
using OgpBot.Tests.Reading;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<@U0BOT> Peru justice 2017", "Peru justice 2017")]
    [InlineData("hey <@U0BOT|ogpbot>, PE0062?", "hey   , PE0062?")]
    [InlineData("<@U0BOT>", "")]
    [InlineData("from <#C1|general>", "from  #general")]
    [InlineData("from <#C1>", "from")]
    [InlineData("<!here> <!subteam^S1|@staff> and <!date^1^{date}|today>", "@staff  and  today")]
    [InlineData("R&amp;D &lt;2019 &gt;= 1", "R&D <2019 >= 1")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("<https://www.opengovpartnership.org/pe0062>", "https://www.opengovpartnership.org/pe0062")]
    [InlineData("<http://ogp.org|ogp.org>", "http://ogp.org")]
    [InlineData("<https://ogp.org/pe0062|this one>", "this one https://ogp.org/pe0062")]
    [InlineData("<mailto:a@ogp.org|a@ogp.org>", "mailto:a@ogp.org")]
    [InlineData("“open data” – 2015—2017 ‘x’", "“open data” – 2015—2017 ‘x’")]
    [InlineData("a < b", "a < b")]
    [InlineData("&lt;@U0BOT&gt;", "<@U0BOT>")]
    [InlineData(null, "")]
    public void What_a_person_typed_is_found_in_what_Slack_wrote(string? written, string typed) => Assert.Equal(typed, SlackText.Typed(written));

    [Theory]
    [InlineData("hello <@U0BOT>", true)]
    [InlineData("hello <@U0BOT|ogpbot>", true)]
    [InlineData("hello <@U0BOTTOM>", false)]
    [InlineData("hello &lt;@U0BOT&gt;", false)]
    [InlineData("hello @U0BOT", false)]
    public void Only_a_real_mention_is_one(string written, bool mentioned) => Assert.Equal(mentioned, SlackText.Mentions(written, "U0BOT"));

    [Fact]
    public void Any_text_at_all_is_read() => HostileText.Any.Sample(text => Assert.NotNull(SlackText.Typed(text)), iter: 2_000);

    [Theory]
    [InlineData("PE0062", "PE0062")]
    [InlineData("see PE0062, PE0084 and PE0062.", "PE0062 PE0084")]
    [InlineData("(PE0062)", "PE0062")]
    [InlineData("pe0062 PE62 WXPE0062 PE00620 PE0062a", "")]
    [InlineData("éPE0062 PE0062é ½PE0062 a-PE0062 PE0062-a #PE0062 PE0062@x", "")]
    [InlineData("PE0062: why? PE0084- PE0085", "PE0062 PE0084 PE0085")]
    [InlineData("https://ogp.org/PE0062 ogp.org?id=PE0062 PE0062.html", "")]
    public void A_bare_ID_stands_alone(string text, string ids) => Assert.Equal(ids, string.Join(' ', SlackPreviews.IdsIn(text)));
}
