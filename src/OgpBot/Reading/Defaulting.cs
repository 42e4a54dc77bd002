using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Narrows a question that names no member to the default of the place where it is asked.</summary>
public static class Defaulting
{
    /// <summary>True when a default may narrow it: it asks for records of members, and neither names nor groups by any.</summary>
    public static bool Fits(Question question, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return vocabulary.Members.Count > 1
            && question is
            {
                Verb: Verb.Find or Verb.Show or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot or Verb.Brief,
                Topic: not (Topic.Members or Topic.Glossary or Topic.Data),
                By: not (Field.Member or Field.Region),
                Across: not (Field.Member or Field.Region),
                Filter: { Title: null, Ids: [] },
            }
            && question.Filter.OfMembers() == Filter.None;
    }

    /// <summary>The question about that member, which says so and offers the way back to all.</summary>
    public static Question Narrow(Question question, string member)
    {
        ArgumentNullException.ThrowIfNull(question);
        var all = CanonicalQuery.Print(question with { Filter = question.Filter with { AllMembers = true } });
        return question with
        {
            Filter = question.Filter with { Members = [member] },
            Notices = [.. question.Notices, new Notice(NoticeKind.DefaultMember, [member, all])],
        };
    }
}
