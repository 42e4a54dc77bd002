using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads the recent posts: the caption of a picture, a title, a teaser.</summary>
internal static class PostList
{
    public static IReadOnlyList<Post> Read(Section section, string member)
    {
        var posts = new List<Post>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        // A page that ends here may have been cut within its last post.
        var cut = !section.Page.Has(Headings.End);
        foreach (var lines in section.Said.Chunk(3))
        {
            var last = lines[^1] == section.Said[^1];
            if (lines is not [var caption, var title, var teaser] || (cut && last))
            {
                section.Reject(lines[0], cut ? "the page ends inside this post" : "expected the caption, title and teaser of a post");
                continue;
            }

            var key = Slug.Unique(Slug.Of(member, "post", title.Text), taken);
            posts.Add(new Post(key, member, posts.Count + 1, title.Text, section.SourceOf(caption, teaser))
            {
                Caption = Known.Given(caption.Text),
                Teaser = Known.Given(teaser.Text),
            });
        }

        return posts;
    }
}
