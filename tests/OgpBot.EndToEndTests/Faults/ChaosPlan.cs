using System.Globalization;

namespace OgpBot.EndToEndTests.Faults;

/// <param name="Seed">Of everything that is drawn. The timing of processes is not, so that a run with the same seed is alike, not the same.</param>
/// <param name="Messages">To be acknowledged.</param>
internal sealed record ChaosPlan(int Seed, int Kills, int Messages)
{
    /// <summary>Connections of the platforms.</summary>
    public int Clients { get; init; } = 24;

    /// <summary>So many that the limit of one message a second and channel holds up no one for long.</summary>
    public int Channels => Math.Max(500, Messages / 8);

    public int Chats => Math.Max(200, Messages / 12);

    /// <summary>Given by OGPBOT_FAULTS_SEED, or drawn.</summary>
    public static int AnySeed() =>
        int.TryParse(Environment.GetEnvironmentVariable("OGPBOT_FAULTS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next(1, 1_000_000);
}
