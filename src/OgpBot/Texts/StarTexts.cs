using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about getting more starred commitments.</summary>
public abstract class StarTexts
{
    private static readonly StarTexts English = new InEnglish();

    private static readonly StarTexts Spanish = new InSpanish();

    private StarTexts() { }

    public static StarTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Title { get; }

    public abstract string Where { get; }

    public abstract string Key { get; }

    public abstract string NotPerPlan { get; }

    public abstract string Nothing { get; }

    public abstract string Starred { get; }

    public abstract string WhatIsStarred { get; }

    public abstract string Performance { get; }

    /// <summary>A rendering of the source's label, to stand beside it; null when there is none.</summary>
    public abstract string? Rendering(string name);

    private sealed class InEnglish : StarTexts
    {
        public override string Title => "How to get more starred commitments";

        public override string Where => "The page names these areas for improvement in the design and implementation of action plans:";

        public override string Key => "Shown beside them";

        public override string NotPerPlan => "Which of them apply to which action plan was a picture on the page: it is not in the source, so it is not said here.";

        public override string Nothing => "The source does not give guidance on starred commitments.";

        public override string Starred => "Starred commitments";

        public override string WhatIsStarred => "What starred means";

        public override string Performance => "Performance";

        public override string? Rendering(string name) => null;
    }

    private sealed class InSpanish : StarTexts
    {
        public override string Title => "Cómo lograr más compromisos destacados";

        public override string Where => "La página nombra estas áreas de mejora en el diseño y la implementación de los planes de acción:";

        public override string Key => "Se muestra junto a ellas";

        public override string NotPerPlan => "Cuáles se aplican a qué plan de acción era una imagen en la página: no figura en la fuente, así que aquí no se dice.";

        public override string Nothing => "La fuente no indica cómo lograr más compromisos destacados.";

        public override string Starred => "Compromisos destacados";

        public override string WhatIsStarred => "Qué es un compromiso destacado";

        public override string Performance => "Desempeño";

        public override string? Rendering(string name) => name switch
        {
            "Focus on design" => "enfocarse en el diseño",
            "Focus on implementation" => "enfocarse en la implementación",
            "Focus on objectives and impact" => "enfocarse en los objetivos y el impacto (ambición o impacto potencial)",
            "Focus on relevance to open government" => "enfocarse en la relevancia para el gobierno abierto",
            "Focus on verifiability" => "enfocarse en la verificabilidad",
            "Stars" => "estrellas, con el promedio mundial",
            _ => null,
        };
    }
}
