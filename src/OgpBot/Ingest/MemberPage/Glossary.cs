using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads the page's short definitions as terms: levels, codes, and what a heading's first sentence defines.</summary>
internal static class Glossary
{
    public static IReadOnlyList<Term> Read(Page page)
    {
        Term?[] terms =
        [
            Sentence(
                page[Headings.Stars], "Starred commitments", "Starred commitments in OGP are ", leaveOut: true,
                ["Starred commitment", "Starred", "Star", "Stars"]),
            Sentence(
                page[Headings.Performance], "Commitment Performance", "The following variables answer ", leaveOut: false,
                ["Did this commitment open government?", "Performance"]),
            .. page[Headings.Participation].Said.Select(line => Level(page, line)),
            Below(page[Headings.GlobalReport], "Action implications", ["Action implication"]),
            Below(page[Headings.GlobalReport], "IRM-based findings", ["IRM-based finding", "Finding codes"]),
            .. page[Headings.GlobalReport].Said.Select(line => Code(page, line)),
            Below(page[Headings.GlobalReport], "Third-party scores", ["Third-party score", "3rd-Party Score"]),
        ];
        return [.. terms.OfType<Term>().DistinctBy(term => term.Key)];
    }

    private static Term? Level(Page page, Line line) => Keys.Definition(line) is { } level ? Term(page, line, line, level.Name, [], level.Meaning) : null;

    // "(ER) Showed Early Results: At least one …"; without a colon the name is all there is.
    private static Term? Code(Page page, Line line)
    {
        if (Keys.Code().Match(line.Text) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["meaning"].Value.Split(": ", 2) is [var before, _] ? before : match.Groups["meaning"].Value.TrimEnd('.');
        var meaning = match.Groups["meaning"].Value.Split(": ", 2)[^1];
        var bare = name.Split(' ', 2) is ["Was" or "Showed", var rest] ? rest : null;
        return Term(page, line, line, name, bare is null ? [match.Groups["code"].Value] : [match.Groups["code"].Value, bare], meaning);
    }

    // A line that begins so, up to the end of its first sentence. A beginning that only repeats the name is left out.
    private static Term? Sentence(Section section, string name, string beginning, bool leaveOut, Values<string> also) =>
        section.Said.FirstOrDefault(line => line.Text.StartsWith(beginning, StringComparison.Ordinal)) is { } line
            ? Term(section.Page, line, line, name, also, FirstSentence(leaveOut ? line.Text[beginning.Length..] : line.Text))
            : null;

    // The line below a heading, up to the end of its first sentence.
    private static Term? Below(Section section, string heading, Values<string> also) =>
        section.Said.SkipWhile(line => line.Text != heading).Take(2).ToList() is [var title, var line]
            ? Term(section.Page, title, line, heading, also, FirstSentence(line.Text))
            : null;

    // A full stop ends a sentence only before a capital: "i.e., performance" goes on.
    public static string FirstSentence(string text)
    {
        for (var stop = text.IndexOf(". ", StringComparison.Ordinal); stop > 0; stop = text.IndexOf(". ", stop + 1, StringComparison.Ordinal))
        {
            if (char.IsUpper(text[stop + 2]))
            {
                return text[..(stop + 1)];
            }
        }

        return text;
    }

    private static Term Term(Page page, Line first, Line last, string name, Values<string> also, string meaning) =>
        new(Slug.Of(name), name, also, meaning, page.SourceOf(first, last));
}
