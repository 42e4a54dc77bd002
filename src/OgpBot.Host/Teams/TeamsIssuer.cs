using Microsoft.IdentityModel.JsonWebTokens;

namespace OgpBot.Host.Teams;

/// <summary>Who signs tokens that are taken.</summary>
/// <param name="Names">As the claim iss has it, letter by letter.</param>
/// <param name="Judge">What a token proves whose signature, audience and times are right.</param>
internal sealed record TeamsIssuer(IReadOnlyList<string> Names, TeamsKeys Keys, Func<JsonWebToken, TeamsKey, TeamsVerdict> Judge)
{
    /// <summary>Microsoft's channel service, which names the service that an activity comes from. The claim is written in small letters.</summary>
    public static TeamsIssuer ChannelService(TeamsKeys keys) => new(
        ["https://api.botframework.com"],
        keys,
        static (token, key) => TeamsToken.TextOf(token, "serviceurl") is { Length: > 0 } service
            ? new TeamsVerdict.Channel(service, key.Endorsements)
            : new TeamsVerdict.Refused("no service"));

    /// <summary>The own tenant's Entra ID, for the Agents Playground: a token that was made with the bot's own credential.</summary>
    public static TeamsIssuer OwnTenant(TeamsOptions options, TeamsKeys keys) => new(
        [$"https://login.microsoftonline.com/{options.MicrosoftAppTenantId}/v2.0", $"https://sts.windows.net/{options.MicrosoftAppTenantId}/"],
        keys,
        (token, _) => TeamsToken.TextOf(token, "tid") == options.MicrosoftAppTenantId && ApplicationOf(token) == options.MicrosoftAppId
            ? new TeamsVerdict.Playground()
            : new TeamsVerdict.Refused("another application"));

    /// <summary>Who asked for the token, by its version.</summary>
    private static string? ApplicationOf(JsonWebToken token) => TeamsToken.TextOf(token, "ver") switch
    {
        "1.0" => TeamsToken.TextOf(token, "appid"),
        "2.0" => TeamsToken.TextOf(token, "azp"),
        _ => null,
    };
}
