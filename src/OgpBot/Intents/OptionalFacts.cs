using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The facts of a commitment that many sources leave out.</summary>
public static class OptionalFacts
{
    public static IReadOnlyList<Field> All { get; } =
    [
        Field.Lead, Field.Supporting, Field.Status, Field.Completion, Field.Impact, Field.EarlyResults, Field.Start, Field.End, Field.Description, Field.Url,
    ];

    public static Known Of(Commitment commitment, Field field) => field switch
    {
        Field.Lead => commitment.LeadInstitution,
        Field.Supporting => commitment.SupportingInstitutions,
        Field.Status => commitment.Status,
        Field.Completion => commitment.Completion,
        Field.Impact => commitment.PotentialImpact,
        Field.EarlyResults => commitment.EarlyResults,
        Field.Start => commitment.StartDate,
        Field.End => commitment.EndDate,
        Field.Description => commitment.Description,
        Field.Url => commitment.Url,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, message: null),
    };

    /// <summary>Those of <paramref name="asked"/> that at least one of the commitments has, with each one's value.</summary>
    public static IEnumerable<Block> Listed(IReadOnlyList<Field> asked, IReadOnlyList<Commitment> commitments, Language language)
    {
        var texts = FieldTexts.In(language);
        Fact[] rows =
        [
            .. from field in asked
               where All.Contains(field) && commitments.Any(commitment => Of(commitment, field).State != KnownState.NotInSource)
               from commitment in commitments
               select new Fact($"{texts.Label(field)} · {commitment.Id}", texts.Value(Of(commitment, field))),
        ];
        return rows.Length == 0 ? [] : [new Facts(rows)];
    }
}
