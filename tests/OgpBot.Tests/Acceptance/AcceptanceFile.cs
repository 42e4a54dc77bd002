namespace OgpBot.Tests.Acceptance;

/// <summary>The tables beside this file: cells between tabs, no quoting, headings in the first line.</summary>
internal static class AcceptanceFile
{
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(AcceptanceFile).Assembly.GetManifestResourceStream($"Acceptance/{name}.tsv");
        Assert.True(stream is not null, $"{name}.tsv is not embedded");
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        return rows[1..];
    }
}
