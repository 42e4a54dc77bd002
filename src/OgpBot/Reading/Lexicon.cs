using CsvHelper;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>The words that people use, in English and Spanish: data files shipped with the bot, the same for every catalog.</summary>
public sealed class Lexicon
{
    private static readonly Lazy<Lexicon> TheShipped = new(Load);

    private readonly Dictionary<string, string> memberNames = [];
    private readonly Dictionary<string, string> regionNames = [];
    private readonly Dictionary<(SenseKind Kind, string Name), string> writings = [];

    private Lexicon() { }

    public static Lexicon Shipped => TheShipped.Value;

    /// <summary>Phrases as folded words joined by one space, with what each can mean. One phrase may occur several times.</summary>
    public List<(string Phrase, Sense Sense)> Phrases { get; } = [];

    /// <summary>Letters of commitment IDs, upper case, by member.</summary>
    public Dictionary<string, string> Prefixes { get; } = [];

    /// <summary>Keys of qualifiers as people type them, in both languages, with the reader's own.</summary>
    public Dictionary<string, string> Qualifiers { get; } = [];

    /// <summary>Words as they are typed in chat, with the words they stand for.</summary>
    public Dictionary<string, string[]> Abbreviations { get; } = [];

    /// <summary>The English name of a member, given any of its names in either language; null when unknown.</summary>
    public string? MemberName(string name) => memberNames.GetValueOrDefault(Key(name));

    /// <summary>One name for a region that sources write in several ways; null when unknown, and for a part of one.</summary>
    public string? RegionName(string name) => regionNames.GetValueOrDefault(Key(name));

    /// <summary>A policy area, document type, format or dimension as OGP writes it; null when there is none of that name.</summary>
    public string? Written(SenseKind kind, string name) =>
        writings.TryGetValue((kind, Key(name)), out var written) && Folding.Fold(written) == Folding.Fold(name) ? written : null;

    /// <summary>How phrases are written as keys: folded words joined by one space.</summary>
    public static string Key(string phrase) => string.Join(' ', Folding.Words(phrase));

    private static Lexicon Load()
    {
        var lexicon = new Lexicon();
        foreach (var row in Rows("phrases", "kind", "value", "english", "spanish"))
        {
            var kind = Enum.Parse<SenseKind>(row[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            lexicon.AddEach(row[2], new Sense(kind, row[1], Language.English));
            lexicon.AddEach(row[3], new Sense(kind, row[1], Language.Spanish));
        }

        foreach (var row in Rows("members", "name", "prefix", "spanish", "aliases"))
        {
            if (row[1].Length > 0)
            {
                lexicon.Prefixes[row[0]] = row[1];
            }

            foreach (var name in new[] { row[0], row[2] }.Concat(Split(row[3])))
            {
                lexicon.memberNames.TryAdd(Key(name), row[0]);
                lexicon.Add(name, new Sense(SenseKind.Member, row[0], null));
            }
        }

        foreach (var row in Rows("regions", "region", "part", "language", "alias"))
        {
            lexicon.Add(row[3], new Sense(row[1] == "yes" ? SenseKind.RegionPart : SenseKind.Region, row[0], row[2].Length == 0 ? null : LanguageOf(row[2])));
            if (row[1] != "yes")
            {
                lexicon.regionNames.TryAdd(Key(row[3]), row[0]);
            }
        }

        foreach (var row in Rows("facts", "field", "value", "language", "alias"))
        {
            lexicon.Add(row[3], new Sense(SenseKind.Fact, $"{row[0]}:{row[1]}", LanguageOf(row[2])));
        }

        foreach (var row in Rows("areas", "area", "language", "alias"))
        {
            lexicon.writings.TryAdd((SenseKind.Area, Key(row[0])), row[0]);
            lexicon.Add(row[0], new Sense(SenseKind.Area, row[0], null));
            lexicon.Add(row[2], new Sense(SenseKind.Area, row[0], LanguageOf(row[1])));
        }

        foreach (var row in Rows("dimensions", "dimension", "language", "alias"))
        {
            lexicon.writings.TryAdd((SenseKind.Dimension, Key(row[0])), row[0]);
            lexicon.Add(row[2], new Sense(SenseKind.Dimension, row[0], LanguageOf(row[1])));
        }

        foreach (var row in Rows("types", "kind", "value", "language", "alias"))
        {
            var kind = row[0] == "format" ? SenseKind.Format : SenseKind.Type;
            lexicon.writings.TryAdd((kind, Key(row[1])), row[1]);
            lexicon.Add(row[3], new Sense(kind, row[1], LanguageOf(row[2])));
        }

        foreach (var row in Rows("terms", "term", "language", "alias"))
        {
            lexicon.Add(row[2], new Sense(SenseKind.Term, row[0], LanguageOf(row[1])));
        }

        foreach (var row in Rows("spanish", "spanish", "english", "forms"))
        {
            foreach (var form in Split(row[2]).Prepend(row[0]))
            {
                lexicon.Add(form, new Sense(SenseKind.Translation, row[1], Language.Spanish));
            }
        }

        foreach (var row in Rows("titles", "language", "phrase", "words"))
        {
            lexicon.Add(row[1], new Sense(SenseKind.DocumentTitle, row[2], LanguageOf(row[0])));
        }

        foreach (var row in Rows("qualifiers", "typed", "key"))
        {
            lexicon.Qualifiers[row[0]] = row[1];
        }

        foreach (var row in Rows("abbreviations", "typed", "meant"))
        {
            lexicon.Abbreviations[row[0]] = row[1].Split(' ');
        }

        return lexicon;
    }

    private static Language LanguageOf(string code) => code == "es" ? Language.Spanish : Language.English;

    internal static string[] Split(string list) => list.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void AddEach(string list, Sense sense)
    {
        foreach (var phrase in Split(list))
        {
            Add(phrase, sense);
        }
    }

    private void Add(string phrase, Sense sense)
    {
        if (Key(phrase) is { Length: > 0 } key)
        {
            Phrases.Add((key, sense));
        }
    }

    /// <summary>The rows of one of the shipped files, these columns in this order.</summary>
    internal static IEnumerable<string[]> Rows(string file, params string[] columns)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Lexicon/{file}.csv")
            ?? throw new InvalidOperationException($"The lexicon file {file}.csv is not embedded.");
        using var reader = new StreamReader(stream);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        while (csv.Read())
        {
            yield return [.. columns.Select(column => csv.GetString(column) ?? "")];
        }
    }
}
