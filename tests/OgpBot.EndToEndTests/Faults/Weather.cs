namespace OgpBot.EndToEndTests.Faults;

/// <summary>How often what goes wrong on the platforms' side.</summary>
internal sealed class Weather(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Chances of each fault, together below 1.</summary>
    public IReadOnlyDictionary<Fault, double> Chances { get; set; } = Fair;

    public static IReadOnlyDictionary<Fault, double> Fair { get; } = new Dictionary<Fault, double>();

    /// <summary>Some of everything. Few enough that the circuit of a busy host stays closed most of the time.</summary>
    public static IReadOnlyDictionary<Fault, double> Changeable { get; } = new Dictionary<Fault, double>
    {
        [Fault.Slow] = 0.02,
        [Fault.TooMany] = 0.01,
        [Fault.TooManyUntold] = 0.005,
        [Fault.Unavailable] = 0.005,
        [Fault.Broken] = 0.003,
        [Fault.Reset] = 0.003,
        [Fault.TakenThenDropped] = 0.003,
        [Fault.TakenThenBroken] = 0.003,
        [Fault.TakenThenHung] = 0.001,
    };

    public static IReadOnlyDictionary<Fault, double> Only(Fault fault) => new Dictionary<Fault, double> { [fault] = 1 };

    public Fault Next()
    {
        double throwing;
        lock (random)
        {
            throwing = random.NextDouble();
        }

        foreach (var (fault, chance) in Chances)
        {
            if ((throwing -= chance) < 0)
            {
                return fault;
            }
        }

        return Fault.None;
    }
}
