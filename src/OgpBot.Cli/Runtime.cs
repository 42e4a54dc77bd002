using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OgpBot.Catalog;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Privacy;
using OgpBot.Storage;

namespace OgpBot.Cli;

/// <summary>The bot of one data folder.</summary>
internal sealed class Runtime : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Runtime(ServiceProvider services) => this.services = services;

    public Bot Bot => services.GetRequiredService<Bot>();

    public CatalogStore Catalog => services.GetRequiredService<CatalogStore>();

    public CatalogFile CatalogFile => services.GetRequiredService<CatalogFile>();

    public BotDatabase State => services.GetRequiredService<BotDatabase>();

    public Subscriptions Subscriptions => services.GetRequiredService<Subscriptions>();

    public DigestPreviews Previews => services.GetRequiredService<DigestPreviews>();

    public DeadLetters DeadLetters => services.GetRequiredService<DeadLetters>();

    public Forgetting Forgetting => services.GetRequiredService<Forgetting>();

    public Scrub Scrub => services.GetRequiredService<Scrub>();

    public Unanswered Unanswered => services.GetRequiredService<Unanswered>();

    public static Runtime Open(ParseResult parsed, Surroundings surroundings) => new(new ServiceCollection()
        .AddSingleton(surroundings)
        .AddSingleton(surroundings.Clock)
        .AddSingleton(typeof(ILogger<>), typeof(ErrorLog<>))
        .AddOgpBot(new DataFolder(parsed.DataFolder(surroundings)))
        .BuildServiceProvider());

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
