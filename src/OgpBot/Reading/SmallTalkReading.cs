using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Help, greetings and thanks, when nothing else is in the sentence: "hi, starred commitments please" is a question.</summary>
internal sealed class SmallTalkReading(Sentence sentence, Question question)
{
    public Question? Read()
    {
        var asks = question.Filter != Filter.None || sentence.Pieces.Any(Asks);
        if (sentence.HasVerb("help") && question.Filter == Filter.None && (!asks || IsForHelp()))
        {
            return question with { Verb = Verb.Help };
        }

        return asks ? null
            : sentence.HasVerb("thank") ? question with { Verb = Verb.Thank }
            : sentence.HasVerb("greet") || sentence.Has(SenseKind.Again) ? question with { Verb = Verb.Greet }
            : null;
    }

    /// <summary>A whole phrase such as "what can I ask", or help with nothing but nouns: "help with resources".</summary>
    private bool IsForHelp() => sentence.Pieces.Any(piece => piece.Is(SenseKind.Verb, "help") && piece.Text.Contains(' ', StringComparison.Ordinal))
        || sentence.Pieces.All(piece => piece.IsFiller || piece.IsAny(SenseKind.Verb, SenseKind.Noun));

    private bool Asks(Piece piece)
    {
        var idle = piece.IsFiller
            || piece.Is(SenseKind.Verb) && !piece.Is(SenseKind.Noun)
            || piece.IsAny(SenseKind.Follow, SenseKind.PickNoun, SenseKind.Years, SenseKind.About, SenseKind.And)
            || piece.Senses is [] && sentence.HasVerb("help");
        return !idle && !IsSmallTalk(piece);
    }

    /// <summary>Words around thanks say nothing; around a greeting only those that no title holds.</summary>
    private bool IsSmallTalk(Piece piece) => piece.Token is Word && (piece.Senses is [] || piece.Is(SenseKind.Translation))
        && (sentence.HasVerb("thank") || sentence.HasVerb("greet") && piece.Senses is [] && !sentence.Book.InTitles(piece.Text));
}
