using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Texts;

namespace OgpBot.Tests.Conventions;

public sealed partial class TextConventionTests
{
    private const BindingFlags Anything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>What reads alike in both languages.</summary>
    private static readonly HashSet<string> Alike = new(StringComparer.Ordinal) { "FigureTexts.get_Total" };

    public static TheoryData<string> Classes { get; } = [.. TextClasses().Select(type => type.Name)];

    [Fact]
    public void The_texts_are_found() => Assert.Contains(nameof(CardTexts), TextClasses().Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Classes))]
    public void Each_text_is_said_in_English_and_in_Spanish(string name)
    {
        var type = TextClasses().Single(type => type.Name == name);

        var said = Said(In(type, Language.English)).Zip(Said(In(type, Language.Spanish))).ToArray();

        Assert.NotEmpty(said);
        var same = said.Where(pair => pair.First.Text == pair.Second.Text && Letters().IsMatch(WithoutData(pair.First.Text)) && !Alike.Contains(pair.First.Member));
        Assert.Empty(same);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Spanish_texts_hold_no_English_and_English_ones_no_Spanish(string name)
    {
        var type = TextClasses().Single(type => type.Name == name);

        Assert.All(Said(In(type, Language.Spanish)), said => Assert.False(English().IsMatch(WithoutQuotes(said.Text)), $"{said}"));
        Assert.All(Said(In(type, Language.English)), said => Assert.False(Spanish().IsMatch(WithoutQuotes(said.Text)), $"{said}"));
    }

    [Fact]
    public void The_page_has_the_same_texts_in_both_languages()
    {
        var (english, spanish) = (PageTexts("en"), PageTexts("es"));

        Assert.Equal(english.Keys.Order(), spanish.Keys.Order());
        Assert.Equal(["suggest3"], english.Keys.Where(key => english[key] == spanish[key]));
        Assert.All(english.Concat(spanish), text => Assert.NotEmpty(text.Value.Trim()));
    }

    [Fact]
    public void The_page_uses_each_of_its_texts()
    {
        var page = string.Concat(Repository.Files("src/OgpBot.Host/WebChat/Page", "*").Where(path => !path.EndsWith(".json", StringComparison.Ordinal)).Select(Repository.Read));

        // Failures are named by their key: new Failure('offline').
        Assert.All(PageTexts("en").Keys, key => Assert.True(
            page.Contains($$$"""{{{{{key}}}}}""", StringComparison.Ordinal) || page.Contains($"texts.{key}", StringComparison.Ordinal) || page.Contains($"'{key}'", StringComparison.Ordinal), key));
    }

    /// <summary>The bot's own, and those of the channels.</summary>
    private static IEnumerable<Type> TextClasses() => typeof(CardTexts).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: false } && type.Namespace == typeof(CardTexts).Namespace)
        .Concat(typeof(BlockKitRenderer).Assembly.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: false } && type.Name.EndsWith("Texts", StringComparison.Ordinal)))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static object In(Type type, Language language) => type.GetMethod("In", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [language])!;

    /// <summary>Everything that each language has to say by itself, called with several arguments; always in the same order.</summary>
    private static IEnumerable<(string Member, string Text)> Said(object texts) =>
        from method in texts.GetType().BaseType!.GetMethods(Anything)
        where method.IsAbstract && method.ReturnType == typeof(string)
        orderby method.ToString()
        from variant in Enumerable.Range(0, method.GetParameters().Any(parameter => parameter.ParameterType.IsEnum) ? 24 : 4)
        select ($"{texts.GetType().BaseType!.Name}.{method.Name}", Call(method, texts, new Sample(variant)));

    private static string Call(MethodInfo method, object texts, Sample sample)
    {
        try
        {
            return (string?)method.Invoke(texts, [.. method.GetParameters().Select(parameter => sample.Of(parameter.ParameterType))]) ?? "";
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ArgumentOutOfRangeException)
        {
            // Not every value has a text; which have one is the same in both languages.
            return "";
        }
    }

    private static Dictionary<string, string> PageTexts(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read($"src/OgpBot.Host/WebChat/Page/texts.{language}.json"))!;

    private static string WithoutData(string text) => text.Replace(Sample.Word, "", StringComparison.Ordinal);

    /// <summary>Words of the source, and precise questions, stay as they are.</summary>
    private static string WithoutQuotes(string text) => Quoted().Replace(text, "");

    [GeneratedRegex(@"\p{L}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"«[^»]*»|“[^”]*”|\w+:\S+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(the|and|of|with|is|are|was|this|that|which|from|for|not|source|year|none)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(el|la|los|las|de|del|con|es|son|que|fuente|año|ninguno)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Spanish();
}
