using System.Globalization;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>What the host told Prometheus.</summary>
internal sealed class Figures(string text)
{
    public static async Task<Figures> ReadAsync(string address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new(address) };
        return new(await client.GetStringAsync("/metrics", cancellationToken));
    }

    /// <summary>Over all series of this counter that have the label.</summary>
    public long Sum(string counter, string label) => text.Split('\n')
        .Where(line => line.StartsWith($"{counter}_", StringComparison.Ordinal) && line.Contains("_total{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(line => long.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
}
