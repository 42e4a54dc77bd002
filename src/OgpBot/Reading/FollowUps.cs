using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Reads what only makes sense after the last answer: next, number 2, drop the year, only starred, and in 2019?</summary>
internal sealed class FollowUps(Sentence sentence, Context context, Func<string, Question> readAgain)
{
    /// <summary>Null when the sentence stands by itself.</summary>
    public Question? Read() => Translate() ?? Widen() ?? Page() ?? Pick() ?? OnlyOne() ?? Drop();

    /// <summary>"In Spanish, please": the last question again.</summary>
    private Question? Translate()
    {
        return sentence.Has(SenseKind.Language) && Only(SenseKind.Language, SenseKind.Follow, SenseKind.Again, SenseKind.Verb)
            ? context.Last ?? new Question { Verb = Verb.Help }
            : null;
    }

    /// <summary>"All countries": the last question of every member.</summary>
    private Question? Widen() => sentence.Has(SenseKind.AllMembers) && context.Last is { Topic: not Topic.Members } last && last.Filter.OfMembers() is { AllMembers: false } named && named != Filter.None
        && Only(SenseKind.AllMembers, SenseKind.Follow, SenseKind.And, SenseKind.About)
            ? last with { Filter = last.Filter.OfContent() with { AllMembers = true }, Page = 1, Notices = [] }
            : null;

    private Question? Page()
    {
        var page = sentence.Pieces.Select(piece => piece.Value(SenseKind.Page)).OfType<string>().FirstOrDefault();
        var number = Number();
        var named = sentence.Has(SenseKind.PageNoun);
        var other = sentence.Names("plans") || sentence.Names("areas") || sentence.Names("years") || sentence.Names("regions") || sentence.Names("members") || sentence.Has(SenseKind.Star);
        if (other || page is null && !(named && number is not null)
            || !Only(SenseKind.Page, SenseKind.PageNoun, SenseKind.Verb, SenseKind.Noun, SenseKind.More, SenseKind.PickNoun, SenseKind.And, SenseKind.Top))
        {
            return null;
        }

        if (!named && page is "last" or "first" && sentence.Pieces.Count > 0 && sentence.Has(SenseKind.Ordinal))
        {
            return null;
        }

        if (sentence.Names("commitments") && sentence.HasVerb("count"))
        {
            return null;
        }

        if (context.Last is not { } last)
        {
            return Nowhere(NoticeKind.NothingBefore, sentence.Folded);
        }

        var wanted = named && number is { } at ? at : page switch
        {
            "previous" => last.Page - 1,
            "first" => 1,
            "last" => context.Pages,
            _ => last.Page + 1,
        };
        return wanted >= 1 && wanted <= context.Pages
            ? last with { Page = wanted, Notices = [] }
            : Nowhere(NoticeKind.NoSuchPage, page ?? wanted.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>"Number 2", "the first one", "#3", or a bare number that was listed.</summary>
    private Question? Pick()
    {
        var last = sentence.Has(SenseKind.Ordinal, "last");
        var number = Number();
        var pointed = sentence.Has(SenseKind.PickNoun) || sentence.Has(SenseKind.More) || sentence.Pieces.Any(piece => piece.Ordinal is not null) || last;
        var other = sentence.Names("plans") || sentence.Names("areas") || sentence.Names("years") || sentence.HasVerb("count") || sentence.HasVerb("compare");
        var several = sentence.Pieces.Count(piece => (piece.Number ?? piece.Ordinal) is not null && !piece.Is(SenseKind.PickNoun)) > 1;
        if (number is null && !last || number >= YearRanges.Earliest || several || other
            || !Only(SenseKind.PickNoun, SenseKind.More, SenseKind.Verb, SenseKind.Ordinal, SenseKind.About, SenseKind.Noun, SenseKind.Follow, SenseKind.Asked))
        {
            return null;
        }

        // "The last commitments" asks for the newest; "the first 5" for a list.
        if (sentence.Pieces.Any(piece => piece.Is(SenseKind.Noun) && piece.Text.EndsWith('s')))
        {
            return null;
        }

        if (context.Listed is [])
        {
            return pointed && sentence.Has(SenseKind.Noun) ? null : Nowhere(context.Last is null || number is null ? NoticeKind.NothingBefore : NoticeKind.NoSuchItem, number?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        var index = last ? context.Listed.Count - 1 : number!.Value - context.FirstListed;

        // On a later page "the first one" is the first of that page.
        if (index < 0 && number <= context.Listed.Count && sentence.Pieces.Any(piece => piece.Ordinal is not null))
        {
            index = number!.Value - 1;
        }

        return index >= 0 && index < context.Listed.Count
            ? WithFact(readAgain(context.Listed[index]))
            : Nowhere(NoticeKind.NoSuchItem, (number ?? 0).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>"Who leads it?", "and its source?" after a list of one record.</summary>
    private Question? OnlyOne() => context is { Listed: [var only], FirstListed: 1, Pages: <= 1, Last.Verb: Verb.Find }
        && (sentence.HasVerb("cite") || sentence.AskedFields().Any())
        && Only(SenseKind.Asked, SenseKind.Verb, SenseKind.PickNoun, SenseKind.And, SenseKind.Follow)
        && WithFact(readAgain(only)) is { Verb: Verb.Show or Verb.Cite } asked ? asked : null;

    /// <summary>The record that was pointed at, with what was asked about it.</summary>
    private Question WithFact(Question picked) => picked.Verb != Verb.Show ? picked
        : sentence.HasVerb("cite") ? picked with { Verb = Verb.Cite }
        : picked with { Asked = sentence.AskedFields().Distinct().ToValues() };

    /// <summary>"Drop the year", "without the area", "any plan".</summary>
    private Question? Drop()
    {
        var drops = sentence.Has(SenseKind.Follow, "drop") && !sentence.Has(SenseKind.Follow, "only");
        var other = sentence.Names("commitments") || sentence.Names("resources") || sentence.Has(SenseKind.Not) && sentence.Has(SenseKind.Area);
        var named = sentence.Pieces.Any(piece => piece.Number is >= YearRanges.Earliest)
            || Only(SenseKind.Follow, SenseKind.Noun, SenseKind.Star, SenseKind.Member, SenseKind.Area, SenseKind.Type, SenseKind.Verb, SenseKind.Not, SenseKind.Topic, SenseKind.NoArea, SenseKind.By, SenseKind.Asked);
        if (!drops || other || !named || context.Last is not { } last)
        {
            return null;
        }

        var filter = last.Filter;
        foreach (var piece in sentence.Pieces)
        {
            filter = Without(filter, piece);
        }

        var verb = sentence.HasVerb("count") ? Verb.Count : last.Verb == Verb.Show ? Verb.Find : last.Verb;
        return filter == last.Filter ? null : last with { Filter = filter, Page = 1, Notices = [], Verb = verb };
    }

    /// <summary>The filter without the condition that the piece names.</summary>
    public static Filter Without(Filter filter, Piece piece)
    {
        if (piece.Is(SenseKind.Follow, "filter"))
        {
            return filter.OfMembers();
        }

        if (piece.Is(SenseKind.Star))
        {
            return filter with { Starred = null };
        }

        return (Grouping.FactOf(piece), piece.Number, piece) switch
        {
            (Field.Year, _, _) or (_, >= YearRanges.Earliest, _) => filter with { Years = [], NotYears = [] },
            (Field.Plan, _, _) => filter with { Plans = [], NotPlans = [], CurrentPlan = false },
            (Field.Area, _, _) => filter with { Areas = [], NotAreas = [], NoArea = false },
            (Field.Member or Field.Region, _, _) => filter.OfContent(),
            (Field.Type, _, _) => filter with { Types = [], NotTypes = [] },
            _ when piece.Is(SenseKind.NoArea) || piece.Is(SenseKind.Area) => filter with { Areas = [], NotAreas = [], NoArea = false },
            _ when piece.IsAny(SenseKind.Member, SenseKind.Region) => filter.OfContent(),
            _ when piece.Is(SenseKind.Noun, "titles") => filter with { Words = [], NotWords = [], Title = null },
            _ => filter,
        };
    }

    private int? Number() => sentence.Pieces.OrderBy(piece => piece.Is(SenseKind.PickNoun)).Select(piece => piece.Number ?? piece.Ordinal).FirstOrDefault(number => number is not null);

    /// <summary>Every piece is filler, a number, or can mean one of these.</summary>
    private bool Only(params ReadOnlySpan<SenseKind> kinds)
    {
        foreach (var piece in sentence.Pieces)
        {
            var fits = piece.IsFiller || piece.Number is not null || piece.Ordinal is not null || piece.Is(SenseKind.Ordinal);
            foreach (var kind in kinds)
            {
                fits |= piece.Is(kind);
            }

            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static Question Nowhere(NoticeKind kind, string word) => new() { Verb = Verb.Nowhere, Notices = [new Notice(kind, [word])] };
}
