using System.Text;
using CsCheck;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Educación", "educacion")]
    [InlineData("AÑO", "ano")]
    [InlineData("  two \t\r\n spaces\u00A0here  ", "two spaces here")]
    [InlineData("2017–2019", "2017-2019")]
    [InlineData("2017−2019", "2017-2019")]
    [InlineData("“quoted” «así»", "\"quoted\" \"asi\"")]
    [InlineData("Peru’s", "peru's")]
    [InlineData("zero\u200Bwidth\u00AD\uFEFF", "zerowidth")]
    [InlineData("\u202Eright to left\u202C", "right to left")]
    [InlineData("ＰＥ００６２", "pe0062")]
    [InlineData("ﬁscal", "fiscal")]
    [InlineData("a\0b", "a b")]
    [InlineData("", "")]
    public void Writings_of_the_same_text_meet(string typed, string folded)
    {
        Assert.Equal(folded, Folding.Fold(typed));
    }

    [Theory]
    [InlineData("D83D")]
    [InlineData("DE00")]
    [InlineData("FFFE")]
    public void What_is_no_character_becomes_a_replacement_sign(string unit)
    {
        var text = "x" + (char)Convert.ToUInt16(unit, 16);

        Assert.Equal("x\uFFFD", Folding.Fold(text));
    }

    [Fact]
    public void A_folded_text_stays_as_it_is()
    {
        HostileText.Any.Sample(text => Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text))), iter: 1000);
    }

    [Fact]
    public void Every_single_character_folds_to_something_that_stays()
    {
        // Beyond lie unassigned planes and private use.
        for (var code = 0; code <= 0x1FFFF; code++)
        {
            if (Rune.TryCreate(code, out var rune))
            {
                var folded = Folding.Fold(rune.ToString());

                Assert.True(folded == Folding.Fold(folded), $"U+{code:X4} folds to {folded}, then to {Folding.Fold(folded)}");
            }
        }
    }

    [Fact]
    public void Words_hold_letters_and_digits_only()
    {
        HostileText.Any.Sample(text => Assert.All(Folding.Words(text), word => Assert.All(word.EnumerateRunes(), rune => Assert.True(Rune.IsLetterOrDigit(rune)))), iter: 1000);
    }

    [Fact]
    public void Plain_text_folds_the_same_with_and_without_an_invisible_character()
    {
        // Invisible and dropped: it only takes a text off the short way for ASCII.
        Gen.Char['\0', '\x7f'].Array[0, 700].Sample(letters =>
        {
            var text = new string(letters);

            Assert.Equal(Folding.Fold(text + '\u200b'), Folding.Fold(text));
        });
    }
}
