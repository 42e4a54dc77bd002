using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said when the bot comes to a place.</summary>
public abstract class WelcomeTexts
{
    private static readonly WelcomeTexts English = new InEnglish();

    private static readonly WelcomeTexts Spanish = new InSpanish();

    private WelcomeTexts() { }

    public static WelcomeTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>After the greeting, in a place of several people.</summary>
    public abstract string MentionMe { get; }

    /// <summary>That the bot can also speak first.</summary>
    public abstract string Following { get; }

    /// <param name="name">Who brought the bot there.</param>
    public abstract string AddedBy(string name);

    private sealed class InEnglish : WelcomeTexts
    {
        public override string MentionMe => "Here I answer when you mention me.";

        public override string Following => "I can also tell you of what is new: say for example “new resources every Monday at 9:00”.";

        public override string AddedBy(string name) => $"{name} added me.";
    }

    private sealed class InSpanish : WelcomeTexts
    {
        public override string MentionMe => "Aquí respondo cuando me mencionas.";

        public override string Following => "También puedo avisar de lo nuevo: di por ejemplo «nuevos recursos cada lunes a las 9:00».";

        public override string AddedBy(string name) => $"Me agregó {name}.";
    }
}
