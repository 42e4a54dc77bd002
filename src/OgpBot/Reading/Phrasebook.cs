using System.Runtime.CompilerServices;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>The lexicon and one catalog's vocabulary in one look-up: which phrases can mean what, and which words exist.</summary>
public sealed class Phrasebook
{
    private static readonly ConditionalWeakTable<Vocabulary, Phrasebook> Made = [];

    private readonly Dictionary<string, Sense[]> phrases;
    private readonly HashSet<string> phraseWords;
    private readonly HashSet<string> nouns;
    /// <summary>Whole titles by their words: what they are titles of, and how the catalog folds them.</summary>
    private readonly Dictionary<string, (Topic Topic, string Folded)> titles;
    private readonly HashSet<string> topics;

    private Phrasebook(Lexicon lexicon, Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        var collected = new Dictionary<string, List<Sense>>();
        nouns = lexicon.Phrases.Where(entry => entry.Sense.Kind == SenseKind.Noun).Select(entry => entry.Phrase).ToHashSet(StringComparer.Ordinal);

        topics = lexicon.Phrases.Where(entry => entry.Sense.Kind is SenseKind.Topic or SenseKind.Type).Select(entry => entry.Phrase).ToHashSet(StringComparer.Ordinal);

        // "Action plan" names the plans, although it is a type of document too.
        var own = Own(vocabulary).Where(entry => entry.Sense.Kind != SenseKind.Type || !nouns.Contains(entry.Phrase));
        foreach (var (phrase, sense) in lexicon.Phrases.SelectMany(entry => Here(entry.Phrase, entry.Sense)).Concat(own))
        {
            if (!collected.TryGetValue(phrase, out var senses))
            {
                collected[phrase] = senses = [];
            }

            if (!senses.Contains(sense))
            {
                senses.Add(sense);
            }
        }

        phrases = collected.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
        titles = Titled(vocabulary.Titles, Topic.Commitments).Concat(Titled(vocabulary.ResourceTitles, Topic.Resources)).Concat(Titled(vocabulary.PostTitles, Topic.Posts))
            .DistinctBy(entry => entry.Words).ToDictionary(entry => entry.Words, entry => (entry.Topic, entry.Folded));
        LongestPhrase = phrases.Keys.Max(phrase => phrase.Count(letter => letter == ' ') + 1);
        phraseWords = phrases.Keys.SelectMany(phrase => phrase.Split(' ')).ToHashSet(StringComparer.Ordinal);
        Spelling = new Spelling(Candidates(), phrases.Where(entry => entry.Value.Any(sense => sense.Kind is SenseKind.Member or SenseKind.Area or SenseKind.Star)).Select(entry => entry.Key));
        Prefixes = lexicon.Prefixes.Values.Concat(vocabulary.Members.Select(member => member.Prefix)).ToHashSet(StringComparer.Ordinal);
        Institutions = new InstitutionIndex(vocabulary.Institutions);
        LoadedPrefixes = vocabulary.Members.Select(member => member.Prefix).ToHashSet(StringComparer.Ordinal);
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>Null when no record has exactly this title, given as folded words joined by spaces.</summary>
    public (Topic Topic, string Folded)? Title(string words) => titles.TryGetValue(words, out var title) ? title : null;

    /// <summary>True when a commitment's title holds these words in a row.</summary>
    public bool InOneTitle(string words) => words.Split(' ').All(Vocabulary.TitleWords.ContainsKey) && titles.Any(title => title.Value.Topic == Topic.Commitments
        // The cheap test first: of thousands of titles few need the padded copy.
        && title.Key.Contains(words, StringComparison.Ordinal) && $" {title.Key} ".Contains($" {words} ", StringComparison.Ordinal));

    /// <summary>In words.</summary>
    public int LongestPhrase { get; }

    public Spelling Spelling { get; }

    /// <summary>Letters of commitment IDs that are known, upper case.</summary>
    public IReadOnlySet<string> Prefixes { get; }

    internal InstitutionIndex Institutions { get; }

    /// <summary>Those of the members that the catalog holds.</summary>
    public IReadOnlySet<string> LoadedPrefixes { get; }

    /// <summary>Built once for each vocabulary.</summary>
    public static Phrasebook For(Vocabulary vocabulary) => Made.GetValue(vocabulary, made => new Phrasebook(Lexicon.Shipped, made));

    /// <summary>Null when the phrase (folded words joined by spaces) means nothing by itself.</summary>
    public Sense[]? Senses(string phrase) => phrases.GetValueOrDefault(phrase);

    /// <summary>True when a title of the catalog holds the word or a form of it that the search treats as the same.</summary>
    public bool InTitles(string word) => Forms(word).Any(Vocabulary.TitleWords.ContainsKey);

    public bool InResources(string word) => Forms(word).Any(Vocabulary.ResourceWords.ContainsKey);

    /// <summary>True when a title of any kind of record holds the word.</summary>
    public bool IsHeld(string word) => InTitles(word) || InResources(word);

    /// <summary>True when nothing about the word needs correcting.</summary>
    public bool Knows(string word) => phraseWords.Contains(word) || IsHeld(word);

    private static IEnumerable<(string Words, Topic Topic, string Folded)> Titled(IEnumerable<string> titles, Topic topic) => titles.Select(title => (Lexicon.Key(title), topic, title));

    /// <summary>The word with and without the commonest English endings.</summary>
    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        yield return word + "s";
        if (word.Length > 3)
        {
            foreach (var ending in new[] { "s", "es", "ed", "ing", "al", "ies" })
            {
                if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3)
                {
                    var stem = word[..^ending.Length];
                    yield return stem;
                    yield return stem + (ending == "ies" ? "y" : "e");
                }
                else
                {
                    yield return word + ending;
                }
            }
        }
    }

    /// <summary>A lexicon entry as this catalog can use it: areas and terms in the catalog's writing, absent areas marked.</summary>
    private IEnumerable<(string Phrase, Sense Sense)> Here(string phrase, Sense sense)
    {
        switch (sense.Kind)
        {
            case SenseKind.Area:
                var area = CanonicalFilter.Find(Vocabulary.Areas, sense.Value);
                if (area is not null)
                {
                    yield return (phrase, sense with { Value = area });
                }
                else if (Lexicon.Key(sense.Value).Split(' ').All(InTitles))
                {
                    // No such area here, but titles with its words: "elecciones" looks for "elections".
                    if (sense.Language == Language.Spanish)
                    {
                        yield return (phrase, sense with { Kind = SenseKind.Translation, Value = sense.Value });
                    }
                }
                else if (!phrase.Split(' ').Any(word => word.Length > 3 && InTitles(word)))
                {
                    yield return (phrase, sense with { Kind = SenseKind.AbsentArea });
                }

                break;
            case SenseKind.Term:
                var named = Folding.Fold(sense.Value);
                var term = Vocabulary.Terms.FirstOrDefault(entry => Folding.Fold(entry.Name) == named || entry.Also.Any(also => Folding.Fold(also) == named));
                if (term is not null || !nouns.Contains(phrase) && !phrase.Split(' ').Any(nouns.Contains) && !topics.Contains(phrase))
                {
                    yield return (phrase, sense with { Value = term?.Key ?? sense.Value });
                }

                break;
            case SenseKind.Region or SenseKind.RegionPart:
                if (Vocabulary.Regions.FirstOrDefault(region => Lexicon.Shipped.RegionName(region) == sense.Value) is { } known)
                {
                    yield return (phrase, sense with { Value = known });
                }

                break;
            case SenseKind.Fact:
                var fact = FactReading.Parse(sense.Value);
                if (Vocabulary.Facts.FirstOrDefault(entry => entry.Field == fact.Field && Lexicon.Key(entry.Value) == Lexicon.Key(fact.Value)) is { } written)
                {
                    yield return (phrase, sense with { Value = $"{written.Field}:{written.Value}" });
                }

                break;

            // Words for what a catalog of one member has no use for.
            case SenseKind.AllMembers when Vocabulary.Members.Count < 2:
            case SenseKind.Noun when sense.Value == "regions" && Vocabulary.Regions.Count == 0:
            case SenseKind.Level when !Vocabulary.HasLocals:
            case SenseKind.Institution when Vocabulary.Institutions.Count == 0:
                break;
            case SenseKind.Translation when phrase.Split(' ').All(Vocabulary.TitleWords.ContainsKey):
                break;
            default:
                yield return (phrase, sense);
                break;
        }
    }

    private static IEnumerable<(string Phrase, Sense Sense)> Own(Vocabulary vocabulary) =>
    [
        .. vocabulary.Members.Select(member => (Lexicon.Key(member.Name), new Sense(SenseKind.Member, member.Name, null))),
        .. vocabulary.Regions.Select(region => (Lexicon.Key(region), new Sense(SenseKind.Region, region, null))),
        .. vocabulary.Facts.Select(fact => (Lexicon.Key(fact.Value), new Sense(SenseKind.Fact, $"{fact.Field}:{fact.Value}", null))),
        .. vocabulary.Areas.Select(area => (Lexicon.Key(area), new Sense(SenseKind.Area, area, null))),
        .. vocabulary.ResourceTypes.Select(type => (Lexicon.Key(type), new Sense(SenseKind.Type, type, null))),
        .. vocabulary.ResourceFormats.Select(format => (Lexicon.Key(format), new Sense(SenseKind.Format, format, null))),
        .. vocabulary.Dimensions.Select(dimension => (Lexicon.Key(dimension), new Sense(SenseKind.Dimension, dimension, null))),
        .. vocabulary.Terms.SelectMany(term => term.Also.Prepend(term.Name).Select(name => (Lexicon.Key(name), new Sense(SenseKind.Term, term.Key, null)))),
    ];

    /// <summary>Words worth correcting to, the more telling first: what questions are made of, then titles, then the rest.</summary>
    private IEnumerable<(string Word, int Rank)> Candidates()
    {
        var loaded = Vocabulary.Members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return phrases.Where(entry => entry.Value.Any(sense => sense.Kind is not (SenseKind.Noise or SenseKind.By or SenseKind.And or SenseKind.Decline or SenseKind.Translation or SenseKind.AbsentArea) && !(sense.Kind == SenseKind.Member && !loaded.Contains(sense.Value))))
            .SelectMany(entry => entry.Key.Split(' ')).Select(word => (word, 0))
            .Concat(Vocabulary.TitleWords.Keys.Select(word => (word, 1)))
            .Concat(Vocabulary.ResourceWords.Keys.Select(word => (word, 2)))
            .Concat(phrases.Where(entry => entry.Value.Any(sense => sense.Kind is SenseKind.Translation or SenseKind.Member or SenseKind.AbsentArea)).SelectMany(entry => entry.Key.Split(' ')).Select(word => (word, 3)))
            .DistinctBy(entry => entry.Item1);
    }
}
