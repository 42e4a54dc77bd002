using Microsoft.AspNetCore.Http.HttpResults;
using OgpBot.Catalog;

namespace OgpBot.Host.Api;

/// <summary>The catalog as JSON, read only.</summary>
internal static class RecordEndpoints
{
    private static readonly QueryParameter[] OfCommitments =
    [
        Parameters.Country, Parameters.Id, Parameters.Area, Parameters.Year, Parameters.Plan, Parameters.Starred,
        Parameters.Words, Parameters.Sort, Parameters.Page, Parameters.Size,
    ];

    private static readonly QueryParameter[] OfResources =
    [
        Parameters.Country, Parameters.Year, Parameters.Type, Parameters.Format,
        Parameters.Words, Parameters.Sort, Parameters.Page, Parameters.Size,
    ];

    private static readonly QueryParameter[] OfPlans = [Parameters.Country, Parameters.Year, Parameters.Plan, Parameters.Page, Parameters.Size];

    private static readonly QueryParameter[] OfMembers = [Parameters.Country, Parameters.Page, Parameters.Size];

    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        var records = routes.MapGroup("/api").WithTags("Records");
        records.MapGet("/commitments", CommitmentsAsync).Takes(OfCommitments).WithSummary("Commitments by country, ID, policy area, year, plan, star and words.");
        records.MapGet("/commitments/{id}", CommitmentAsync).WithSummary("One commitment by its ID.").ProducesProblem(StatusCodes.Status404NotFound).ProducesCommonProblems();
        records.MapGet("/resources", ResourcesAsync).Takes(OfResources).WithSummary("Resources by country, year, type, format and words.");
        records.MapGet("/plans", PlansAsync).Takes(OfPlans).WithSummary("Action plans.");
        records.MapGet("/members", MembersAsync).Takes(OfMembers).WithSummary("Members of the Open Government Partnership that are loaded.");
    }

    private static async Task<Ok<RecordPage<CommitmentRecord>>> CommitmentsAsync(HttpRequest http, CatalogStore catalog, CancellationToken cancellationToken)
    {
        var asked = QueryParameter.Read(http.Query, OfCommitments, await catalog.VocabularyAsync(cancellationToken));
        var found = await catalog.FindCommitmentsAsync(asked.Filter, asked.Sort, asked.Skip, asked.Size, cancellationToken);
        return TypedResults.Ok(asked.PageOf(found, CommitmentRecord.Of));
    }

    private static async Task<Results<Ok<CommitmentRecord>, ProblemHttpResult>> CommitmentAsync(string id, CatalogStore catalog, CancellationToken cancellationToken)
    {
        var found = Parameters.IdOf(id) is { } exact
            ? await catalog.FindCommitmentsAsync(new() { Ids = [new(exact, exact)] }, Sort.Id, 0, 1, cancellationToken)
            : new([], 0);
        return found.Items is [var commitment]
            ? TypedResults.Ok(CommitmentRecord.Of(commitment))
            : TypedResults.Problem("The catalog holds no commitment of this ID.", statusCode: StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<RecordPage<ResourceRecord>>> ResourcesAsync(HttpRequest http, CatalogStore catalog, CancellationToken cancellationToken)
    {
        var asked = QueryParameter.Read(http.Query, OfResources, await catalog.VocabularyAsync(cancellationToken));
        var found = await catalog.FindResourcesAsync(asked.Filter, asked.Sort, asked.Skip, asked.Size, cancellationToken);
        return TypedResults.Ok(asked.PageOf(found, ResourceRecord.Of));
    }

    private static async Task<Ok<RecordPage<PlanRecord>>> PlansAsync(HttpRequest http, CatalogStore catalog, CancellationToken cancellationToken)
    {
        var asked = QueryParameter.Read(http.Query, OfPlans, await catalog.VocabularyAsync(cancellationToken));
        return TypedResults.Ok(asked.PageOf(await catalog.PlansAsync(asked.Filter, cancellationToken), PlanRecord.Of));
    }

    private static async Task<Ok<RecordPage<MemberRecord>>> MembersAsync(HttpRequest http, CatalogStore catalog, CancellationToken cancellationToken)
    {
        var asked = QueryParameter.Read(http.Query, OfMembers, await catalog.VocabularyAsync(cancellationToken));
        var wanted = asked.Filter.Members;
        var members = await catalog.MembersAsync(cancellationToken);
        return TypedResults.Ok(asked.PageOf(wanted.Count == 0 ? members : [.. members.Where(member => wanted.Contains(member.Name))], MemberRecord.Of));
    }

    private static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, QueryParameter[] parameters) => endpoint
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesCommonProblems()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. parameters.Select(parameter => parameter.ToOpenApi())];
            return Task.CompletedTask;
        });
}
