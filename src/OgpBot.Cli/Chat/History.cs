namespace OgpBot.Cli.Chat;

/// <summary>The lines of this session, for the arrow keys. Kept in memory only: what people ask is private.</summary>
internal sealed class History
{
    private const int Limit = 500;

    private readonly List<string> lines = [];
    private string draft = "";
    private int position;

    public void Add(string line)
    {
        if (lines.LastOrDefault() != line)
        {
            lines.Add(line);
        }

        if (lines.Count > Limit)
        {
            lines.RemoveAt(0);
        }

        position = lines.Count;
    }

    /// <returns>The line before; null at the oldest.</returns>
    public string? Older(string current)
    {
        if (position == 0)
        {
            return null;
        }

        draft = position == lines.Count ? current : draft;
        return lines[--position];
    }

    /// <returns>The line after, in the end what was being typed; null when that is shown already.</returns>
    public string? Newer()
    {
        if (position == lines.Count)
        {
            return null;
        }

        return ++position == lines.Count ? draft : lines[position];
    }
}
