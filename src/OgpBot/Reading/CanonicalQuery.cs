using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>
/// A question as text: country:peru area:justice year:2017. What is printed parses back to the same question,
/// apart from its language and notices. Answers show it, buttons carry it, memory stores it.
/// </summary>
public static partial class CanonicalQuery
{
    private static readonly Dictionary<Verb, string> Verbs = new()
    {
        [Verb.Count] = "count",
        [Verb.Rank] = "rank",
        [Verb.Compare] = "compare",
        [Verb.Pivot] = "pivot",
        [Verb.Brief] = "brief",
        [Verb.Cite] = "cite",
        [Verb.Explain] = "explain",
        [Verb.Prefer] = "default",
        [Verb.Subscribe] = "subscribe",
        [Verb.Unsubscribe] = "unsubscribe",
        [Verb.Subscriptions] = "subscriptions",
        [Verb.Pause] = "pause",
        [Verb.Resume] = "resume",
        [Verb.Reschedule] = "reschedule",
        [Verb.AboutMe] = "about-me",
        [Verb.ForgetMe] = "forget-me",
        [Verb.ForgetMeNow] = "forget-me-now",
        [Verb.Help] = "help",
        [Verb.Greet] = "hello",
        [Verb.Thank] = "thanks",
    };

    /// <summary>Verbs that say everything by themselves.</summary>
    private static readonly HashSet<Verb> Alone =
    [
        Verb.Prefer, Verb.Unsubscribe, Verb.Subscriptions, Verb.Pause, Verb.Resume, Verb.Reschedule, Verb.AboutMe, Verb.ForgetMe, Verb.ForgetMeNow, Verb.Help, Verb.Greet, Verb.Thank,
    ];

    private static readonly Dictionary<Topic, string> Topics = new()
    {
        [Topic.Resources] = "resources",
        [Topic.Plans] = "plans",
        [Topic.Members] = "members",
        [Topic.Areas] = "areas",
        [Topic.Performance] = "performance",
        [Topic.Stars] = "star-guidance",
        [Topic.Participation] = "participation",
        [Topic.GlobalReport] = "global-report",
        [Topic.Glossary] = "glossary",
        [Topic.Posts] = "posts",
        [Topic.Quirks] = "quirks",
        [Topic.Data] = "about-data",
    };

    /// <summary>All commitments, where no condition says more.</summary>
    public const string Everything = "commitments";

    /// <summary>Empty for a question that cannot be repeated: declined, unclear or leading nowhere.</summary>
    public static string Print(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Verb is Verb.Nowhere or Verb.Decline or Verb.Unclear)
        {
            return "";
        }

        var text = new StringBuilder();
        void Word(string word) => text.Append(text.Length == 0 ? "" : " ").Append(word);

        if (Verbs.TryGetValue(question.Verb, out var verb))
        {
            Word(verb);
        }

        // Types are of resources: "type:letter" alone asks for those.
        var ofResources = question.Filter.Types.Count + question.Filter.NotTypes.Count + question.Filter.Formats.Count > 0;
        if (Topics.TryGetValue(question.Topic, out var topic) || ofResources)
        {
            Word(topic ?? Everything);
        }

        var bare = question.Verb is Verb.Show or Verb.Cite or Verb.Compare;
        foreach (var (key, value) in CanonicalFilter.Pairs(question.Filter))
        {
            Word(bare && key == "id" ? value.ToUpperInvariant() : $"{key}:{Quoted(value)}");
        }

        foreach (var (key, value) in Extras(question))
        {
            Word($"{key}:{Quoted(value)}");
        }

        foreach (var (key, value) in CanonicalFollow.Pairs(question.Follow))
        {
            Word($"{key}:{(IsTime().IsMatch(value) ? value : Quoted(value))}");
        }

        // A verb alone is what people type after an answer: "count".
        return text.Length == 0 ? Everything : text.ToString() == verb && !Alone.Contains(question.Verb) ? $"{verb} {Everything}" : text.ToString();
    }

    /// <summary>The question that prints exactly as <paramref name="text"/>; null when there is none.</summary>
    public static Question? Parse(string text, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var question = new Question();
        var canonical = text.Trim();
        if (canonical is "" or Everything)
        {
            return canonical == "" ? null : question;
        }

        foreach (Match match in Part().Matches(canonical))
        {
            if (match.Groups["key"].Success)
            {
                var value = match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
                    : match.Groups["value"].Value;
                question = WithExtra(question, match.Groups["key"].Value, value)
                    ?? CanonicalFollow.With(question, match.Groups["key"].Value, value)
                    ?? question with { Filter = CanonicalFilter.With(question.Filter, match.Groups["key"].Value, value, vocabulary) ?? question.Filter };
            }
            else
            {
                question = WithWord(question, match.Value, vocabulary);
            }
        }

        return Print(question) == canonical ? question : null;
    }

    private static Question WithWord(Question question, string word, Vocabulary vocabulary)
    {
        var verb = Verbs.FirstOrDefault(pair => pair.Value == word);
        if (verb.Value is not null)
        {
            return question with { Verb = verb.Key };
        }

        var topic = Topics.FirstOrDefault(pair => pair.Value == word);
        if (topic.Value is not null)
        {
            return question with { Topic = topic.Key };
        }

        var filter = CanonicalFilter.With(question.Filter, "id", word, vocabulary);
        return filter is null ? question : question with { Filter = filter, Verb = question.Verb == Verb.Find ? Verb.Show : question.Verb };
    }

    private static IEnumerable<(string Key, string Value)> Extras(Question question)
    {
        if (question.By is { } by)
        {
            yield return ("by", Name(by));
        }

        if (question.Across is { } across)
        {
            yield return ("across", Name(across));
        }

        if (question.Top is { } top)
        {
            yield return ("top", top.ToString(CultureInfo.InvariantCulture));
        }

        if (question.Fewest)
        {
            yield return ("order", "fewest");
        }

        if (question.Sort != Sort.Newest)
        {
            yield return ("sort", Name(question.Sort));
        }

        foreach (var asked in question.Asked)
        {
            yield return ("asked", Name(asked));
        }

        if (question.Term is { } term)
        {
            yield return ("term", term);
        }

        if (question.Page > 1)
        {
            yield return ("page", question.Page.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Null when the key is none of these or the value does not fit.</summary>
    internal static Question? WithExtra(Question question, string key, string value) => key switch
    {
        "by" when Enum.TryParse<Field>(value, ignoreCase: true, out var field) => question with { By = field },
        "across" when Enum.TryParse<Field>(value, ignoreCase: true, out var field) => question with { Across = field },
        "top" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is > 0 and <= 1000 => question with { Top = top },
        "order" when value == "fewest" => question with { Fewest = true },
        "sort" when Enum.TryParse<Sort>(value, ignoreCase: true, out var sort) => question with { Sort = sort },
        "asked" when Enum.TryParse<Field>(value, ignoreCase: true, out var field) => question with { Asked = [.. question.Asked, field] },
        "term" when value.Length > 0 => question with { Term = value },
        "page" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 => question with { Page = page },
        _ => null,
    };

    internal static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Quoted(string value) => Plain().IsMatch(value)
        ? value
        : '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    [GeneratedRegex("""(?<key>-?[a-z]+):(?:"(?<quoted>(?:\\.|[^"\\])*)"|(?<value>[^\s"]+))|\S+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    /// <summary>Times and zones read better without quotes.</summary>
    [GeneratedRegex("""^[a-z0-9.\-/_+:]+\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsTime();

    [GeneratedRegex("""^[a-z0-9.\-]+\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
