using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about how commitments did.</summary>
public abstract class PerformanceTexts
{
    private static readonly PerformanceTexts English = new InEnglish();

    private static readonly PerformanceTexts Spanish = new InSpanish();

    private PerformanceTexts() { }

    public static PerformanceTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Title { get; }

    public abstract string Major { get; }

    public abstract string Outstanding { get; }

    public abstract string Starred { get; }

    public abstract string What { get; }

    public abstract string AllPlans { get; }

    public abstract string StarredCommitments { get; }

    public abstract string Summary(int plans);

    public abstract string NoFigures(string plan);

    public abstract string NoFiguresKey(string key);

    /// <summary>Figures as printed, in place of a row.</summary>
    public abstract string ColumnLost(string figures);

    public abstract string LostColumn(string plan, string figures);

    public abstract string RecordUnlabelled(string scope, string figures);

    public abstract string NoRow(string plans);

    public abstract string NothingLoaded { get; }

    public abstract string CommitmentsOf(string plan);

    /// <summary>Global or Regional, as the source's heading, in the person's language.</summary>
    public abstract string Scope(string scope);

    private sealed class InEnglish : PerformanceTexts
    {
        public override string Title => "Commitment performance";

        public override string Major => "Major";

        public override string Outstanding => "Outstanding";

        public override string Starred => "Starred commitments";

        public override string What =>
            "Each figure counts commitments that opened government in a Major or Outstanding way, or that are starred, as assessed by the IRM.";

        public override string AllPlans => "Performance of all plans";

        public override string StarredCommitments => "Starred commitments";

        public override string NothingLoaded => "The source gives no performance figures.";

        public override string Summary(int plans) => plans == 1 ? "Performance of 1 action plan." : $"Performance of {plans} action plans.";

        public override string NoFigures(string plan) => $"The source does not give any performance figure for {plan}: its row is empty.";

        public override string NoFiguresKey(string key) => $"The page's key has the signs {key}; which of them stands in that row is not in the source.";

        public override string ColumnLost(string figures) => $"{figures} (column not in the source)";

        public override string LostColumn(string plan, string figures) =>
            $"For {plan} the source prints only {figures} for three columns: whether it counts Major, Outstanding or starred commitments is not in the source.";

        public override string RecordUnlabelled(string scope, string figures) =>
            $"{scope}, most per action plan: the source prints {figures}, which is fewer figures than columns. Which belong to Major, Outstanding or starred is not in the source.";

        public override string NoRow(string plans) => $"The performance table has no row for that plan. It has: {plans}.";

        public override string CommitmentsOf(string plan) => $"Commitments of {plan}";

        public override string Scope(string scope) => scope;
    }

    private sealed class InSpanish : PerformanceTexts
    {
        public override string Title => "Desempeño de los compromisos";

        public override string Major => "Mayor (Major)";

        public override string Outstanding => "Excepcional (Outstanding)";

        public override string Starred => "Destacados (Starred commitments)";

        public override string What =>
            "Cada cifra cuenta compromisos que abrieron el gobierno de forma mayor o excepcional, o que son destacados, según la evaluación del IRM.";

        public override string AllPlans => "Desempeño de todos los planes";

        public override string StarredCommitments => "Compromisos destacados";

        public override string NothingLoaded => "La fuente no indica cifras de desempeño.";

        public override string Summary(int plans) => plans == 1 ? "Desempeño de 1 plan de acción." : $"Desempeño de {plans} planes de acción.";

        public override string NoFigures(string plan) => $"{plan}: la fuente no indica ninguna cifra de desempeño; su fila está vacía.";

        public override string NoFiguresKey(string key) => $"La leyenda de la página tiene los signos {key}; cuál de ellos está en esa fila no figura en la fuente.";

        public override string ColumnLost(string figures) => $"{figures} (la columna no figura en la fuente)";

        public override string LostColumn(string plan, string figures) =>
            $"{plan}: la fuente imprime solo {figures} para tres columnas; si cuenta compromisos Major, Outstanding o destacados no figura en la fuente.";

        public override string RecordUnlabelled(string scope, string figures) =>
            $"{scope}, máximo por plan de acción: la fuente imprime {figures}, menos cifras que columnas. Cuál es de Major, Outstanding o destacados no figura en la fuente.";

        public override string NoRow(string plans) => $"La tabla de desempeño no tiene fila para ese plan. Tiene: {plans}.";

        public override string CommitmentsOf(string plan) => $"Compromisos del {plan}";

        public override string Scope(string scope) => scope switch
        {
            "Global" => "Mundial (Global)",
            "Regional" => "Regional",
            _ => scope,
        };
    }
}
