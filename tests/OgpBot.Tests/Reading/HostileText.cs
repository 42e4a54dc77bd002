using CsCheck;

namespace OgpBot.Tests.Reading;

/// <summary>Texts that were never meant as questions, and questions with something thrown into them.</summary>
internal static class HostileText
{
    public static IReadOnlyList<string> Samples { get; } =
    [
        "\uD83D", "\uDE00\uD83D", "PE00\uD83D62", "\0", "PE\00062", "\u202Ejustice\u202C 2017", "العدالة 2017", "правосудие", "正义承诺",
        "'; drop table commitments; --", "\" or 1=1 --", "NEAR(justice, 5) AND title:*", "{{7*7}} ${jndi:ldap://x}", "<script>alert(1)</script>", "../../etc/passwd",
        "<at>OgpBot", "<@U012", "<https://", "https://", "http://|||>", "<at></at></at>", "area:", "area:\"", "area:\"\\", "-", "-:", ":", "::", "a:b:c", "\"", "\\", "year:\"20\\17\"",
        "plan", "plan plan plan", "plans 1 and", "not", "not not not", "compare", "compare compare", "between", "between 2015", "between 2015 and", "2015 to", "to 2015", "PE0001 to", "PE0001..", "PE0099-",
        "number", "page", "page 99999999999999999999", "top 99999999999999999999", "number -1", "99999999999999999999", "PE99999999999999", "year:99999", "0", "0000", "1 2 3 4 5", "₂₀₁₇ ²⁰¹⁷", "٢٠١٧",
    ];

    private static readonly string[] Bits =
    [
        "PE0062", "pe 62", "PEOO62", "2017", "2017-2019", "2015 to 2017", "plan 3", "AP2", "justice", "datos abiertos", "not", "except", "sin", "and", "y", "or", ",", "?", "how many", "compare", "vs",
        "by area", "per plan", "top 3", "next", "number 2", "drop", "the year", "only", "starred", "★", "in Spanish", "area:justice", "-area:\"open data\"", "year:2017", "what is", "PE0001 to PE0009",
        "about", "sobre", "participation", "global report", "irm report", "since", "before", "between", "antes de", "hasta", ">=", "<", "\"", "\\", "-", "|", "(", ")", "*", "\u200B", "\uD83D", "\0", "👩‍👩‍👧",
    ];

    /// <summary>Repeats that make careless patterns slow.</summary>
    private static readonly Gen<string> Repeats = Gen.Select(
        Gen.OneOf("a", "a ", " ", "-", ".", "..", "\"", "\\", "area:", "area:\"", "<at>", "<at ", "https://", "https://a.", "<https://a|", "not ", "and ", "PE0001 to ", "2017-", "0", "1 ", "@ogp", "e\u0301", "\u0301", "👩‍", "\uD83D", ">=", "plan "),
        Gen.OneOf(2, 50, 999, 1000, 1001, 10_000),
        (text, times) => string.Concat(Enumerable.Repeat(text, Math.Max(1, times / text.Length))));

    private static readonly Gen<string> Mixed = Gen.OneOf(Bits).Array[1, 12].Select(bits => string.Join(' ', bits));

    /// <summary>Any UTF-16 at all, lone surrogates included.</summary>
    private static readonly Gen<string> Units = Gen.UShort.Array[0, 80].Select(units => new string([.. units.Select(unit => (char)unit)]));

    public static Gen<string> Any { get; } = Gen.Frequency((6, Mixed), (2, Units), (2, Gen.String), (1, Repeats), (1, Gen.OneOf(Samples.ToArray())));
}
