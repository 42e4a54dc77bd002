using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Questions whose answer is drawn from lists of commitments or resources: find, count, rank, compare, pivot, brief.</summary>
internal sealed class ListReading(Sentence sentence, Question start, Field? by, Field? across, Field[] groupable)
{
    private const int MostTop = 100;

    private Question question = start;

    public Question Read()
    {
        question = question with { Topic = TopicOf(), Top = Top(), Sort = SortOf() };
        Words();
        question = question with { Topic = TopicOf() };
        if (question.Topic == Topic.Resources && question.Filter.Types is [] && sentence.Has(SenseKind.Noun, "reports"))
        {
            question = question with { Filter = question.Filter with { Words = [.. question.Filter.Words, "report"] } };
        }

        return Unclear() ?? Pivot() ?? Compare() ?? Brief() ?? Ranked() ?? Areas() ?? Counted() ?? Fields();
    }

    /// <summary>Leftover words become words to find in titles.</summary>
    public Question Words()
    {
        question = new WordReading(sentence, question).Read();
        return question;
    }

    private Topic TopicOf()
    {
        if (question.Topic != Topic.Commitments)
        {
            return question.Topic;
        }

        if (sentence.Has(SenseKind.Noun, "commitments"))
        {
            return Topic.Commitments;
        }

        if (sentence.Has(SenseKind.DocumentTitle))
        {
            return Topic.Resources;
        }

        var filter = question.Filter;
        var commitmentsOnly = filter.Areas.Count + filter.NotAreas.Count > 0 || filter.Starred is not null || filter.NoArea;
        if (NamesResources() || sentence.Has(SenseKind.Noun, "reports") || filter.Types.Count + filter.NotTypes.Count + filter.Formats.Count > 0 || by is Field.Type or Field.Format)
        {
            return Topic.Resources;
        }

        return filter.Words.Count > 0 && !commitmentsOnly && filter.Words.All(sentence.Book.InResources) && !filter.Words.All(sentence.Book.InTitles)
            ? Topic.Resources
            : Topic.Commitments;
    }

    private bool NamesResources() => Enumerable.Range(0, sentence.Pieces.Count).Any(at => sentence.Pieces[at].Is(SenseKind.Noun, "resources") && !WordReading.IsObject(at, sentence));

    private int? Top()
    {
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            var piece = sentence.Pieces[at];
            if (piece.Used || (piece.Number ?? (piece.Ordinal > 1 ? piece.Ordinal : null)) is not (> 0 and <= MostTop and var number))
            {
                continue;
            }

            var ranked = (sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest)) && sentence.Beside(at, 1) is { } noun && QuestionReading.Noun(noun) is not null;
            if (ranked || new[] { sentence.At(at - 1), sentence.At(at + 1), sentence.Beside(at, 1) }.Any(beside => beside is not null
                && (beside.Is(SenseKind.Top) || beside.Is(SenseKind.BottomTop) || beside.Is(SenseKind.Sort) || beside.Is(SenseKind.Most) || beside.Is(SenseKind.Fewest))))
            {
                piece.Used = true;
                return number;
            }
        }

        // "The latest resource" is one of them; "newest first" is an order.
        return sentence.Pieces.Any(piece => piece.Value(SenseKind.Sort) is "newest" or "oldest" && !piece.Is(SenseKind.Noun) && !piece.Is(SenseKind.Page) && !Orders(piece.Text)) && !sentence.Has(SenseKind.By) ? 1 : null;
    }

    private static bool Orders(string text) => text.Contains("first", StringComparison.Ordinal) || text.Contains("sort", StringComparison.Ordinal) || text.Contains("chrono", StringComparison.Ordinal)
        || text.Contains("primero", StringComparison.Ordinal) || text.Contains("orden", StringComparison.Ordinal) || text.Contains("crono", StringComparison.Ordinal) || text.Contains(" to ", StringComparison.Ordinal);

    private Sort SortOf() => sentence.Pieces.Where(piece => !piece.Used).Select(piece => piece.Value(SenseKind.Sort)).OfType<string>().FirstOrDefault() is { } sort
        ? Enum.Parse<Sort>(sort, ignoreCase: true)
        : question.Sort;

    /// <summary>Nothing was understood: neither a condition nor what it is about.</summary>
    private Question? Unclear()
    {
        var understood = sentence.Pieces.Any(piece => piece.Used || piece.Is(SenseKind.Noun) || piece.Is(SenseKind.Star) || piece.Is(SenseKind.By) && by is not null || piece.Is(SenseKind.Topic, "performance"));
        var found = question.Filter.Words.Any(word => word.Split('|').Any(one => sentence.Book.InTitles(one) || sentence.Book.InResources(one)));
        var spoken = question.Filter.Words.Count > 0 && question.Filter.Words.All(word => word.Split('|').All(sentence.Book.Knows)) || question.Filter.Words.Count == 0 && sentence.HasVerb("count") || question.Notices.Any(notice => notice.Kind == NoticeKind.Translated);
        var ranks = (sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest)) && sentence.Pieces.Any(piece => QuestionReading.Noun(piece) is not null);
        var known = spoken || ranks || understood && (question.Filter with { Words = [] }) != Filter.None || sentence.Pieces.Any(piece => piece.Is(SenseKind.Noun) || piece.Is(SenseKind.Star));
        return found && !sentence.LooksLikeCode || known && !(sentence.LooksLikeCode && question.Filter.Words.Count > 0) ? null : question with { Verb = Verb.Unclear, Filter = Filter.None, Notices = [] };
    }

    private Question? Pivot()
    {
        if (question.Topic != Topic.Commitments)
        {
            return null;
        }

        var nouns = sentence.Pieces.Select(QuestionReading.Noun).OfType<Field>().Where(field => groupable.Contains(field) && (field != Field.Star || by == Field.Star)).Distinct().ToList();
        var wanted = sentence.Has(SenseKind.Pivot) && (nouns.Count != 1 || sentence.Pieces.Any(piece => piece.Is(SenseKind.Pivot) && piece.Text.Length > 1)) && !sentence.Pieces.All(piece => !piece.Is(SenseKind.Pivot) || piece.Text is "table of" or "tabla de" or "x" && nouns.Count < 2);
        if (!wanted && !(across is not null || by is not null && nouns is [_, _] && sentence.Has(SenseKind.By) && !sentence.Has(SenseKind.Most) && !sentence.Has(SenseKind.Fewest)))
        {
            return null;
        }

        var rows = nouns.Count > 0 ? nouns[0] : Field.Area;
        var columns = nouns.Count > 1 ? nouns[1] : rows == Field.Year ? Field.Area : Field.Year;
        return question with { Verb = Verb.Pivot, By = columns == Field.Area ? Field.Area : rows, Across = columns == Field.Area ? rows : columns };
    }

    private Question? Compare()
    {
        var filter = question.Filter;
        var several = filter.Plans.Count > 1 || filter.Years.Count > 1 || filter.Areas.Count > 1 || filter.Members.Count > 1;
        if (!sentence.Pieces.Any(piece => piece.Is(SenseKind.Verb, "compare") && (several || piece.Text is not ("contra" or "against" or "than" or "than in" or "que en"))))
        {
            return null;
        }

        // "The difference between 2012 and 2019" compares the two ends.
        if (filter.Years is [{ From: { } from, To: { } to }] && from != to)
        {
            filter = filter with { Years = [new YearRange(from, from), new YearRange(to, to)] };
        }

        var values = filter.Plans.Count + (filter.CurrentPlan ? 1 : 0) > 1 ? Field.Plan
            : filter.Years.Count > 1 ? Field.Year
            : filter.Areas.Count > 1 ? Field.Area
            : filter.Members.Count > 1 ? Field.Member
            : filter.Types.Count > 1 ? Field.Type
            : by ?? sentence.Pieces.Select(QuestionReading.Noun).OfType<Field>().Where(groupable.Contains).Select(field => (Field?)field).FirstOrDefault()
                ?? (filter.Years.Count == 1 ? Field.Year : filter.Areas.Count == 1 ? Field.Area : filter.Starred is not null ? Field.Star : Field.Plan);
        return question with { Verb = Verb.Compare, By = values, Filter = values == Field.Star ? filter with { Starred = null } : filter };
    }

    private Question? Brief() => sentence.HasVerb("brief") && question.Topic == Topic.Commitments ? question with { Verb = Verb.Brief } : null;

    /// <summary>"Which area has the most", "top 3 areas", "commitments per plan".</summary>
    private Question? Ranked()
    {
        var noun = sentence.Pieces.Where(piece => !piece.Used || piece.Is(SenseKind.Asked)).Select(QuestionReading.Noun).OfType<Field>().Where(groupable.Contains).Where(field => field != Field.Star).Select(field => (Field?)field).FirstOrDefault();
        var fewest = sentence.Has(SenseKind.Fewest) || sentence.Has(SenseKind.BottomTop) && !sentence.Has(SenseKind.Top);
        var superlative = fewest || sentence.Has(SenseKind.Most);
        // "Which years are there", "types of resources": the values themselves are asked for.
        var values = noun is Field.Year && question.Filter.Years.Count == 0 && sentence.Pieces.Any(piece => piece.Is(SenseKind.Noun, "years") && piece.Text.EndsWith('s')) && !sentence.Has(SenseKind.Years)
            || noun is Field.Type or Field.Format && question.Filter.Types.Count == 0;
        if (by is null && !values && !(noun is not null && (superlative || question.Top is not null || sentence.Has(SenseKind.Top) && !sentence.HasVerb("find") || sentence.Has(SenseKind.Distribution)))
            && !(sentence.Has(SenseKind.Distribution) && noun is null && !sentence.Has(SenseKind.Sort)))
        {
            return null;
        }

        var field = by ?? noun ?? (question.Topic == Topic.Resources ? Field.Type : Field.Area);
        if (question.Topic == Topic.Commitments && field is Field.Type or Field.Format)
        {
            question = question with { Topic = Topic.Resources };
        }

        var counts = sentence.HasVerb("count") && !superlative && question.Top is null;
        return question with
        {
            Verb = counts ? Verb.Count : Verb.Rank,
            By = field,
            Fewest = fewest,
            Sort = Sort.Newest,
            Top = sentence.Has(SenseKind.Sort) && question.Top == 1 ? null : question.Top,
        };
    }

    private Question? Areas() => sentence.Has(SenseKind.Noun, "areas") && question.Filter.Areas.Count + question.Filter.NotAreas.Count == 0 && question.Filter.Words.Count == 0 && question.Topic == Topic.Commitments && !question.Filter.NoArea
        ? question with { Topic = Topic.Areas, Verb = sentence.HasVerb("count") ? Verb.Count : Verb.Find }
        : null;

    private Question? Counted() => sentence.HasVerb("count") ? question with { Verb = Verb.Count } : null;

    /// <summary>"Completed commitments" are a condition on a fact that not every source gives.</summary>
    private Question Fields()
    {
        var asked = question.Topic == Topic.Commitments
            ? sentence.Pieces.Where(piece => !piece.Used).Select(piece => piece.Value(SenseKind.Asked)).OfType<string>().Select(value => Enum.Parse<Field>(value, ignoreCase: true)).Where(field => field is not (Field.Area or Field.Year or Field.Plan or Field.Member or Field.Title or Field.Star)).Distinct().ToValues()
            : [];
        return question with { Asked = asked };
    }
}
