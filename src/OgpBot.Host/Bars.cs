namespace OgpBot.Host;

/// <summary>Bars made of letters, for channels that draw none.</summary>
internal static class Bars
{
    /// <summary>A bar to the half cell; what is more than nothing shows at least that.</summary>
    public static string Draw(int value, int most, int cells)
    {
        var halves = value <= 0 || most <= 0 ? 0 : (int)Math.Max(1, Math.Round(2.0 * cells * value / most));
        return new string('█', halves / 2) + (halves % 2 == 1 ? "▌" : "");
    }
}
