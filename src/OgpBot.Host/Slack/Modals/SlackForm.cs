using System.Text.Json.Nodes;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Texts;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>The modal "Find commitments": what can be chosen is what the catalog has.</summary>
internal sealed class SlackForm(CatalogStore catalog)
{
    // The block of each field; its action has the same name.
    private const string Member = "member";
    private const string Area = "area";
    private const string Year = "year";
    private const string Plan = "plan";
    private const string Words = "words";
    private const string Starred = "starred";

    /// <summary>Slack's limits for a menu: its options, and the characters of a label and of a value.</summary>
    private const int MostOptions = 100;

    private const int MostLetters = 75;

    private const int MostWords = 100;

    public async Task<JsonObject> DrawAsync(Language language, CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var texts = FinderTexts.In(language);
        JsonObject?[] fields =
        [
            // One member needs no choice.
            vocabulary.Members.Count > 1 ? Menu(Member, texts.Member, Members(vocabulary), texts) : null,
            Menu(Area, texts.Area, Areas(vocabulary), texts),
            Menu(Year, texts.Year, Years(vocabulary), texts),
            Menu(Plan, texts.Plan, Plans(vocabulary, texts), texts),
            Field(Words, texts.Words, new JsonObject
            {
                ["type"] = "plain_text_input",
                ["action_id"] = Words,
                ["max_length"] = MostWords,
                ["placeholder"] = Plain(texts.WordsHint),
            }),
            Field(Starred, texts.Star, new JsonObject
            {
                ["type"] = "checkboxes",
                ["action_id"] = Starred,
                ["options"] = Array([Option(texts.OnlyStarred, "yes")]),
            }),
        ];
        return SlackModals.View(SlackNames.Find, texts.Title, texts.Close, Array(fields.OfType<JsonObject>()), texts.Submit);
    }

    /// <summary>What was filled in as a question, or what is wrong with it by field. A value that comes back is checked as if it had been typed.</summary>
    public async Task<(string Says, JsonObject Errors)> ReadAsync(SlackViewState? state, Language language, CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var texts = FinderTexts.In(language);
        var errors = new JsonObject();
        string? Chosen(string field, IEnumerable<(string Label, string Value)> among)
        {
            var value = InputOf(state, field)?.SelectedOption?.Value;
            if (value is null || among.Any(option => option.Value == value))
            {
                return value;
            }

            errors[field] = texts.NoLongerThere;
            return null;
        }

        var filter = new Filter
        {
            Members = Chosen(Member, Members(vocabulary)) is { } member ? [member] : [],
            Areas = Chosen(Area, Areas(vocabulary)) is { } area ? [area] : [],
            Years = Chosen(Year, Years(vocabulary)) is { } year ? [new YearRange(int.Parse(year), int.Parse(year))] : [],
            Plans = Chosen(Plan, Plans(vocabulary, texts)) is { } plan ? [int.Parse(plan)] : [],
            Starred = InputOf(state, Starred)?.SelectedOptions is { Count: > 0 } ? true : null,
        };
        var words = PlainText.Line(InputOf(state, Words)?.Value ?? "");
        var query = Intents.Queries.Find(filter);
        return (words.Length > 0 ? $"{(words.Length > MostWords ? words[..MostWords] : words)} {(filter == Filter.None ? "" : query)}" : query, errors);
    }

    private static SlackInput? InputOf(SlackViewState? state, string field) =>
        state?.Values?.GetValueOrDefault(field)?.GetValueOrDefault(field);

    private static IEnumerable<(string Label, string Value)> Members(Vocabulary vocabulary) => Fitting(vocabulary.Members.Select(member => (member.Name, member.Name)));

    private static IEnumerable<(string Label, string Value)> Areas(Vocabulary vocabulary) => Fitting(vocabulary.Areas.Select(area => (area, area)));

    /// <summary>Newest first.</summary>
    private static IEnumerable<(string Label, string Value)> Years(Vocabulary vocabulary) => Fitting(vocabulary.Years.Reverse().Select(year => ($"{year}", $"{year}")));

    private static IEnumerable<(string Label, string Value)> Plans(Vocabulary vocabulary, FinderTexts texts) => Fitting(vocabulary.Plans
        .GroupBy(plan => plan.Number)
        .OrderBy(plans => plans.Key)
        .Select(plans => (plans.ToArray() is [var only] ? $"{texts.PlanNumber(only.Number)}, {only.Year}{(only.End is { } end ? $"–{end}" : "")}" : texts.PlanNumber(plans.Key), $"{plans.Key}")));

    private static IEnumerable<(string Label, string Value)> Fitting(IEnumerable<(string Label, string Value)> options) =>
        options.Where(option => option is { Label.Length: > 0 and <= MostLetters, Value.Length: > 0 and <= MostLetters }).Take(MostOptions);

    private static JsonObject? Menu(string field, string label, IEnumerable<(string Label, string Value)> options, FinderTexts texts) =>
        options.Select(option => Option(option.Label, option.Value)).ToArray() is { Length: > 0 } drawn
            ? Field(field, label, new JsonObject { ["type"] = "static_select", ["action_id"] = field, ["placeholder"] = Plain(texts.Any), ["options"] = Array(drawn) })
            : null;

    private static JsonObject Field(string field, string label, JsonObject element) => new()
    {
        ["type"] = "input",
        ["block_id"] = field,
        ["optional"] = true,
        ["label"] = Plain(label),
        ["element"] = element,
    };

    private static JsonObject Option(string label, string value) => new() { ["text"] = Plain(label), ["value"] = value };
}
