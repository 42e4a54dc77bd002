using CsCheck;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class SpellingTests(PeruWords words) : IClassFixture<PeruWords>
{
    private enum Slip
    {
        Missing,
        Doubled,
        Swapped,
        Wrong,
    }

    /// <summary>The first letter is typed right: slips there are rare, and correcting them turns one word into another.</summary>
    [Fact]
    public void One_slip_in_a_longer_word_of_an_area_is_corrected()
    {
        var book = Phrasebook.For(words.Vocabulary);
        var names = words.Vocabulary.Areas.SelectMany(Folding.Words).Where(word => word.Length >= 6).Distinct().ToArray();

        Gen.Select(Gen.OneOf(names), Gen.Enum<Slip>(), Gen.Int[1, 30], Gen.Char['a', 'z']).Sample((word, slip, at, letter) =>
        {
            var typed = Mistyped(word, slip, 1 + at % (word.Length - 2), letter);

            // A slip can make another word ("capacity" and "opacity" would both be fine).
            var corrected = book.Knows(typed) ? null : book.Spelling.Correct(typed);
            Assert.True(typed == word || book.Knows(typed) || corrected == word || Near(typed, corrected), $"{typed} was meant as {word}, read as {corrected}");
        });
    }

    /// <summary>Several words can be one slip away: the better known one is taken.</summary>
    private static bool Near(string typed, string? corrected) => corrected is not null && Spelling.Distance(typed, corrected, 1) <= 1;

    private static string Mistyped(string word, Slip slip, int at, char letter) => slip switch
    {
        Slip.Missing => word.Remove(at, 1),
        Slip.Doubled => word.Insert(at, word[at].ToString()),
        Slip.Swapped => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        _ => word[..at] + letter + word[(at + 1)..],
    };

    [Theory]
    [InlineData("jusitce commitments", "area:justice", "jusitce", "justice")]
    [InlineData("comitments on educaton", "area:education", "educaton", "education")]
    [InlineData("compromisos de eduacion", "area:education", "eduacion", "educacion")]
    [InlineData("anticoruption 2019", "area:anti-corruption year:2019", "anticoruption", "anticorruption")]
    [InlineData("stared commitments", "is:starred", "stared", "starred")]
    public void A_slip_is_corrected_and_the_answer_says_so(string typed, string query, string wrong, string right)
    {
        var question = words.Read(typed);

        Assert.Equal(query, CanonicalQuery.Print(question));
        Assert.Contains(new Notice(NoticeKind.Corrected, [wrong, right]), question.Notices);
    }

    [Theory]
    [InlineData("what are the commitments for each year")]
    [InlineData("could you reach the team about their plans")]
    [InlineData("¿cuáles son los compromisos que están en el plan actual?")]
    [InlineData("tell me when the other documents were published")]
    [InlineData("commitments about lawyers and extractive industries")]
    [InlineData("PE0062 2017 ap2")]
    public void Ordinary_words_are_left_alone(string typed)
    {
        Assert.DoesNotContain(words.Read(typed).Notices, notice => notice.Kind == NoticeKind.Corrected);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("xyzzyplugh")]
    [InlineData("2o17")]
    [InlineData("")]
    public void What_is_near_no_word_is_left_alone(string word)
    {
        Assert.Null(Phrasebook.For(words.Vocabulary).Spelling.Correct(word));
    }

    [Theory]
    [InlineData("contractor")]
    [InlineData("contrator")]
    public void Neither_a_typo_of_the_source_nor_its_right_spelling_is_corrected(string word)
    {
        Assert.DoesNotContain(words.Read($"{word} commitments").Notices, notice => notice.Kind == NoticeKind.Corrected);
    }
}
