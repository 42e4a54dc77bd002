using System.Runtime.CompilerServices;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Cli.Export;

/// <summary>Which records a question is about, all pages of them.</summary>
internal sealed class Selection(CatalogStore catalog)
{
    /// <summary>Records read at a time.</summary>
    private const int Batch = 500;

    /// <exception cref="UsageException">The question is not about records that make a table.</exception>
    public async Task<(string Query, Table Table)> ReadAsync(string text, Language language, CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var question = Reader.Read(text, vocabulary, Context.Fresh(language)) with { Page = 1 };
        return (CanonicalQuery.Print(question), await TableAsync(question, cancellationToken));
    }

    private Task<Table> TableAsync(Question question, CancellationToken cancellationToken) => question switch
    {
        { Verb: Verb.Help or Verb.Greet or Verb.Thank or Verb.Nowhere or Verb.Decline or Verb.Unclear } =>
            throw new UsageException("That names no records to export. Try: ogpbot export \"Peru justice commitments 2017\""),
        { Topic: Topic.Commitments or Topic.Areas } => PagedAsync(
            "commitments", Columns.Commitments, (skip, take) => catalog.FindCommitmentsAsync(question.Filter, question.Sort, skip, take, cancellationToken), cancellationToken),
        { Topic: Topic.Resources } => PagedAsync(
            "resources", Columns.Resources, (skip, take) => catalog.FindResourcesAsync(question.Filter, question.Sort, skip, take, cancellationToken), cancellationToken),
        { Topic: Topic.Posts } => PagedAsync(
            "posts", Columns.Posts, (skip, take) => catalog.FindPostsAsync(question.Filter, skip, take, cancellationToken), cancellationToken),
        { Topic: Topic.Plans } => WholeAsync("plans", Columns.Plans, catalog.PlansAsync(question.Filter, cancellationToken), _ => true),
        { Topic: Topic.Members } => WholeAsync(
            "members", Columns.Members, catalog.MembersAsync(cancellationToken), member => question.Filter.Members is [] || question.Filter.Members.Contains(member.Name)),
        { Topic: Topic.Glossary } => WholeAsync(
            "terms", Columns.Terms, catalog.TermsAsync(cancellationToken), term => question.Term is not { } asked || Names(term).Contains(asked)),
        _ => throw new UsageException("A query exports commitments, resources, plans, members, posts or terms. --all exports everything."),
    };

    private static IEnumerable<string> Names(Term term) => new[] { term.Key, term.Name }.Concat(term.Also).Select(Folding.Fold);

    private static async Task<Table> WholeAsync<T>(string kind, IReadOnlyList<Column<T>> columns, Task<IReadOnlyList<T>> read, Func<T, bool> wanted)
    {
        List<T> records = [.. (await read).Where(wanted)];
        return new Table<T>(kind, records.Count, columns, records.ToAsyncEnumerable());
    }

    private static async Task<Table> PagedAsync<T>(
        string kind, IReadOnlyList<Column<T>> columns, Func<int, int, Task<Found<T>>> find, CancellationToken cancellationToken)
    {
        var first = await find(0, Batch);
        return new Table<T>(kind, first.Total, columns, PagesAsync(first, find, cancellationToken));
    }

    private static async IAsyncEnumerable<T> PagesAsync<T>(
        Found<T> first, Func<int, int, Task<Found<T>>> find, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (found, read) = (first, 0);
        while (true)
        {
            foreach (var record in found.Items)
            {
                yield return record;
            }

            read += found.Items.Count;
            if (read >= first.Total || found.Items.Count == 0)
            {
                yield break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            found = await find(read, Batch);
        }
    }
}
