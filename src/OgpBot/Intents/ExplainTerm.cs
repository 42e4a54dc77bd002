using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What a word of OGP's trade means, in the source's own words; without a word, the whole glossary.</summary>
public sealed class ExplainTerm(CatalogStore catalog) : IIntent
{
    private const int MostTerms = 6;

    public string Name => "explain-term";

    public IReadOnlyList<string> Examples => ["what does Involve mean?", "what does ER mean?", "glossary", "¿qué es un compromiso estelar?", "glosario"];

    public bool Answers(Question question) => question.Verb == Verb.Explain || question.AsksAbout(Topic.Glossary);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var terms = await catalog.TermsAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(question.Term))
        {
            return await ListAsync(question, terms);
        }

        if (KnownCodes.Of(question.Term) is { Count: > 0 } codes)
        {
            return Codes(question, codes);
        }

        var lookup = new TermLookup(terms);
        return question.Term.Split('|').SelectMany(lookup.Find).Distinct().ToArray() is { Length: > 0 } found
            ? Meaning(question, found, terms)
            : await UnknownAsync(question, question.Term, lookup.Near(question.Term, MostTerms), cancellationToken);
    }

    /// <summary>Why a fact has no value: what stands in its place in the export.</summary>
    private Reply Codes(Question question, IReadOnlyList<(string Code, KnownState State)> codes)
    {
        var (texts, fields) = (GlossaryTexts.In(question.Language), FieldTexts.In(question.Language));
        return new Draft(question, Name, string.Join('\n', codes.Select(code => texts.Code(code.Code, fields.Missing(code.State)))))
        {
            Opening = [new Heading(texts.Glossary)],
            Blocks = [new Facts([.. KnownCodes.All.Select(code => new Fact(code.Code, fields.Missing(code.State)))]), new Note(texts.CodesAreOfExport)],
            Choices = [new(texts.Glossary, Queries.To(Verb.Find, Topic.Glossary)), new(TalkTexts.In(question.Language).HelpLabel, Queries.To(Verb.Help, Topic.Commitments))],
        }.ToReply();
    }

    private Reply Meaning(Question question, Term[] found, IReadOnlyList<Term> terms)
    {
        var texts = GlossaryTexts.In(question.Language);
        Term[] shown = [.. found.Take(MostTerms)];
        return new Draft(question, Name, string.Join('\n', shown.Select(term => $"{term.Name}: {term.Meaning}")))
        {
            Opening = [new Heading(texts.Glossary)],
            Blocks = [.. shown.Select(term => new Detail(Item(term), Facts(term, texts)))],
            Total = found.Length,
            Choices =
            [
                .. shown.Any(term => term.Key.Contains("star", StringComparison.OrdinalIgnoreCase))
                    ? [new Choice(StarTexts.In(question.Language).Starred, Queries.To(Verb.Find, Topic.Commitments, new Filter { Starred = true }))]
                    : Array.Empty<Choice>(),
                .. Neighbours(shown[^1], terms).Select(Choice),
                new(texts.Glossary, Queries.To(Verb.Find, Topic.Glossary)),
            ],
            Sources = shown.Select(term => term.Source),
        }.ToReply();
    }

    private static IReadOnlyList<Fact> Facts(Term term, GlossaryTexts texts) =>
    [
        new(texts.Meaning, term.Meaning),
        .. texts.Rendering(term.Name) is { } rendering ? [new Fact(texts.Rendered, rendering)] : Array.Empty<Fact>(),
        .. term.Also.Count > 0 ? [new Fact(texts.Also, string.Join(", ", term.Also))] : Array.Empty<Fact>(),
    ];

    private async Task<Reply> UnknownAsync(Question question, string term, IReadOnlyList<Term> near, CancellationToken cancellationToken)
    {
        var texts = GlossaryTexts.In(question.Language);
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var area = vocabulary.Areas.FirstOrDefault(area => TermLookup.Key(area) == TermLookup.Key(term));
        IEnumerable<Choice> toArea = area is null ? [] : [new(texts.CommitmentsIn(area), Queries.To(Verb.Find, Topic.Commitments, new Filter { Areas = [area] }))];
        return new Draft(question, Name, area is null ? texts.Unknown(Short(term)) : texts.IsArea(area))
        {
            Blocks = near.Count == 0 || area is not null ? [] : [new Prose(texts.Nearest), new Listing([.. near.Select(Item)])],
            Choices = [.. toArea, .. near.Select(Choice), new(texts.Glossary, Queries.To(Verb.Find, Topic.Glossary)), new(TalkTexts.In(question.Language).HelpLabel, Queries.To(Verb.Help, Topic.Commitments))],
        }.ToReply();
    }

    private async Task<Reply> ListAsync(Question question, IReadOnlyList<Term> terms)
    {
        var texts = GlossaryTexts.In(question.Language);
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(terms));
        return new Draft(question, Name, terms.Count == 0 ? texts.Nothing : texts.Listed(terms.Count))
        {
            Blocks = [paging.List([.. found.Items.Select(term => Item(term) with { Details = [Short(term.Meaning)] })])],
            Total = terms.Count,
            Paging = paging,
            Choices = found.Items.Take(3).Select(Choice),
            Sources = found.Items.Select(term => term.Source),
        }.ToReply();
    }

    private static Item Item(Term term) => new(ItemKind.Term, term.Key, term.Name) { Says = Queries.ToTerm(term.Key) };

    private static Choice Choice(Term term) => new(term.Name, Queries.ToTerm(term.Key));

    /// <summary>The terms beside it: those of one scale stand together.</summary>
    private static IEnumerable<Term> Neighbours(Term term, IReadOnlyList<Term> terms)
    {
        var at = terms.ToList().IndexOf(term);
        return terms.Where((_, index) => index != at && Math.Abs(index - at) <= 2);
    }

    /// <summary>A line on a card; whole grapheme clusters.</summary>
    private static string Short(string text)
    {
        const int Longest = 120;
        var clusters = new System.Globalization.StringInfo(text);
        return clusters.LengthInTextElements <= Longest ? text : $"{clusters.SubstringByTextElements(0, Longest)}…";
    }
}
