using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Which of the members that a question names the catalog holds.</summary>
internal sealed record Loading(IReadOnlyList<string> Asked, IReadOnlyList<string> Loaded)
{
    private string[] Missing => [.. Asked.Except(Loaded, StringComparer.Ordinal)];

    /// <summary>True when members are named and none of them is loaded: there is nothing to answer from.</summary>
    public bool Nothing => Asked.Count > 0 && Missing.Length == Asked.Count;

    public static async Task<Loading> ReadAsync(CatalogStore catalog, Question question, CancellationToken cancellationToken)
    {
        var loaded = question.Filter.Members.Count == 0 ? [] : await catalog.MembersAsync(cancellationToken);
        return new Loading(question.Filter.Members, [.. loaded.Select(member => member.Name)]);
    }

    public Reply NotLoaded(Question question, string intent) =>
        new Draft(question, intent, NothingTexts.In(question.Language).NotLoaded(Missing, Loaded))
        {
            Total = 0,
            Choices =
            [
                .. Loaded.Take(3).Select(name => new Choice(name, CanonicalQuery.Print(question with { Filter = question.Filter with { Members = [name] }, Page = 1 }))),
                new(MemberTexts.In(question.Language).Data, Steps.To(Verb.Find, Topic.Data)),
            ],
        }.ToReply();

    /// <summary>Says which of several members are missing.</summary>
    public IEnumerable<Block> Notes(Language language) =>
        Missing.Length == 0 ? [] : [new Note(NothingTexts.In(language).NotLoaded(Missing, Loaded))];
}
