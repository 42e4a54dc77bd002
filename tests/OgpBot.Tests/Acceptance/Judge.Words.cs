using System.Text.RegularExpressions;

namespace OgpBot.Tests.Acceptance;

/// <summary>How answers say things, in English and Spanish; all of it is matched against folded text.</summary>
internal sealed partial class Judge
{
    private static readonly Dictionary<string, Regex> Actions = new()
    {
        ["help"] = Named("help"),
        ["greet"] = Named("greet|help"),
        ["subscribe"] = Named("subscribe|follow"),
        ["unsubscribe"] = Named("unsubscribe|unfollow"),
        ["members"] = Named("list-members"),
        ["pause"] = Named("pause-subscription"),
        ["list-subs"] = Named("list-subscriptions"),
    };

    private static Regex Named(string intents) => new($"^(?:{intents})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex("does(?: not|n't) (?:say|give|state|hold|include|list|have)|not (?:in|given|stated|available|published|specified|listed)|no (?:dice|da|indica|figura|consta|esta|hay)|pending|no data|no figure|unknown|no policy area|none", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"exception|stack trace|\bat [a-z0-9_.]+\(|internal server error", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fault();

    [GeneratedRegex(@"\b(?:no|none|ningun|ninguna|not found|nothing)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nothing();

    [GeneratedRegex("no more|all shown|that is all|that's all|no hay mas|last page", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastPage();
}
