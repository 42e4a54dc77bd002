using OgpBot.Conversations;

namespace OgpBot.Privacy;

/// <summary>Somebody whom a platform knows by an ID. Never logged.</summary>
/// <param name="Id">The platform's, unique within the tenant.</param>
/// <param name="Alone">Their chat with the bot; empty when unknown.</param>
public sealed record Person(string Channel, string Tenant, string Id, string Alone = "")
{
    /// <summary>Null where nobody can be told apart.</summary>
    public static Person? Of(Address? address, Asker? asker) =>
        address is null || asker is null ? null : new(address.Channel, address.Tenant, asker.Person, asker.IsAlone ? asker.Place : "");
}

/// <summary>What is kept about one person.</summary>
/// <param name="Follows">Subscriptions of their own.</param>
/// <param name="SetForOthers">Subscriptions of places that they set.</param>
/// <param name="Conversations">What a conversation was about last.</param>
/// <param name="Searches">Queries for their home page.</param>
/// <param name="Messages">Questions and answers, without their words once they have ended.</param>
/// <param name="Ways">How their chat with the bot is reached.</param>
public sealed record KeptAboutPerson(long Follows, long SetForOthers, long Conversations, long Searches, long Messages, long Ways)
{
    public long Total => Follows + SetForOthers + Conversations + Searches + Messages + Ways;
}
