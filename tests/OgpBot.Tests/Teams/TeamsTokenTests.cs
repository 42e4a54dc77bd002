using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Host.Teams;

namespace OgpBot.Tests.Teams;

public sealed class TeamsTokenTests : IDisposable
{
    private const string Service = "https://smba.trafficmanager.net/amer/";

    private readonly FakeTimeProvider clock = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly StandInKeys issuer = new();
    private readonly RSA key;
    private readonly TeamsKeys keys;
    private readonly TeamsToken token;

    public TeamsTokenTests()
    {
        key = issuer.Publish(TokenForgeries.Known, "msteams", "webchat");
        keys = new(StandInKeys.Address, issuer, clock, NullLogger<TeamsKeys>.Instance);
        token = new(new() { MicrosoftAppId = ForgedToken.App }, [TeamsIssuer.ChannelService(keys)], clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ForgedToken Right => new(key, TokenForgeries.Known, clock.GetUtcNow(), Service);

    public void Dispose()
    {
        keys.Dispose();
        issuer.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_channel_service_proves_its_service_and_its_channels()
    {
        var verdict = Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(Right.Signed()));

        Assert.Equal(Service, verdict.ServiceUrl);
        Assert.Equal(["msteams", "webchat"], verdict.Endorsements);
    }

    [Theory]
    [MemberData(nameof(TokenForgeries.Names), MemberType = typeof(TokenForgeries))]
    public async Task A_forged_token_is_refused_twice(string way)
    {
        await JudgeAsync(Right.Signed());
        var forged = TokenForgeries.Make(way, Right, key);

        Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(forged));
        Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(forged));
        Assert.Equal(1, issuer.Documents);
    }

    [Fact]
    public async Task Two_tokens_are_none()
    {
        var right = $"Bearer {Right.Signed()}";

        Assert.IsType<TeamsVerdict.Refused>(await token.JudgeAsync(new StringValues([right, right]), Cancel));
        Assert.IsType<TeamsVerdict.Refused>(await token.JudgeAsync($"{right}, {right}", Cancel));
        Assert.IsType<TeamsVerdict.Refused>(await token.JudgeAsync(StringValues.Empty, Cancel));
        Assert.IsType<TeamsVerdict.Refused>(await token.JudgeAsync(right.Replace("Bearer", "Basic", StringComparison.Ordinal), Cancel));
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task Clocks_may_be_five_minutes_apart(int seconds, bool taken)
    {
        var (early, late) = (Right, Right);
        early.Claims["nbf"] = clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
        late.Claims["exp"] = clock.GetUtcNow().AddSeconds(-seconds).ToUnixTimeSeconds();
        late.Claims["nbf"] = clock.GetUtcNow().AddHours(-1).ToUnixTimeSeconds();

        Assert.Equal(taken, await JudgeAsync(early.Signed()) is TeamsVerdict.Channel);
        Assert.Equal(taken, await JudgeAsync(late.Signed()) is TeamsVerdict.Channel);
    }

    [Fact]
    public async Task A_token_that_was_taken_ends_when_it_says()
    {
        var shortLived = Right;
        shortLived.Claims["exp"] = clock.GetUtcNow().AddSeconds(-200).ToUnixTimeSeconds();
        shortLived.Claims["nbf"] = clock.GetUtcNow().AddHours(-1).ToUnixTimeSeconds();
        var signed = shortLived.Signed();

        Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(signed));
        clock.Advance(TimeSpan.FromSeconds(99));
        Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(signed));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(signed));
    }

    [Fact]
    public async Task A_token_that_is_too_early_is_taken_when_its_time_has_come()
    {
        var early = Right;
        early.Claims["nbf"] = clock.GetUtcNow().AddSeconds(400).ToUnixTimeSeconds();
        var signed = early.Signed();

        Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(signed));
        clock.Advance(TimeSpan.FromSeconds(101));
        Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(signed));
    }

    [Fact]
    public async Task A_new_key_is_known_at_the_first_request_that_uses_it()
    {
        await JudgeAsync(Right.Signed());
        clock.Advance(TimeSpan.FromHours(1));
        using var next = issuer.Publish("next-key", "msteams");

        var verdict = await JudgeAsync(new ForgedToken(next, "next-key", clock.GetUtcNow(), Service).Signed());

        Assert.IsType<TeamsVerdict.Channel>(verdict);
        Assert.Equal(2, issuer.Documents);
    }

    [Fact]
    public async Task A_token_whose_key_was_not_published_yet_is_taken_later()
    {
        await JudgeAsync(Right.Signed());
        using var next = RSA.Create(2048);
        clock.Advance(TeamsKeys.Pause - TimeSpan.FromMinutes(1));
        var signed = new ForgedToken(next, "next-key", clock.GetUtcNow(), Service).Signed();
        Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(signed));

        issuer.Publish("next-key", next, "msteams");
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(signed));
    }

    [Fact]
    public async Task Ten_thousand_unknown_keys_have_the_keys_read_once_in_five_minutes()
    {
        await JudgeAsync(Right.Signed());
        clock.Advance(TeamsKeys.Pause);
        var forged = Right;
        var flood = new List<string>();
        for (var i = 0; i < 10_000; i++)
        {
            forged.Header["kid"] = $"unknown-{i}";
            flood.Add(forged.SignedBy(_ => [1, 2, 3]));
        }

        await Parallel.ForEachAsync(flood.Take(5_000), Cancel, async (each, _) => Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(each)));
        Assert.Equal(2, issuer.Documents);

        clock.Advance(TeamsKeys.Pause - TimeSpan.FromSeconds(1));
        await Parallel.ForEachAsync(flood.Skip(5_000), Cancel, async (each, _) => Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(each)));
        Assert.Equal(2, issuer.Documents);
        Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(Right.Signed()));
    }

    [Fact]
    public async Task Garbage_never_has_the_keys_read()
    {
        foreach (var way in TokenForgeries.Names.Select(name => name.Data).Except(["an unknown key", "another key under a known name", "an embedded key", "a link to keys", "a link to a certificate", "an embedded certificate", "no signature", "no service", "the service in other letters", "an empty service", "changed claims"]))
        {
            Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(TokenForgeries.Make(way, Right, key)));
        }

        Assert.Equal(0, issuer.Documents);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_read_nobody_is_let_in_and_it_is_tried_again_soon()
    {
        issuer.IsDown = true;

        Assert.IsType<TeamsVerdict.Undecided>(await JudgeAsync(Right.Signed()));
        issuer.IsDown = false;
        Assert.IsType<TeamsVerdict.Undecided>(await JudgeAsync(Right.Signed()));
        clock.Advance(TeamsKeys.PauseAfterFailure);
        Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(Right.Signed()));
    }

    [Fact]
    public async Task Known_keys_serve_on_while_their_issuer_is_down()
    {
        await JudgeAsync(Right.Signed());
        issuer.IsDown = true;
        clock.Advance(TimeSpan.FromHours(30));

        Assert.IsType<TeamsVerdict.Channel>(await JudgeAsync(Right.Signed()));
    }

    [Fact]
    public async Task Tokens_of_the_own_tenant_are_taken_only_where_the_settings_say_so()
    {
        var own = Right.OfOwnTenant().Signed();
        using var known = new TeamsKeys(StandInKeys.Address, issuer, clock, NullLogger<TeamsKeys>.Instance);
        var options = new TeamsOptions { MicrosoftAppId = ForgedToken.App, MicrosoftAppTenantId = ForgedToken.Tenant, LocalPeers = true };
        var lenient = new TeamsToken(options, [TeamsIssuer.ChannelService(keys), TeamsIssuer.OwnTenant(options, known)], clock);

        Assert.IsType<TeamsVerdict.Refused>(await JudgeAsync(own));
        Assert.IsType<TeamsVerdict.Playground>(await lenient.JudgeAsync($"Bearer {own}", Cancel));
    }

    [Theory]
    [InlineData("azp", "another-app")]
    [InlineData("tid", "another-tenant")]
    [InlineData("ver", null)]
    [InlineData("iss", "https://login.microsoftonline.com/another-tenant/v2.0")]
    public async Task Tokens_of_the_own_tenant_for_somebody_else_are_refused(string claim, string? value)
    {
        var options = new TeamsOptions { MicrosoftAppId = ForgedToken.App, MicrosoftAppTenantId = ForgedToken.Tenant, LocalPeers = true };
        var lenient = new TeamsToken(options, [TeamsIssuer.OwnTenant(options, keys)], clock);
        var own = Right.OfOwnTenant();
        own.Claims[claim] = value;

        Assert.IsType<TeamsVerdict.Refused>(await lenient.JudgeAsync($"Bearer {own.Signed()}", Cancel));
    }

    [Fact]
    public void Verdicts_do_not_pile_up()
    {
        var verdicts = new TeamsVerdicts(clock);

        for (var i = 0; i < 20_000; i++)
        {
            verdicts.Keep(TeamsVerdicts.KeyOf($"{i}"), new TeamsVerdict.Refused(""), clock.GetUtcNow().AddHours(1));
        }

        Assert.InRange(verdicts.Count, 1, 5_000);
        clock.Advance(TeamsVerdicts.Longest);
        Assert.Null(verdicts.Find(TeamsVerdicts.KeyOf("19999")));
    }

    private Task<TeamsVerdict> JudgeAsync(string text) => token.JudgeAsync($"Bearer {text}", Cancel);
}
