using Microsoft.Extensions.DependencyInjection;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Intents;
using OgpBot.Privacy;
using OgpBot.Storage;

namespace OgpBot;

public static class BotRegistration
{
    /// <summary>The whole bot, with its databases in this folder. Each question is answered by the one intent that takes it: the order does not matter.</summary>
    public static IServiceCollection AddOgpBot(this IServiceCollection services, DataFolder folder)
    {
        services.AddOgpCatalog(folder);
        services.AddSingleton<BotDatabase>();
        services.AddSingleton<StateWriter>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<Memory>();
        services.AddSingleton<DefaultMembers>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<Scrub>();
        services.AddSingleton<Forgetting>();
        services.AddSingleton<Unanswered>();
        services.AddSingleton<DigestPreviews>();
        services.AddSingleton<Following>();
        services.AddSingleton<IReadOnlyList<IIntent>>(provider => IntentsOver(
            provider.GetRequiredService<CatalogStore>(), provider.GetRequiredService<Following>(), provider.GetRequiredService<Forgetting>(), provider.GetRequiredService<DefaultMembers>()));
        services.AddSingleton<Bot>();
        return services;
    }

    /// <summary>Every intent, help last: it shows what the others can do.</summary>
    /// <param name="forgetting">Null where there is no state.</param>
    /// <param name="defaults">The same.</param>
    public static IReadOnlyList<IIntent> IntentsOver(CatalogStore catalog, Following following, Forgetting? forgetting = null, DefaultMembers? defaults = null)
    {
        IIntent[] intents =
        [
            new FindCommitments(catalog),
            new ShowCommitment(catalog),
            new ShowCommitments(catalog),
            new CountCommitments(catalog),
            new RankCommitments(catalog),
            new ListAreas(catalog),
            new CompareCommitments(catalog),
            new PivotCommitments(catalog),
            new Brief(catalog),
            new CiteCommitment(catalog),
            new ListPlans(catalog),
            new ShowPlan(catalog),
            new ShowMember(catalog),
            new ListMembers(catalog),
            new FindResources(catalog),
            new CountResources(catalog),
            new ShowPerformance(catalog),
            new StarGuidance(catalog),
            new ShowParticipation(catalog),
            new ShowGlobalReport(catalog),
            new ExplainTerm(catalog),
            new FindPosts(catalog),
            new SourceQuirks(catalog),
            new DescribeData(catalog),
            new PreferMember(catalog, defaults),
            new Subscribe(following, catalog),
            new ListSubscriptions(following),
            new Unsubscribe(following),
            new ChangeSubscription(following),
            new PauseSubscription(following),
            new ResumeSubscription(following),
            new AboutMe(forgetting),
            new ForgetMe(forgetting),
            new Greet(),
            new Thank(),
            new Decline(),
            new Unclear(),
            new Nowhere(),
        ];
        return [.. intents, new Help(intents, catalog)];
    }
}
