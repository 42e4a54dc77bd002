using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Sets, tells or takes away the member that questions here mean which name none.</summary>
/// <param name="defaults">Null where there is no state.</param>
public sealed class PreferMember(CatalogStore catalog, DefaultMembers? defaults) : IIntent
{
    public string Name => "default-member";

    public IReadOnlyList<string> Examples => ["use Peru by default", "no default country", "usa Perú por defecto"];

    public bool Answers(Question question) => question.Verb == Verb.Prefer;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = DefaultTexts.In(question.Language);
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        switch (question)
        {
            case { Filter.Members: [var member] }:
                await KeepAsync(question, member, cancellationToken);
                return Said(question, texts.Set(member), loaded, member);
            case { Term: not null }:
                await KeepAsync(question, null, cancellationToken);
                return Said(question, texts.Dropped, loaded, null);
            case { Filter.Members.Count: > 1 }:
                return Said(question, texts.OneOnly, loaded, null);
            default:
                var current = defaults is null || question.Address is null ? null : await defaults.ReadAsync(question.Address, question.Asker, cancellationToken);
                return Said(question, current is null ? texts.None : texts.Current(current), loaded, current);
        }
    }

    /// <summary>Where nothing can be kept, the answer is all there is.</summary>
    private Task KeepAsync(Question question, string? member, CancellationToken cancellationToken) =>
        defaults is null || question.Address is null ? Task.CompletedTask : defaults.KeepAsync(question.Address, question.Asker, member, cancellationToken);

    private Reply Said(Question question, string text, LoadedMembers loaded, string? member)
    {
        var texts = DefaultTexts.In(question.Language);
        Choice[] after = member is null
            ? [.. question.Filter.Members.Take(3).Select(each => new Choice(texts.Use(each), CanonicalQuery.Print(question with { Filter = new Filter { Members = [each] } })))]
            :
            [
                new Choice(ListTexts.In(question.Language).Counted(member, loaded.Names.Count), Queries.Find(new Filter { Members = [member] })) with { Label = texts.CommitmentsOf(member) },
                new Choice(texts.Drop, CanonicalQuery.Print(new Question { Verb = Verb.Prefer, Term = PreferenceReading.None })),
            ];
        return new Draft(question, Name, text) { Choices = [.. after, .. loaded.ListChoice(question.Language)] }.ToReply();
    }
}
