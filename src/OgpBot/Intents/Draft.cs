using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>
/// An answer in the making. The intent gives what is its own; the draft adds what every answer has: how the question
/// was read, what was corrected, whom to credit, and the way to the other pages.
/// </summary>
/// <param name="Intent">The name of the intent that answers.</param>
/// <param name="Text">The answer in a sentence or two, which alone makes sense.</param>
public sealed record Draft(Question Question, string Intent, string Text)
{
    /// <summary>More would not fit on one card of every channel.</summary>
    private const int MostChoices = 6;

    /// <summary>A heading above the text; without it the text is the heading.</summary>
    public string? Title { get; init; }

    /// <summary>What says the text, where neither a heading nor a heading with a paragraph fits; empty when the blocks say it.</summary>
    public IReadOnlyList<Block>? Opening { get; init; }

    /// <summary>What follows the text.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public int? Total { get; init; }

    public Paging? Paging { get; init; }

    /// <summary>The next steps, most useful first. Those beyond six, twice the same or leading back here are left out.</summary>
    public IEnumerable<Choice> Choices { get; init; } = [];

    /// <summary>Where the shown records were read: named and credited below the answer.</summary>
    public IEnumerable<Source> Sources { get; init; } = [];

    /// <summary>The same for figures, which no single record stands for.</summary>
    public IEnumerable<string> Documents { get; init; } = [];

    public Reply ToReply()
    {
        var question = Paging is null ? Question : Question with { Page = Paging.Page };
        var query = QueryOf(question);
        IEnumerable<Note> readAs = query is null ? [] : [Notes.ReadAs(query, question.Language)];
        IEnumerable<Block> opening = Opening ?? (Title is null ? [new Heading(Text)] : [new Heading(Title), new Prose(Text)]);
        IEnumerable<Choice> choices = [.. Paging?.Choices(question) ?? [], .. Notes.ChoicesOf(question), .. Notes.BeyondDefault(question), .. Choices];
        return new Reply(Text, [.. opening, .. Blocks, .. Notes.Of(question, Paging), .. readAs, .. Notes.Credit([.. Sources.Select(source => source.Document), .. Documents], question.Language)])
        {
            Intent = Intent,
            Language = question.Language,
            Query = query,
            Total = Total,
            Page = Paging?.Page ?? 1,
            Pages = Paging?.Pages ?? 1,
            Choices = [.. choices.Where(choice => choice.Says != query).DistinctBy(choice => choice.Says).Take(MostChoices)],
        };
    }

    private static string? QueryOf(Question question) =>
        question.Verb is not (Verb.Greet or Verb.Thank) && CanonicalQuery.Print(question) is { Length: > 0 } query ? query : null;
}
