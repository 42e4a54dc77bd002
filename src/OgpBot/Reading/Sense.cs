using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>What a phrase can mean. The names are the kinds in Lexicon/phrases.csv, without hyphens.</summary>
public enum SenseKind
{
    Verb,
    Noun,
    Star,
    Not,
    Years,
    And,
    By,
    Distribution,
    Pivot,
    Most,
    Fewest,
    Top,
    BottomTop,
    Sort,
    Plan,
    Ordinal,
    Page,
    PageNoun,
    PickNoun,
    More,
    Follow,
    Again,
    About,
    NoArea,
    Topic,
    Figure,
    StarsHow,
    Asked,
    Decline,
    Language,
    Noise,

    /// <summary>The value is a member's English name.</summary>
    Member,

    /// <summary>The value is a policy area as the catalog writes it.</summary>
    Area,

    /// <summary>The value is a region as the catalog writes it.</summary>
    Region,

    /// <summary>A part of the region that is its value: Africa, of Africa and the Middle East.</summary>
    RegionPart,

    /// <summary>National or local members.</summary>
    Level,

    /// <summary>Every member, in so many words.</summary>
    AllMembers,

    /// <summary>A fact and a value that the catalog holds for it: Completion:Substantial.</summary>
    Fact,

    /// <summary>A word that the name of an institution begins with: ministry.</summary>
    Institution,

    /// <summary>A policy area that OGP knows and the catalog does not hold.</summary>
    AbsentArea,
    Type,
    Format,

    /// <summary>A dimension of the Global Report.</summary>
    Dimension,

    /// <summary>The value is a glossary term's key, or its name when the catalog lacks it.</summary>
    Term,

    /// <summary>Spanish words; the value holds English words for titles, separated by a bar.</summary>
    Translation,

    /// <summary>A kind of document that titles name ("letter of intent"); the value holds the English words of such titles.</summary>
    DocumentTitle,
}

/// <param name="Language">The language that the phrase gives away; null when it could be either.</param>
public sealed record Sense(SenseKind Kind, string Value, Language? Language);
