using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The facts of one commitment, as rows and as sentences.</summary>
public static class CommitmentRows
{
    /// <summary>Facts that the source leaves out are no rows: a note names them together. A star is a mark under the title.</summary>
    public static IReadOnlyList<Fact> Of(Commitment commitment, Language language)
    {
        var texts = FieldTexts.In(language);
        return
        [
            .. commitment.Starred ? Array.Empty<Fact>() : [new Fact(texts.Label(Field.Star), Unstarred(commitment, texts))],
            new Fact(texts.Label(Field.Year), $"{commitment.Year}"),
            new Fact(texts.Label(Field.Area), texts.Areas(commitment.Areas)),
            new Fact(texts.Label(Field.Plan), texts.PlanName(commitment.Plan)),
            new Fact(texts.Label(Field.Member), commitment.Member),
            .. from field in OptionalFacts.All
               let known = OptionalFacts.Of(commitment, field)
               where known.State != KnownState.NotInSource
               select new Fact(texts.Label(field), texts.Value(known)),
            new Fact(SourceTexts.In(language).Label, SourceTexts.In(language).Place(commitment.Source)),
            .. commitment.Others.Select(further => new Fact(SourceTexts.In(language).Label, SourceTexts.In(language).Place(further, language))),
        ];
    }

    public static string Sentence(Commitment commitment, Field field, bool planInferred, Language language)
    {
        var texts = CommitmentTexts.In(language);
        var id = commitment.Id;
        return field switch
        {
            Field.Title => texts.HasTitle(id, commitment.Title),
            Field.Year => texts.HasYear(id, commitment.Year),
            Field.Area => texts.HasAreas(id, commitment.Areas),
            Field.Plan => texts.HasPlan(id, commitment.Plan, planInferred),
            Field.Star when commitment.StarState is not (KnownState.Given or KnownState.NotInSource) =>
                texts.Has(id, FieldTexts.In(language).Label(field), Unstarred(commitment, FieldTexts.In(language))),
            Field.Star => texts.IsStarred(id, commitment.Starred),
            Field.Member => texts.HasMember(id, commitment.Member),

            // Types and formats are facts of resources: no source gives them for a commitment.
            Field.Type or Field.Format => texts.Lacks(id, FieldTexts.In(language).TheField(field)),
            _ => Optional(commitment, field, language),
        };
    }

    private static string Unstarred(Commitment commitment, FieldTexts texts) =>
        commitment.StarState == KnownState.Given ? texts.Star(starred: false) : texts.Missing(commitment.StarState);

    private static string Optional(Commitment commitment, Field field, Language language)
    {
        var texts = CommitmentTexts.In(language);
        var fields = FieldTexts.In(language);
        var known = OptionalFacts.Of(commitment, field);
        return known.State == KnownState.NotInSource
            ? texts.Lacks(commitment.Id, fields.TheField(field))
            : texts.Has(commitment.Id, fields.Label(field), fields.Value(known));
    }
}
