using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The posts on the members' pages, in the order of the page. A teaser is shown only where the user's own import brought it.</summary>
public sealed partial class FindPosts(CatalogStore catalog) : IIntent
{
    public string Name => "find-posts";

    public IReadOnlyList<string> Examples => ["recent posts", "posts about open government", "publicaciones recientes"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Posts);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var texts = PostTexts.In(question.Language);
        var members = PlanRows.OfMembers(question);
        var (found, paging) = await Paging.ReadAsync(question.Page, (skip, take) => catalog.FindPostsAsync(question.Filter, skip, take, cancellationToken));
        var scope = FilterWords.In(question.Language).Sentence(question.Filter);
        if (found.Total == 0)
        {
            var all = await catalog.FindPostsAsync(members, 0, 1, cancellationToken);
            if (all.Total == 0 && Elsewhere.Answer(question, Name, (await catalog.FindPostsAsync(Filter.None, 0, CatalogStore.Most, cancellationToken)).Items.Select(post => post.Member)) is { } elsewhere)
            {
                return elsewhere;
            }

            return new Draft(question, Name, texts.Nothing(scope, all.Total)) { Total = 0, Choices = [new(texts.All, Queries.To(Verb.Find, Topic.Posts, members))] }.ToReply();
        }

        return new Draft(question, Name, texts.Found(found.Total, scope))
        {
            Blocks =
            [
                paging.List([.. found.Items.Select(post => Item(post, texts, loaded.MayMix(question.Filter)))]),
                .. found.Total == 1 ? Teaser(found.Items[0]) : [],
                new Note(texts.Order),
                .. found.Items.Any(post => post.Teaser.IsGiven) ? Array.Empty<Block>() : [new Note(texts.TitlesOnly)],
                .. loaded.Notes(question),
            ],
            Total = found.Total,
            Paging = paging,
            Choices =
            [
                new(texts.All, Queries.To(Verb.Find, Topic.Posts, members)),
                new(ResourceTexts.In(question.Language).Newest, Queries.ToNewestResources(members)),
                new(PlanTexts.In(question.Language).All, Queries.To(Verb.Find, Topic.Plans, members)),
            ],
            Sources = found.Items.Select(post => post.Source),
        }.ToReply();
    }

    private static Item Item(Post post, PostTexts texts, bool withMember) => new(ItemKind.Post, post.Key, post.Title)
    {
        Details = [.. withMember ? [post.Member] : Array.Empty<string>(), .. post.Caption.IsGiven && !FileName().IsMatch(post.Caption.Value!) ? [texts.Picture(post.Caption.Value!)] : Array.Empty<string>()],
        Says = Queries.To(Verb.Find, Topic.Posts, new Filter { Members = [post.Member], Title = Folding.Fold(post.Title) }),
    };

    private static IEnumerable<Block> Teaser(Post post) => post.Teaser.IsGiven ? [new Quote(post.Teaser.Value!, Source.Credit)] : [];

    /// <summary>One word with a digit or an underscore, such as 43780766892_f09dc0d87f_k, says nothing to a reader.</summary>
    [GeneratedRegex(@"^(?=\S*[\d_])\S+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
