using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>"Use Peru by default", "no default", "what is the default": the member that questions mean which name none.</summary>
internal sealed class PreferenceReading(Sentence sentence, Question question)
{
    /// <summary>The term of a question that takes the default away.</summary>
    public const string None = "none";

    /// <summary>Null when it is about no default.</summary>
    public Question? Read()
    {
        var about = question.Filter.OfContent() == Filter.None && !sentence.Names("commitments") && !sentence.Names("resources");
        if (!sentence.HasVerb("prefer") && !sentence.HasVerb("prefer-none") || !about || sentence.Pieces.Any(piece => piece.IsPlain))
        {
            return null;
        }

        var drops = sentence.HasVerb("prefer-none") || question.Filter.AllMembers
            || sentence.Has(SenseKind.Not) || sentence.Has(SenseKind.Follow, "drop") && question.Filter.Members is [];
        return question with
        {
            Verb = Verb.Prefer,
            Topic = Topic.Commitments,
            Filter = drops ? Filter.None : new Filter { Members = Meant() },
            Term = drops ? None : null,
        };
    }

    /// <summary>"Usa Perú por defecto" begins with a verb that is a country's name elsewhere.</summary>
    private Values<string> Meant() => question.Filter.Members is { Count: > 1 } several && sentence.Pieces[0] is { Text: "usa" } verb
        ? several.Except([verb.Value(SenseKind.Member)!]).ToValues()
        : question.Filter.Members;
}
