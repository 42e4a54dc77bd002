using System.Text.RegularExpressions;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class LexiconDataTests
{
    public static TheoryData<string, int> Files => new()
    {
        { "members", 4 }, { "areas", 3 }, { "types", 4 }, { "dimensions", 3 }, { "titles", 3 }, { "terms", 3 }, { "spanish", 3 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_has_a_value_in_each_cell_that_must_have_one(string file, int columns)
    {
        var rows = LexiconFile.Read(file);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(columns, row.Count));
        Assert.DoesNotContain(rows, row => row.Any(cell => cell.Key is not ("prefix" or "aliases" or "forms") && cell.Value.Length == 0));
        Assert.DoesNotContain(rows, row => row.Values.Any(cell => cell != cell.Trim() || cell.Contains("||", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("areas")]
    [InlineData("types")]
    [InlineData("dimensions")]
    [InlineData("titles")]
    [InlineData("terms")]
    public void A_language_is_English_or_Spanish(string file)
    {
        Assert.All(LexiconFile.Read(file), row => Assert.Contains(row["language"], (string[])["en", "es"]));
    }

    [Fact]
    public void No_name_stands_for_two_members()
    {
        var names = LexiconFile.Read("members").SelectMany(row => LexiconFile.List(row, "name", "spanish", "aliases").Select(name => (name, row["name"])));

        Assert.Empty(Conflicts(names));
    }

    [Fact]
    public void Every_member_prefix_is_two_or_three_capital_letters_and_belongs_to_one_member()
    {
        var prefixes = LexiconFile.Read("members").Select(row => row["prefix"]).Where(prefix => prefix.Length > 0).ToList();

        Assert.Equal(75, prefixes.Count);
        Assert.All(prefixes, prefix => Assert.Matches(new Regex("^[A-Z]{2,3}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), prefix));
        Assert.Equal(prefixes.Count, prefixes.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("Reino Unido", "United Kingdom", "UK")]
    [InlineData("peruanas", "Peru", "PE")]
    [InlineData("South Korea", "Republic of Korea", "KR")]
    [InlineData("Costa de Marfil", "Cote d'Ivoire", "CI")]
    [InlineData("Marruecos", "Morocco", "MO")]
    [InlineData("Eslovaquia", "Slovak Republic", "SK")]
    [InlineData("EE. UU.", "United States", "US")]
    [InlineData("Escocia", "Scotland, United Kingdom", "SCO")]
    public void A_member_is_known_by_its_other_names(string typed, string name, string prefix)
    {
        var rows = LexiconFile.Read("members").Where(row => LexiconFile.List(row, "name", "spanish", "aliases").Contains(Lexicon.Key(typed), StringComparer.Ordinal));

        var row = Assert.Single(rows);
        Assert.Equal((name, prefix), (row["name"], row["prefix"]));
    }

    [Fact]
    public void Every_policy_area_is_known_in_English_and_in_Spanish()
    {
        var areas = LexiconFile.Read("areas").GroupBy(row => row["area"], StringComparer.Ordinal).ToList();

        Assert.Empty(ShippedAreas.Except(areas.Select(area => area.Key), StringComparer.Ordinal));
        Assert.All(areas, area => Assert.Equal(["en", "es"], area.Select(row => row["language"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void No_alias_stands_for_two_policy_areas_of_the_shipped_list()
    {
        var shipped = LexiconFile.Read("areas").Where(row => ShippedAreas.Contains(row["area"], StringComparer.Ordinal));

        Assert.Empty(Conflicts(shipped.Select(row => (Lexicon.Key(row["alias"]), row["area"]))));
    }

    [Theory]
    [InlineData("transparency")]
    [InlineData("training")]
    [InlineData("procurement")]
    [InlineData("budget")]
    [InlineData("sanitation")]
    [InlineData("police")]
    [InlineData("transport")]
    [InlineData("work")]
    [InlineData("capacitación")]
    [InlineData("transparencia")]
    [InlineData("presupuesto")]
    [InlineData("transporte")]
    public void A_word_that_people_look_for_in_titles_is_not_a_policy_area(string word)
    {
        Assert.DoesNotContain(LexiconFile.Read("areas"), row => Lexicon.Key(row["alias"]) == Lexicon.Key(word));
    }

    [Theory]
    [InlineData("types", "value", "alias")]
    [InlineData("dimensions", "dimension", "alias")]
    [InlineData("titles", "words", "phrase")]
    [InlineData("terms", "term", "alias")]
    public void No_alias_has_two_meanings_within_a_file(string file, string meaning, string alias)
    {
        Assert.Empty(Conflicts(LexiconFile.Read(file).Select(row => (Lexicon.Key(row[alias]), row[meaning]))));
    }

    [Fact]
    public void No_Spanish_word_is_translated_twice()
    {
        var words = LexiconFile.Read("spanish").SelectMany(row => LexiconFile.List(row, "spanish", "forms").Select(word => (word, row["spanish"])));

        Assert.Empty(Conflicts(words));
    }

    [Fact]
    public void Translations_are_single_English_words_as_titles_are_searched_folded()
    {
        var words = LexiconFile.Read("spanish").SelectMany(row => row["english"].Split('|'));

        Assert.All(words, word => Assert.Equal(Folding.Words(word), [word]));
    }

    [Theory]
    [InlineData("compromisos")]
    [InlineData("plan")]
    [InlineData("año")]
    [InlineData("estrella")]
    [InlineData("informes")]
    [InlineData("recursos")]
    public void A_Spanish_word_that_shapes_a_question_is_not_translated_into_a_title_word(string word)
    {
        Assert.DoesNotContain(LexiconFile.Read("spanish"), row => LexiconFile.List(row, "spanish", "forms").Contains(Lexicon.Key(word), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("members", "name,spanish,aliases")]
    [InlineData("areas", "alias")]
    [InlineData("types", "alias")]
    [InlineData("dimensions", "alias")]
    [InlineData("titles", "phrase")]
    [InlineData("spanish", "spanish,forms")]
    public void No_alias_is_a_word_that_every_question_may_hold(string file, string columns)
    {
        var aliases = LexiconFile.Read(file).SelectMany(row => LexiconFile.List(row, columns.Split(',')));

        Assert.Empty(aliases.Intersect(LexiconFile.StopWords, StringComparer.Ordinal));
    }

    /// <summary>Codes such as "A" and "IR" are words too; the reader takes terms only where something is to be explained.</summary>
    [Fact]
    public void No_term_but_a_code_of_the_source_is_a_word_that_every_question_may_hold()
    {
        var aliases = LexiconFile.Read("terms").SelectMany(row => LexiconFile.List(row, "alias"));

        Assert.Equal(["a", "ir"], aliases.Intersect(LexiconFile.StopWords, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static readonly string[] ShippedAreas =
    [
        "Anti-Corruption", "Infrastructure & Transport", "Public Service Delivery", "Environment and Climate", "Justice", "Public Participation", "Education",
        "E-Government", "Capacity Building", "Open Data", "Marginalized Communities", "Fiscal Openness", "Health", "Labor", "Legislation & Regulation",
        "Private Sector", "Records Management", "Right to Information", "Open Parliaments",
    ];

    private static IEnumerable<string> Conflicts(IEnumerable<(string Alias, string Meaning)> pairs) =>
        from pair in pairs
        group pair.Meaning by pair.Alias into meanings
        where meanings.Distinct(StringComparer.Ordinal).Skip(1).Any()
        select $"{meanings.Key}: {string.Join(", ", meanings.Distinct(StringComparer.Ordinal))}";
}
