using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The small print that answers share.</summary>
public static class Notes
{
    /// <summary>How the question was read, in a form that can be typed again.</summary>
    public static Note ReadAs(string query, Language language) => new(NoticeTexts.In(language).ReadAs(query));

    /// <summary>Whom to credit, and the documents read; nothing when no record is shown.</summary>
    public static IEnumerable<Note> Credit(IEnumerable<string> named, Language language)
    {
        string[] documents = [.. named.Distinct(StringComparer.Ordinal).Take(3)];
        return documents.Length == 0 ? [] : [new Note(NoticeTexts.In(language).Credit(string.Join(", ", documents), Source.Credit))];
    }

    /// <summary>What the reader did with the words. Where a follow-up led nowhere, or why something is declined, is the answer itself and no note.</summary>
    public static IEnumerable<Note> Of(Question question, Paging? paging = null)
    {
        var texts = NoticeTexts.In(question.Language);
        foreach (var notice in question.Notices)
        {
            if (Of(notice, texts) is { } text)
            {
                yield return new Note(text);
            }
        }

        if (paging is { } shown && shown.Asked != shown.Page)
        {
            yield return new Note(PagingTexts.In(question.Language).NoSuchPage(shown.Asked, shown.Page));
        }
    }

    /// <summary>Other readings that a notice offers.</summary>
    public static IEnumerable<Choice> ChoicesOf(Question question) =>
        from notice in question.Notices
        where notice is { Kind: NoticeKind.SpanIsPlan, Words.Count: >= 3 }
        select new Choice(NoticeTexts.In(question.Language).TheYears(notice.Words[0]), notice.Words[2]);

    /// <summary>The way out of what the place's default left out.</summary>
    public static IEnumerable<Choice> BeyondDefault(Question question) =>
        from notice in question.Notices
        where notice is { Kind: NoticeKind.DefaultMember, Words: [_, { Length: > 0 }] }
        select new Choice(NoticeTexts.In(question.Language).AllMembers, notice.Words[1]);

    private static string? Of(Notice notice, NoticeTexts texts) => notice switch
    {
        { Kind: NoticeKind.Corrected, Words: [var typed, var understood, ..] } => texts.Corrected(typed, understood),
        { Kind: NoticeKind.Translated, Words: [var typed, var searched, ..] } => texts.Translated(typed, searched),
        { Kind: NoticeKind.Ignored, Words.Count: > 0 } => texts.Ignored(notice.Words),
        { Kind: NoticeKind.Introduced, Words: [var clause, var kept] } => texts.Introduced(clause, kept),
        { Kind: NoticeKind.SpanIsPlan, Words: [var span, var plan, ..] } => texts.SpanIsPlan(span, plan),
        { Kind: NoticeKind.BadQualifier, Words: [var key, var value, ..] } => texts.BadQualifier(key, value),
        { Kind: NoticeKind.RegionIs, Words: [var typed, var region] } => texts.RegionIs(typed, region),
        { Kind: NoticeKind.DefaultMember, Words: [var member, ..] } => texts.DefaultMember(member),
        { Kind: NoticeKind.Cut, Words: [var limit, ..] } => texts.Cut(limit),
        _ => null,
    };
}
