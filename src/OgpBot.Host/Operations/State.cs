using Microsoft.Extensions.Options;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Privacy;
using OgpBot.Storage;

namespace OgpBot.Host.Operations;

/// <summary>Delivery with its settings, and what health knows about the channels.</summary>
internal static class State
{
    public static void AddState(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<IOptions<DeliveryOptions>>().Value);
        builder.Services.AddDelivery();
        builder.Services.AddDigests();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Forgetting>());
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Scrub>());
        var web = new ChannelHealth("web");
        web.On();
        builder.Services.AddSingleton(web);
        builder.Services.AddSingleton<Channels>();
        // Requests end first, then what they stored is answered and sent as far as it goes.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
    }
}

[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;
