using CsCheck;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class FoldingTests
{
    // Invisible and dropped: it only takes a text off the short way for ASCII.
    private const char ZeroWidthSpace = '\u200b';

    [Fact]
    public void Plain_text_folds_the_same_with_and_without_an_invisible_character()
    {
        Gen.Char['\0', '\x7f'].Array[0, 700].Sample(letters =>
        {
            var text = new string(letters);

            Assert.Equal(Folding.Fold(text + ZeroWidthSpace), Folding.Fold(text));
        });
    }

    [Theory]
    [InlineData("  Open\tGovernment \r\n Data ", "open government data")]
    [InlineData("It`s OK", "it's ok")]
    [InlineData("Perú – “Justicia”", "peru - \"justicia\"")]
    [InlineData("already folded", "already folded")]
    [InlineData(" \t ", "")]
    public void Case_accents_quotes_dashes_and_spaces_make_no_difference(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("e-government: 2015–16!", new[] { "e", "government", "2015", "16" })]
    [InlineData("¿Qué es 𝒳?", new[] { "que", "es", "x" })]
    [InlineData("a \ud800 b", new[] { "a", "b" })]
    [InlineData("...", new string[0])]
    public void Words_are_runs_of_letters_and_digits(string text, string[] words) => Assert.Equal(words, Folding.Words(text));
}
