using System.Text.RegularExpressions;
using OgpBot.Catalog;
using static OgpBot.Ingest.Exchange.KnownText;

namespace OgpBot.Ingest.Exchange;

/// <summary>The columns of commitments.csv.</summary>
internal static partial class Commitments
{
    public const string Name = "commitments";

    public static Kind Kind { get; } = new KindOf<Commitment>(
        // Who else says so is no change of what is said: the last function leaves it out.
        Name, commitment => commitment.Id, commitment => commitment.Member, content => content.Commitments,
        (content, records) => content with { Commitments = records }, Read,
        commitment => commitment.Source, (commitment, source) => commitment with { Source = source, Others = [], HeldBy = [] },
        new("id", commitment => commitment.Id), new("member", commitment => commitment.Member), new("year", commitment => Kinds.Text(commitment.Year)),
        new("plan", commitment => Kinds.Text(commitment.Plan)), new("title", commitment => commitment.Title),
        new("starred", commitment => commitment.StarState == KnownState.Given ? Kinds.Flag(commitment.Starred) : Write(Known.Missing(commitment.StarState))),
        new("areas", commitment => ListText.Write(commitment.Areas)), new("lead_institution", commitment => Write(commitment.LeadInstitution)),
        new("supporting_institutions", commitment => Write(commitment.SupportingInstitutions)), new("status", commitment => Write(commitment.Status)),
        new("completion", commitment => Write(commitment.Completion)), new("potential_impact", commitment => Write(commitment.PotentialImpact)),
        new("early_results", commitment => Write(commitment.EarlyResults)), new("start_date", commitment => Write(commitment.StartDate)),
        new("end_date", commitment => Write(commitment.EndDate)), new("description", commitment => Write(commitment.Description)),
        new("url", commitment => Write(commitment.Url)), new("misspellings", commitment => ListText.Write(commitment.Misspellings)),
        new("others", commitment => FurtherSourceText.Write(commitment.Others), Optional: true),
        new("held_by", commitment => OriginText.Write(commitment.HeldBy), Optional: true),
        new("removed", commitment => Kinds.Instant(commitment.Removed), Optional: true))
    {
        IsLive = commitment => commitment.Removed is null,
    };

    /// <summary>Two or three letters and four digits.</summary>
    [GeneratedRegex(@"\A[A-Z]{2,3}[0-9]{4}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Id();

    private static Commitment Read(Row row, Source source)
    {
        var id = row.Required("id");
        if (!Id().IsMatch(id))
        {
            throw new RowException("id", "is not two or three capital letters and four digits");
        }

        var removed = row.InstantOrNone("removed");
        var star = row.Known("starred");
        return new Commitment(id, row.Required("member"), row.Year("year"), row.Number("plan"), row.Required("title"), star.IsGiven && row.Flag("starred"), source)
        {
            StarState = star.State,
            Areas = row.List("areas"),
            LeadInstitution = row.Known("lead_institution"),
            SupportingInstitutions = row.Known("supporting_institutions"),
            Status = row.Known("status"),
            Completion = row.Known("completion"),
            PotentialImpact = row.Known("potential_impact"),
            EarlyResults = row.Known("early_results"),
            StartDate = row.Known("start_date"),
            EndDate = row.Known("end_date"),
            Description = row.Known("description"),
            Url = row.Known("url"),
            Misspellings = row.Misspellings("misspellings"),
            Others = Row.Parsed("others", () => FurtherSourceText.Read(row.Text("others"))),
            HeldBy = removed is null && row.Text("held_by").Length == 0 ? [source.Origin] : Row.Parsed("held_by", () => OriginText.Read(row.Text("held_by"))),
            Removed = removed,
        };
    }
}
