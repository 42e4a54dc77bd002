using Microsoft.Extensions.DependencyInjection;

namespace OgpBot.Delivery;

public static class DeliveryRegistration
{
    /// <summary>Inbox and outbox over bot.db. Needs the bot, a clock, options, and every <see cref="IChannel"/> that is on.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton(Leaseholder.New());
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<OutboxLedger>();
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<InboxWorker>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Inbox>();
        services.AddHostedService<DeliveryService>();
        return services;
    }
}
