using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Sets, tells or takes away the member that questions here mean which name none.</summary>
public sealed class PreferMember(CatalogStore catalog, DefaultMembers defaults) : IIntent
{
    private static readonly Address Nowhere = new("", "", "");

    public string Name => "default-member";

    public IReadOnlyList<string> Examples => ["use Peru by default", "no default country", "usa Perú por defecto"];

    public bool Answers(Question question) => question.Verb == Verb.Prefer;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = DefaultTexts.In(question.Language);
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        var (address, asker) = (question.Address ?? Nowhere, question.Asker);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        switch (question)
        {
            case { Filter.Members: [var member] }:
                await defaults.KeepAsync(address, asker, member, cancellationToken);
                return Said(question, texts.Set(member), loaded, member);
            case { Term: not null }:
                await defaults.KeepAsync(address, asker, null, cancellationToken);
                return Said(question, texts.Dropped, loaded, null);
            case { Filter.Members.Count: > 1 }:
                return Said(question, texts.OneOnly, loaded, null);
            default:
                var current = await defaults.ReadAsync(address, asker, cancellationToken);
                return Said(question, current is null ? texts.None : texts.Current(current), loaded, current);
        }
    }

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
