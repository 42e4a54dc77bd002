using System.Globalization;
using CsCheck;
using OgpBot.Conversations;

namespace OgpBot.Tests.Conversations;

public sealed class PlainTextTests
{
    [Fact]
    public void Each_record_is_one_line_with_number_ID_star_title_and_details()
    {
        var lines = PlainText.Of(SampleReplies.Page).Split('\n');

        Assert.Contains("8. PE0080 · Creating a Repository of Studies on Sanitation · 2017 · E-Government", lines);
        Assert.Contains("10. PE0062 · ★ starred · Reusable Open Data · 2015 · Open Data", lines);
    }

    [Fact]
    public void The_total_and_the_page_are_stated()
    {
        Assert.Contains("Page 1 of 2 · 18 in all", PlainText.Of(SampleReplies.Page), StringComparison.Ordinal);
        Assert.Contains("Página 2 de 2 · 12 en total", PlainText.Of(SampleReplies.Resources), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_the_heading_names_is_not_named_again()
    {
        var reply = SampleReplies.Page with { Blocks = [new Heading("18 commitments: 2017. Page 1 of 2.")] };

        Assert.Single(PlainText.Of(reply).Split('\n'), line => line.Contains("Page 1 of 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_total_that_the_words_leave_out_is_added()
    {
        var silent = new Reply("Commitments of Peru.") { Total = 104 };

        Assert.Contains("104 in all", PlainText.Of(silent), StringComparison.Ordinal);
        Assert.DoesNotContain("104 in all", PlainText.Of(silent with { Text = "104 commitments." }), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_stand_on_one_line_with_their_labels()
    {
        var ranking = PlainText.Of(SampleReplies.Ranking).Split('\n');
        var comparison = PlainText.Of(SampleReplies.Comparison).Split('\n');

        Assert.Contains("Public Service Delivery: 23", ranking);
        Assert.Contains("2019: 21", comparison);
        Assert.Contains("Justice — 2017: 2 · 2019: 3", comparison);
    }

    [Fact]
    public void A_record_in_full_has_a_line_for_each_fact_and_its_address_once()
    {
        var lines = PlainText.Of(SampleReplies.Single).Split('\n');

        Assert.Contains("PE0062 · ★ starred · Reusable Open Data", lines);
        Assert.Contains("Policy area: Open Data", lines);
        Assert.Single(lines, line => line.Contains("https://", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_words_are_not_said_twice()
    {
        var reply = new Reply("Hello.", new Prose("Hello. Ask me."));

        Assert.Equal("Hello. Ask me.", PlainText.Of(reply));
    }

    [Fact]
    public void Text_of_any_reply_is_valid_Unicode_without_control_characters() =>
        GeneratedReplies.Replies.Sample(
            reply => PlainText.Of(reply) is var text && text.EnumerateRunes().All(rune => rune.Value == '\n' || !char.IsControl((char)Math.Min(rune.Value, 0xFFFF))) && IsValid(text),
            iter: 60);

    [Fact]
    public void A_cut_text_fits_and_loses_whole_letters_only() =>
        Gen.Select(GeneratedReplies.Texts.Select(PlainText.Clean), Gen.Int[1, 120]).Sample((text, most) =>
        {
            var cut = PlainText.Cut(text, most);
            if (text.Length <= most)
            {
                return cut == text;
            }

            var kept = cut[..^1];
            var whole = StringInfo.ParseCombiningCharacters(text).Contains(kept.Length) || string.IsNullOrWhiteSpace(text[kept.Length..(kept.Length + 1)]);
            var giant = StringInfo.GetNextTextElementLength(text) >= most;
            return cut.Length <= most && cut[^1] == '…' && text.StartsWith(kept, StringComparison.Ordinal) && IsValid(cut) && (whole || giant);
        });

    [Theory]
    [InlineData("https://www.opengovpartnership.org/members/peru/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//evil.example", false)]
    [InlineData("https://www.opengovpartnership.org@evil.example/", false)]
    [InlineData("not an address", false)]
    [InlineData(null, false)]
    public void Only_plain_web_addresses_become_links(string? url, bool expected) => Assert.Equal(expected, PlainText.WebAddress(url) is not null);

    private static bool IsValid(string text) => !text.Where((letter, index) =>
        (char.IsHighSurrogate(letter) && !(index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])))
        || (char.IsLowSurrogate(letter) && !(index > 0 && char.IsHighSurrogate(text[index - 1])))).Any();
}
