using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>The member that questions mean which name none.</summary>
public abstract class DefaultTexts
{
    private static readonly DefaultTexts English = new InEnglish();

    private static readonly DefaultTexts Spanish = new InSpanish();

    private DefaultTexts() { }

    public static DefaultTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Set(string member);

    public abstract string Current(string member);

    public abstract string None { get; }

    public abstract string Dropped { get; }

    public abstract string OneOnly { get; }

    /// <summary>The label of the choice that makes a member the default.</summary>
    public abstract string Use(string member);

    public abstract string CommitmentsOf(string member);

    /// <summary>The label of the choice that takes the default away.</summary>
    public abstract string Drop { get; }

    private sealed class InEnglish : DefaultTexts
    {
        public override string Set(string member) => $"From now on, questions here that name no country are about {member}. Add “all countries” to ask for every member.";

        public override string Current(string member) => $"Questions here that name no country are about {member}.";

        public override string None => "There is no default here: questions that name no country are about every member. Say, for instance, “use Peru by default”.";

        public override string Dropped => "No default any more: questions here that name no country are about every member.";

        public override string OneOnly => "Only one country can be the default here. Which one?";

        public override string Use(string member) => $"Use {member} by default";

        public override string CommitmentsOf(string member) => $"Commitments of {member}";

        public override string Drop => "No default";
    }

    private sealed class InSpanish : DefaultTexts
    {
        public override string Set(string member) => $"Desde ahora, las preguntas aquí que no nombren un país se refieren a {member}. Agrega «todos los países» para consultar todos.";

        public override string Current(string member) => $"Las preguntas aquí que no nombran un país se refieren a {member}.";

        public override string None => "Aquí no hay país por defecto: las preguntas que no nombran un país se refieren a todos los miembros. Puedes decir, por ejemplo, «usa Perú por defecto».";

        public override string Dropped => "Ya no hay país por defecto: las preguntas aquí que no nombren un país se refieren a todos los miembros.";

        public override string OneOnly => "Solo un país puede ser el valor por defecto aquí. ¿Cuál?";

        public override string Use(string member) => $"Usar {member} por defecto";

        public override string CommitmentsOf(string member) => $"Compromisos de {member}";

        public override string Drop => "Sin país por defecto";
    }
}
