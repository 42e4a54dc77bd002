using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>How a long answer is cut into pages.</summary>
/// <param name="Page">The page shown, from 1: the last one when a later page was asked for.</param>
/// <param name="Asked">The page asked for.</param>
public sealed record Paging(int Page, int Pages, int Asked)
{
    /// <summary>Records on one page of every list.</summary>
    public const int Size = 10;

    /// <summary>The number of the page's first record within the whole answer, from 1.</summary>
    public int First => ((Page - 1) * Size) + 1;

    /// <summary>The page asked for of so many, or the last one.</summary>
    public static Paging Of(int asked, int total, int size)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        return new Paging(Math.Clamp(asked, 1, pages), pages, asked);
    }

    /// <summary>Reads the page asked for, or the last one when there are fewer.</summary>
    public static async Task<(Found<T> Found, Paging Paging)> ReadAsync<T>(int asked, Func<int, int, Task<Found<T>>> find)
    {
        var skip = (int)Math.Min((Math.Max(asked, 1) - 1L) * Size, int.MaxValue);
        var found = await find(skip, Size);
        var paging = Of(asked, found.Total, Size);
        return (paging.Page == asked ? found : await find((paging.Page - 1) * Size, Size), paging);
    }

    public Listing List(IReadOnlyList<Item> items) => new(items, First);

    /// <summary>Where to go from here: the next page, then the one before.</summary>
    public IEnumerable<Choice> Choices(Question question)
    {
        var texts = PagingTexts.In(question.Language);
        if (Page < Pages)
        {
            yield return new Choice(texts.Next(Page + 1, Pages), CanonicalQuery.Print(question with { Page = Page + 1 }));
        }

        if (Page > 1)
        {
            yield return new Choice(texts.Previous(Page - 1, Pages), CanonicalQuery.Print(question with { Page = Page - 1 }));
        }
    }
}
