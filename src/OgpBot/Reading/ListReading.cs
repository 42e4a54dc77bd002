using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Questions whose answer is drawn from lists of commitments or resources: find, count, rank, compare, pivot, brief.</summary>
internal sealed class ListReading(Sentence sentence, Question start, Grouping grouping)
{
    private Question question = start;

    public Question Read()
    {
        var order = new OrderReading(sentence);
        question = question with { Topic = TopicOf(), Top = order.Top(), Sort = order.Sort() ?? question.Sort };
        question = new WordReading(sentence, question).Read();
        question = question with { Topic = TopicOf() };
        if (question.Topic == Topic.Resources && question.Filter.Types is [] && sentence.Names("reports"))
        {
            question = question with { Filter = question.Filter with { Words = [.. question.Filter.Words, "report"] } };
        }

        return Unclear() ?? Pivot() ?? new ComparisonReading(sentence, question, grouping).Read() ?? Brief() ?? Ranked() ?? Areas() ?? Counted() ?? Found();
    }

    private bool NamesAreas => sentence.Names("areas") || sentence.Has(SenseKind.Asked, "area");

    private Topic TopicOf()
    {
        var filter = question.Filter;
        if (question.Topic != Topic.Commitments || sentence.Names("commitments"))
        {
            return question.Topic;
        }

        if (sentence.Has(SenseKind.DocumentTitle) || NamesResources() || sentence.Names("reports")
            || filter.Types.Count + filter.NotTypes.Count + filter.Formats.Count > 0 || grouping.By is Field.Type or Field.Format)
        {
            return Topic.Resources;
        }

        // Words that only resources hold in their titles: "EITI synergy".
        var ofCommitments = filter.Areas.Count + filter.NotAreas.Count > 0 || filter.Starred is not null || filter.NoArea;
        return filter.Words.Count > 0 && !ofCommitments && filter.Words.All(sentence.Book.InResources) && !filter.Words.All(sentence.Book.InTitles)
            ? Topic.Resources
            : Topic.Commitments;
    }

    private bool NamesResources() =>
        Enumerable.Range(0, sentence.Pieces.Count).Any(at => sentence.Pieces[at].Is(SenseKind.Noun, "resources") && !WordReading.IsObject(at, sentence));

    /// <summary>Nothing was understood: neither a condition nor what it is about, nor a word that some title holds.</summary>
    private Question? Unclear()
    {
        var words = question.Filter.Words;
        var found = words.Any(word => word.Split('|').Any(sentence.Book.IsHeld));
        var spoken = words.Count > 0 && words.All(word => word.Split('|').All(sentence.Book.Knows))
            || words.Count == 0 && sentence.HasVerb("count")
            || question.Notices.Any(notice => notice.Kind == NoticeKind.Translated);
        var ranks = (sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest)) && grouping.Nouns.Count > 0;
        var named = sentence.Has(SenseKind.Noun) || NamesAreas || sentence.Has(SenseKind.Star) || sentence.HasVerb("brief") || (question.Filter with { Words = [] }) != Filter.None;
        var understood = sentence.LooksLikeCode ? named && words.Count == 0 : found || spoken || ranks || named;
        return understood ? null : question with { Verb = Verb.Unclear, Filter = Filter.None, Notices = [] };
    }

    /// <summary>"Areas by year", "years x areas", "table of plans and areas".</summary>
    private Question? Pivot()
    {
        var nouns = grouping.Nouns;
        var superlative = sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest);
        var asked = sentence.Pieces.Any(piece => piece.Is(SenseKind.Pivot) && (piece.Text == "x" ? nouns.Count == 2 : piece.Text is not ("table of" or "tabla de") || nouns.Count == 2));
        if (question.Topic != Topic.Commitments || !asked && grouping.Across is null && (grouping.By is null || nouns.Count != 2 || superlative))
        {
            return null;
        }

        var rows = nouns.Count > 0 ? nouns[0] : Field.Area;
        var columns = nouns.Count > 1 ? nouns[1] : rows == Field.Year ? Field.Area : Field.Year;

        // Areas are many: they make rows, whatever was said first.
        return columns == Field.Area
            ? question with { Verb = Verb.Pivot, By = Field.Area, Across = rows }
            : question with { Verb = Verb.Pivot, By = rows, Across = columns };
    }

    private Question? Brief() => sentence.HasVerb("brief") && question.Topic == Topic.Commitments ? question with { Verb = Verb.Brief } : null;

    /// <summary>"Which area has the most", "top 3 areas", "commitments per plan".</summary>
    private Question? Ranked()
    {
        var noun = grouping.Noun;
        var fewest = sentence.Has(SenseKind.Fewest) || sentence.Has(SenseKind.BottomTop) && !sentence.Has(SenseKind.Top);
        var superlative = fewest || sentence.Has(SenseKind.Most);
        var drawn = sentence.Has(SenseKind.Distribution) && (noun is not null || !sentence.Has(SenseKind.Sort));
        var counted = noun is not null && (superlative || question.Top is not null || sentence.Has(SenseKind.Top) && !sentence.HasVerb("find"));
        if (grouping.By is null && !counted && !drawn && !AsksForValues(noun))
        {
            return null;
        }

        var field = grouping.By ?? noun ?? (question.Topic == Topic.Resources ? Field.Type : Field.Area);
        return question with
        {
            Verb = sentence.HasVerb("count") && !superlative && question.Top is null ? Verb.Count : Verb.Rank,
            Topic = question.Topic == Topic.Commitments && field is Field.Type or Field.Format ? Topic.Resources : question.Topic,
            By = field,
            Fewest = fewest,
            Sort = Sort.Newest,
            Top = sentence.Has(SenseKind.Sort) && question.Top == 1 ? null : question.Top,
        };
    }

    /// <summary>"Which years are there", "types of resources": the values themselves.</summary>
    private bool AsksForValues(Field? noun) => noun switch
    {
        Field.Year => question.Filter.Years is [] && !sentence.Has(SenseKind.Years) && sentence.Pieces.Any(piece => piece.Is(SenseKind.Noun, "years") && piece.Text.EndsWith('s')),
        Field.Type or Field.Format => question.Filter.Types is [],
        _ => false,
    };

    /// <summary>"List policy areas", "what topics are covered".</summary>
    private Question? Areas()
    {
        var filter = question.Filter;
        var ofOthers = filter.Areas.Count + filter.NotAreas.Count + filter.Words.Count > 0 || filter.NoArea;
        return NamesAreas && !ofOthers && question.Topic == Topic.Commitments
            ? question with { Topic = Topic.Areas, Verb = sentence.HasVerb("count") ? Verb.Count : Verb.Find }
            : null;
    }

    private Question? Counted() => sentence.HasVerb("count") ? question with { Verb = Verb.Count } : null;

    /// <summary>"Completed commitments" ask about a fact that not every source gives.</summary>
    private Question Found() => question with
    {
        Asked = question.Topic == Topic.Commitments
            ? sentence.AskedFields().Where(field => field is not (Field.Area or Field.Year or Field.Plan or Field.Member or Field.Title or Field.Star)).Distinct()
                .Except(question.Filter.Fields.Select(fact => fact.Field)).ToValues()
            : [],
    };
}
