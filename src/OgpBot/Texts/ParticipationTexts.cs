using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about public participation in action plans.</summary>
public abstract class ParticipationTexts
{
    private static readonly ParticipationTexts English = new InEnglish();

    private static readonly ParticipationTexts Spanish = new InSpanish();

    private ParticipationTexts() { }

    public static ParticipationTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Title { get; }

    public abstract string What { get; }

    public abstract string NoDefinition { get; }

    public abstract string Phases { get; }

    public abstract string Key { get; }

    public abstract string ValuesLost { get; }

    public abstract string ScaleChoice { get; }

    public abstract string Nothing { get; }

    public abstract string NoSuchPlan { get; }

    /// <summary>The honest gap. Names no level, lest it be taken for the answer.</summary>
    public abstract string NotGiven(string plans);

    public abstract string Given(string plans);

    public abstract string Phase(string phase);

    public abstract string CommitmentsOf(string plan);

    public abstract string PerformanceOf(string plan);

    private sealed class InEnglish : ParticipationTexts
    {
        public override string Title => "Public participation";

        public override string What => "The page's scale for public influence on the development and implementation of action plans:";

        public override string NoDefinition => "no definition in the source";

        public override string Phases => "Phases";

        public override string Key => "The page's key";

        public override string ValuesLost => "Which level each action plan reached is not in the source: the table's cells were pictures.";

        public override string ScaleChoice => "The scale and its definitions";

        public override string Nothing => "The source does not give anything about public participation.";

        public override string NoSuchPlan => "There is no such action plan in the catalog, so there is no level to give.";

        public override string NotGiven(string plans) =>
            $"The source does not give the level of public influence for {plans}, nor who could take part or whether a forum met: the cells of its table were pictures and are lost in the text.";

        public override string Given(string plans) => $"Level of public influence for {plans}.";

        public override string Phase(string phase) => phase;

        public override string CommitmentsOf(string plan) => $"Commitments of {plan}";

        public override string PerformanceOf(string plan) => $"Performance of {plan}";
    }

    private sealed class InSpanish : ParticipationTexts
    {
        public override string Title => "Participación pública";

        public override string What => "La escala de la página para la influencia pública en el desarrollo y la implementación de los planes de acción:";

        public override string NoDefinition => "sin definición en la fuente";

        public override string Phases => "Fases";

        public override string Key => "Leyenda de la página";

        public override string ValuesLost => "Qué nivel alcanzó cada plan de acción no figura en la fuente: las celdas de la tabla eran imágenes.";

        public override string ScaleChoice => "La escala y sus definiciones";

        public override string Nothing => "La fuente no indica nada sobre participación pública.";

        public override string NoSuchPlan => "No hay tal plan de acción en el catálogo; por eso no hay nivel que dar.";

        public override string NotGiven(string plans) =>
            $"{plans}: la fuente no indica el nivel de influencia pública, ni quiénes podían participar o si hubo un foro; las celdas de su tabla eran imágenes y se perdieron en el texto.";

        public override string Given(string plans) => $"{plans}: nivel de influencia pública.";

        public override string Phase(string phase) => phase switch
        {
            "Development" => "Desarrollo (Development)",
            "Implementation" => "Implementación (Implementation)",
            _ => phase,
        };

        public override string CommitmentsOf(string plan) => $"Compromisos del {plan}";

        public override string PerformanceOf(string plan) => $"Desempeño del {plan}";
    }
}
