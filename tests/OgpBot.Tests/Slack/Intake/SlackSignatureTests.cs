using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackSignatureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Now);

    [Fact]
    public void The_request_in_Slacks_own_documentation_is_genuine()
    {
        time.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(1531420618));
        const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        var request = new SignedRequest("1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", Encoding.UTF8.GetBytes(Body));

        Assert.True(Proves(request));
    }

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(-299, true)]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_request_counts_for_five_minutes_both_ways(int seconds, bool genuine) =>
        Assert.Equal(genuine, Proves(SignedRequest.Of("{}", Now.AddSeconds(seconds))));

    [Theory]
    [InlineData("the-new-one", true)]
    [InlineData("the-old-one", true)]
    [InlineData("another-one", false)]
    [InlineData("", false)]
    public void While_a_secret_is_replaced_both_count(string secret, bool genuine) =>
        Assert.Equal(genuine, Proves(SignedRequest.Of("{}", Now, secret), new() { SigningSecret = "the-new-one", PreviousSigningSecret = "the-old-one" }));

    [Fact]
    public void Without_a_secret_nothing_is_genuine() => Assert.False(Proves(SignedRequest.Of("{}", Now, ""), new()));

    [Fact]
    public void A_single_wrong_bit_is_enough_to_refuse()
    {
        var request = SignedRequest.Of(new string('x', 1024), Now);
        Assert.True(Proves(request));

        var wrong = request.WithOneBitWrong().ToArray();

        Assert.Equal(8 * (10 + 67 + 1024), wrong.Length);
        Assert.DoesNotContain(wrong, each => Proves(each));
    }

    [Fact]
    public void A_header_that_is_missing_twice_there_or_otherwise_written_is_refused()
    {
        var genuine = SignedRequest.Of("{}", Now);
        var (stamp, signature) = (genuine.Timestamp, genuine.Signature);
        (string[] Stamps, string[] Signatures)[] wrong =
        [
            ([], [signature]),
            ([stamp], []),
            ([stamp, stamp], [signature]),
            ([stamp], [signature, signature]),
            ([$"{stamp},{stamp}"], [signature]),
            ([stamp], [$"{signature},{signature}"]),
            ([$"+{stamp}"], [signature]),
            ([$"0{stamp}"], [signature]),
            ([$" {stamp}"], [signature]),
            ([$"{stamp}\n"], [signature]),
            ([$"{stamp}.0"], [signature]),
            (["99999999999999999999"], [signature]),
            ([""], [signature]),
            ([stamp], [""]),
            ([stamp], ["v0="]),
            ([stamp], [signature.ToUpperInvariant()]),
            ([stamp], [$"v0={signature[3..].ToUpperInvariant()}"]),
            ([stamp], [$"v1={signature[3..]}"]),
            ([stamp], [signature[3..]]),
            ([stamp], [signature[..^1]]),
            ([stamp], [$"{signature}0"]),
            ([stamp], [$"{signature}\n"]),
            ([stamp], [$"v0={new string('g', 64)}"]),
        ];

        Assert.All(wrong, headers => Assert.False(Signature().Proves(
            new HeaderDictionary { ["X-Slack-Request-Timestamp"] = headers.Stamps, ["X-Slack-Signature"] = headers.Signatures }, genuine.Body)));
    }

    private SlackSignature Signature(SlackOptions? options = null) => new(options ?? new() { SigningSecret = SignedRequest.Secret }, time);

    private bool Proves(SignedRequest request, SlackOptions? options = null) => Signature(options).Proves(request.Headers, request.Body);
}
