using OgpBot.Reading;

namespace OgpBot.Tests.Acceptance;

/// <summary>Holds an answer against what is expected of it.</summary>
internal sealed partial class Judge(BotUnderTest bot, AcceptanceQuestion question, Answer answer)
{
    private readonly Expectation expected = question.Expected;

    /// <summary>The predicates that do not hold, each with what was there instead.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync()
    {
        List<string> failures = [];
        foreach (var predicate in expected.Predicates)
        {
            if (!await HoldsAsync(predicate))
            {
                failures.Add($"{predicate}{Instead(predicate)}");
            }
        }

        return answer.Pages.Any(page => string.IsNullOrWhiteSpace(page.Text)) ? [.. failures, "a reply is empty"] : failures;
    }

    private string Instead(Predicate predicate) => predicate.Name switch
    {
        "ids" or "ids-subset" or "nth" or "next-page" or "single" => $" (got {string.Join(',', answer.Commitments)})",
        "res" or "order" => $" (got {string.Join(" | ", answer.Resources)})",
        "count" => $" (total {answer.First.Total}: {Start(answer.FirstText)})",
        "action" => $" (got {answer.First.Intent})",
        _ => $" (said {Start(answer.FirstText)})",
    };

    private static string Start(string text) => text.Length > 200 ? text[..200] + "…" : text;

    private async Task<bool> HoldsAsync(Predicate predicate) => predicate.Name switch
    {
        "ids" => Ids(predicate.List),
        "ids-subset" => answer.Commitments.All(predicate.List.Contains),
        "res" => ResourcesAre([.. predicate.List.Select(ResourceKey.Title)]),
        "order" => InOrder(predicate.Value),
        "count" => Counts(predicate.Alternatives),
        "paged" => !expected.Has("ids") || answer.First.Total == answer.Commitments.Count,
        "single" => answer.Commitments.Count <= 1,
        "none" => answer.Commitments.Count + answer.Resources.Count == 0,
        "next-page" => NextPage(),
        "nth" => answer.Commitments is [var only] && only == Answer.CommitmentsOf(answer.Before).ElementAtOrDefault(int.Parse(predicate.Value) - 1),
        "says" => answer.Says(predicate.Value),
        "says-any" => predicate.Alternatives.Any(answer.Says),
        "not-says" => !answer.Says(predicate.Value) && !answer.Everything().Any(text => text?.Contains(predicate.Value, StringComparison.OrdinalIgnoreCase) == true),
        "pairs" => predicate.List.All(Pair),
        "honest-gap" => Gap().IsMatch(answer.Text),
        "noerror" => !Fault().IsMatch(answer.FirstText),
        "action" => Actions[predicate.Value].IsMatch(answer.First.Intent),
        "after" => await AfterAsync(predicate.Value),
        "lang" => answer.First.Language == predicate.Value,
        "also-ok" or "also-ok-res" or "also-ok-card" or "subset-ok" or "clarify-ok" or "did-you-mean-ok" or "stretch" => true,
        _ => throw new InvalidOperationException($"{predicate.Name} is no predicate"),
    };

    private bool Ids(IReadOnlyList<string> wanted) => SameOrSubset(answer.Commitments, wanted, expected.List("also-ok"))
        || answer.Asks && (expected.Has("clarify-ok") || expected.Has("did-you-mean-ok"))
        || OtherCard();

    private bool ResourcesAre(IReadOnlyList<string> wanted) =>
        SameOrSubset(answer.Resources, wanted, [.. expected.List("also-ok-res").Select(ResourceKey.Title)]) || OtherCard();

    private bool SameOrSubset(IReadOnlyList<string> got, IReadOnlyList<string> wanted, IReadOnlyList<string> alsoOk) => expected.Has("subset-ok")
        ? got.Count > 0 && got.Take(wanted.Count).All(wanted.Contains)
        : wanted.All(got.Contains) && got.All(one => wanted.Contains(one) || alsoOk.Contains(one));

    private bool OtherCard() => expected.List("also-ok-card") is [var card] && answer.Says(card.Replace('-', ' '));

    private bool Counts(IReadOnlyList<string> numbers) =>
        numbers.Any(number => int.Parse(number) == answer.First.Total || Answer.States(answer.FirstText, number))
        || numbers.Contains("0") && Nothing().IsMatch(answer.FirstText);

    /// <summary>Titles stand in groups, "A|B before C": each group wholly after the one before it.</summary>
    private bool InOrder(string groups)
    {
        var titles = answer.Resources.ToList();
        var places = groups.Split(" before ").Select(group => Expectation.Parts(group, '|').Select(key => titles.IndexOf(ResourceKey.Title(key))).ToList()).ToList();
        return places.TrueForAll(group => group.TrueForAll(place => place >= 0)) && places.Zip(places.Skip(1)).All(pair => pair.First.Max() < pair.Second.Min());
    }

    private bool NextPage() => answer.Commitments.Count == 0
        ? LastPage().IsMatch(answer.FirstText)
        : !answer.Commitments.Intersect(Answer.CommitmentsOf(answer.Before)).Any();

    /// <summary>"Justice:6": the label and its number stand in one line.</summary>
    private bool Pair(string pair)
    {
        var at = pair.LastIndexOf(':');
        var label = Folding.Fold(pair[..at]);
        return answer.Lines.Any(line => line.Contains(label, StringComparison.Ordinal) && Answer.States(line, pair[(at + 1)..]));
    }

    private async Task<bool> AfterAsync(string value)
    {
        var parts = value.Split("=>");
        var then = await bot.AskAsync(Guid.NewGuid().ToString(), parts[0]);
        var next = new Answer([then], null);
        return (await new Judge(bot, question with { Expected = Expectation.Parse(parts[1]) }, next).FailuresAsync()).Count == 0;
    }
}
