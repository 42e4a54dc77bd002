using System.Collections.Frozen;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Tells a fragment ("and in 2019?", "by area", "only starred") from a question that stands by itself.</summary>
internal sealed class Fragment(Sentence sentence, Question read, Question last)
{
    /// <summary>Words that no whole question begins with.</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["in", "en", "for", "para", "from", "de", "del", "since", "desde", "after", "before", "with", "con", "without", "sin", "except", "excepto", "but", "pero", "between", "entre", "not", "no", "and on"]);

    /// <summary>Words that point at what was shown.</summary>
    private static readonly FrozenSet<string> Pointers = FrozenSet.ToFrozenSet(
        ["those", "these", "them", "of those", "of them", "of these", "which of those", "which of these", "which of them", "de esos", "de estos", "de ellos", "esos", "estos", "cuales de esos", "cuales de ellos"]);

    private readonly List<Piece> content = [.. sentence.Pieces.Where(piece => piece.Token is not Pause)];

    public bool Is => content.Count > 0 && (Points() || Opens() || !StandsAlone() && Leans());

    private Piece First => content[0];

    private bool Points() => content.Any(piece => piece.Is(SenseKind.Follow, "only") && Pointers.Contains(piece.Text));

    /// <summary>It begins with "only", "what about", "except", or ends with "only".</summary>
    private bool Opens()
    {
        var telling = content.Find(piece => !piece.IsFiller || piece.Is(SenseKind.Follow)) ?? First;
        var opened = telling.IsAny(SenseKind.Follow, SenseKind.Not) || First.Is(SenseKind.Follow) || content[^1].Is(SenseKind.Follow, "only") || First.Is(SenseKind.And) && !First.Is(SenseKind.Noun);
        var only = First.Is(SenseKind.Follow, "only");
        return opened && (!sentence.Names("commitments")
            || read.Filter.Members is [] && (only || First.Is(SenseKind.Follow, "replace")));
    }

    private bool StandsAlone() => sentence.Names("commitments") || sentence.Names("resources")
        || sentence.Names("plans") && read.Topic == Topic.Plans && !Openers.Contains(First.Text);

    /// <summary>Something only the question before can complete.</summary>
    private bool Leans() => Openers.Contains(First.Text)
        || First.Text is "cuales" or "cuales son" or "which are" or "which ones" or "which ones are" && read.Filter.Members is [] && !sentence.Names("members")
        || First.Text is "los" or "las" or "el" or "la" && content.Count > 1 && content[1].Text is "de" or "del" or "que" or "sobre" or "con" or "sin" or "en"
        || read.Verb == Verb.Brief && read.Filter == Filter.None
        || content.Exists(piece => piece.Is(SenseKind.PickNoun) && piece.Text is "one" or "ones" || piece.Is(SenseKind.Follow, "also"))
        || read.Filter == Filter.None && (read.By is not null || read.Sort != Sort.Newest || read.Verb == Verb.Count) && Grouping.FactOf(First) is null
        || read.Verb == Verb.Count && !sentence.Names("areas") && !sentence.Names("members") && read.Filter.Members is []
        || content.TrueForAll(piece => piece.IsFiller || piece.Is(SenseKind.Sort)) && sentence.Has(SenseKind.Sort)
        || ComparesOne()
        || IsSuperlative()
        || read.Verb == Verb.Compare && read.Filter.Members.Count == 1 && last.Filter.Members.Count > 0 && read.Filter.OfContent() == Filter.None
        || IsValue();

    /// <summary>"Which country has the most?", after a list of many.</summary>
    private bool IsSuperlative() => read.Verb == Verb.Rank && read.Filter == Filter.None && last.Filter != Filter.None && last.Topic is Topic.Commitments or Topic.Members
        && (sentence.Has(SenseKind.Most) || sentence.Has(SenseKind.Fewest)) && !(read.By == Field.Member && last.Filter.Members.Count == 1);

    /// <summary>"Compare with 2019".</summary>
    private bool ComparesOne() => read.Verb == Verb.Compare && read.Filter.Members.Count < 2 && (sentence.Has(SenseKind.Years) || First.Is(SenseKind.Verb, "compare"))
        && read.Filter.Years.Count + read.Filter.Plans.Count + read.Filter.Areas.Count == 1;

    /// <summary>"2019?" after a question with a year; "health?".</summary>
    private bool IsValue()
    {
        var asks = sentence.Folded.EndsWith('?');
        var onlyYears = read.Filter.Years.Count > 0 && (read.Filter with { Years = [] }) == Filter.None;
        return onlyYears && last.Filter.Years.Count > 0 && (asks || content.Count == 1)
            || asks && read.Verb == Verb.Find && content.Count(piece => !piece.IsFiller) == 1 && read.Filter != Filter.None && read.Filter.Members is [] && !sentence.HasVerb("explain");
    }
}
