using System.Text;
using CsCheck;
using OgpBot.Ingest;

namespace OgpBot.Tests.Ingest;

public sealed class MemberPageTests
{
    private static readonly string[] Lines = PeruPage.Text.TrimEnd('\n').Split('\n');
    private static readonly int Trap = PeruPage.Text.IndexOf("Show More", StringComparison.Ordinal) + "Show More".Length;

    // The line of facts of every commitment, from 0.
    private static readonly int[] Facts = [.. Lines.Index().Where(line => line.Item.StartsWith("    PE", StringComparison.Ordinal)).Select(line => line.Index)];

    [Fact]
    public void Everything_that_the_page_says_is_read()
    {
        var problems = new List<Problem>();

        var content = PeruPage.Read(PeruPage.Text, problems);

        Assert.Empty(problems);
        Assert.Equal(PeruPage.Said(PeruPage.Content).Order(), PeruPage.Said(content!).Order());
        Assert.All(content!.Posts, post => Assert.True(post.Teaser.IsGiven));
    }

    [Fact]
    public void Every_record_names_the_lines_it_was_read_from()
    {
        var content = PeruPage.Read(PeruPage.Text, [])!;

        Assert.All(content.Commitments, it =>
        {
            Assert.Contains(it.Title, Lines[it.Source.FirstLine - 1], StringComparison.Ordinal);
            Assert.Contains(it.Id, Lines[it.Source.LastLine - 1], StringComparison.Ordinal);
        });
        Assert.All(content.Keys, it => Assert.Contains(it.Name, Lines[it.Source.FirstLine - 1], StringComparison.Ordinal));
    }

    public static TheoryData<string> Encodings => ["utf-8 with mark", "utf-16", "utf-16 big endian", "windows line ends", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_makes_no_difference(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(PeruPage.Text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(PeruPage.Text)],
            "utf-16 big endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(PeruPage.Text)],
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(PeruPage.Text),
            _ => Encoding.UTF8.GetBytes(PeruPage.Text.Replace("\n", "\r\n")),
        };
        var problems = new List<Problem>();

        var content = PeruPage.Read(bytes, problems);

        Assert.Equal(PeruPage.Said(PeruPage.Content).Order(), PeruPage.Said(content!).Order());
        Assert.DoesNotContain(problems, problem => problem.Rejected);
    }

    [Fact]
    public void Mixed_encodings_are_read_and_each_such_line_is_remarked()
    {
        var latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Gen.Bool.Array[Lines.Length].Sample(
            asLatin =>
            {
                var bytes = Lines.Zip(asLatin).SelectMany(line => (line.Second ? latin : Encoding.UTF8).GetBytes($"{line.First}\n")).ToArray();
                var expected = Lines.Index().Where(line => asLatin[line.Index] && line.Item.Any(sign => sign > 127)).Select(line => line.Index + 1);
                var problems = new List<Problem>();

                var content = PeruPage.Read(bytes, problems);

                Assert.Equal(expected, problems.Select(problem => problem.Line));
                Assert.All(problems, problem => Assert.False(problem.Rejected));
                Assert.Equal(PeruPage.Said(PeruPage.Content).Order(), PeruPage.Said(content!).Order());
            },
            iter: 30, threads: 1);
    }

    [Fact]
    public void A_page_cut_anywhere_gives_only_whole_records_and_says_where_it_ends()
    {
        var whole = PeruPage.Said(PeruPage.Read(PeruPage.Text, [])!).ToHashSet();
        var bytes = Encoding.UTF8.GetBytes(PeruPage.Text);
        Gen.Int[0, Encoding.UTF8.GetByteCount(PeruPage.Text[..Trap]) - 1].Sample(
            cut =>
            {
                var problems = new List<Problem>();

                var content = PeruPage.Read(bytes[..cut], problems);

                Assert.NotEmpty(problems);
                Assert.All(problems, problem => Assert.InRange(problem.Line, 1, Lines.Length));
                if (content is not null)
                {
                    // The plans, and the member's prefix, follow from the list as a whole.
                    var parts = PeruPage.Said(content with { Members = [], Plans = [], Commitments = [], Keys = [], Terms = [] });
                    Assert.Subset(whole, parts.ToHashSet());
                    Assert.Subset(PeruPage.Content.Commitments.Select(it => (it.Id, it.Title, it.Areas)).ToHashSet(), content.Commitments.Select(it => (it.Id, it.Title, it.Areas)).ToHashSet());
                    Assert.Subset(PeruPage.Content.Terms.Select(it => (it.Name, it.Meaning)).ToHashSet(), content.Terms.Select(it => (it.Name, it.Meaning)).ToHashSet());
                    Assert.Subset(PeruPage.Content.Keys.Select(it => it.Name).ToHashSet(), content.Keys.Select(it => it.Name).ToHashSet());
                }
            },
            iter: 400, threads: 1);
    }

    [Fact]
    public void Broken_entries_are_rejected_with_their_lines_and_the_others_are_read()
    {
        var broken = Gen.Select(Gen.Int[0, Facts.Length - 1], Gen.Int[0, 6]).Array[3];
        broken.Where(list => list.Select(entry => entry.Item1).Distinct().Count() == 3 && Apart(list) && CopiesStandTwice(list)).Sample(
            list =>
            {
                var lines = Lines.ToArray();
                foreach (var (entry, fault) in list)
                {
                    Break(lines, Facts[entry], fault);
                }

                var problems = new List<Problem>();

                var content = PeruPage.Read(string.Join('\n', lines) + "\n", problems)!;

                foreach (var (entry, _) in list)
                {
                    Assert.Contains(problems, problem => problem.Rejected && problem.Line >= Facts[entry] - 1 && problem.Line <= Facts[entry] + 3);
                }

                // An ID that was copied from the first two entries is doubtful there too.
                var sound = PeruPage.Content.Commitments.Skip(2).Index().Where(it => list.All(entry => entry.Item1 != it.Index + 2)).Select(it => it.Item);
                var read = content.Commitments.Select(it => (it.Id, it.Title)).ToHashSet();
                Assert.Superset(sound.Select(it => (it.Id, it.Title)).ToHashSet(), read);
                Assert.Subset(PeruPage.Content.Commitments.Select(it => (it.Id, it.Title)).ToHashSet(), read);
                Assert.Equal(content.Commitments.Count, content.Commitments.Select(it => it.Id).Distinct().Count());
                Assert.Equal(24, content.Resources.Count);
            },
            iter: 100, threads: 1);
    }

    [Theory]
    [InlineData("    PE0085, 19, Justice", "“19” is not a year; found “PE0085, 19, Justice”")]
    [InlineData("    CL0085, 2019, Justice", "CL0085 does not begin with PE, as the page's other IDs do; found “CL0085, 2019, Justice”")]
    [InlineData("    PE85, 2019, Justice", "expected an ID, a year and policy areas, such as “PE0084, 2019, Justice”; found “PE85, 2019, Justice”")]
    public void A_reason_says_what_was_found_and_what_is_expected(string facts, string reason)
    {
        var lines = Lines.ToArray();
        lines[Facts[1]] = facts;
        var problems = new List<Problem>();

        PeruPage.Read(string.Join('\n', lines) + "\n", problems);

        Assert.Equal(new Problem("page.txt", Facts[1] + 1, reason), Assert.Single(problems));
    }

    [Fact]
    public void An_ID_below_two_titles_is_taken_for_neither()
    {
        var lines = Lines.ToArray();
        lines[Facts[1]] = lines[Facts[0]];
        var problems = new List<Problem>();

        var content = PeruPage.Read(string.Join('\n', lines) + "\n", problems)!;

        Assert.Equal([Facts[0] + 1, Facts[1] + 1], problems.Select(problem => problem.Line));
        Assert.Equal(102, content.Commitments.Count);
        Assert.DoesNotContain(content.Commitments, it => it.Id is "PE0084" or "PE0085");
    }

    private static bool Apart((int Entry, int)[] list) => list.Select(entry => entry.Entry).Order().ToArray() is [var a, var b, var c] && b - a > 1 && c - b > 1;

    /// <summary>
    /// A copied ID must still stand where it was copied from: an ID that stands once, below another title, looks like any other entry.
    /// </summary>
    private static bool CopiesStandTwice((int Entry, int Fault)[] list) =>
        list.Where(entry => entry.Fault == 3).All(copy => list.All(other => other == copy || other.Entry > 1));

    private static void Break(string[] lines, int facts, int fault) => lines[fault == 2 ? facts + 1 : facts] = fault switch
    {
        0 => "",
        1 => lines[facts].Replace(", 20", ", 3", StringComparison.Ordinal),
        2 => lines[facts],
        3 => lines[facts == Facts[0] ? Facts[1] : Facts[0]],
        4 => new string('x', 100_000),
        5 => $"    {lines[facts].Trim()[6..]}",
        _ => "    \u0001\u0002 ???, ; ,,, ",
    };
}
