using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about action plans.</summary>
public abstract class PlanTexts
{
    private static readonly PlanTexts English = new InEnglish();

    private static readonly PlanTexts Spanish = new InSpanish();

    private PlanTexts() { }

    public static PlanTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Year { get; }

    public abstract string Span { get; }

    public abstract string SpanNotStated { get; }

    public abstract string Commitments { get; }

    public abstract string StatedCommitments { get; }

    public abstract string AreaFocus { get; }

    public abstract string Starred { get; }

    public abstract string Current { get; }

    public abstract string Inferred { get; }

    public abstract string SpansDiffer { get; }

    public abstract string Performance { get; }

    public abstract string Areas { get; }

    public abstract string All { get; }

    public abstract string PerPlan { get; }

    public abstract string ItsCommitments { get; }

    public abstract string Participation { get; }

    public abstract string Listed(int total);

    public abstract string CommitmentCount(int count);

    public abstract string InTitles(string spans);

    public abstract string Summary(string plan, string member, string when, int commitments, bool current);

    public abstract string NoSuchPlan(string existing);

    private sealed class InEnglish : PlanTexts
    {
        public override string Year => "Year of its commitments";

        public override string Span => "Span";

        public override string SpanNotStated => "not stated on the page";

        public override string Commitments => "Commitments in the list";

        public override string StatedCommitments => "Commitments, as the page states";

        public override string AreaFocus => "Policy area focus";

        public override string Starred => "Starred commitments";

        public override string Current => "current plan";

        public override string Inferred => "Which number belongs to which year is inferred from the order of the years: the source does not state them together.";

        public override string SpansDiffer => "Resource titles give more than one span for this plan; they are quoted as written.";

        public override string Performance => "Performance";

        public override string Areas => "Policy areas";

        public override string All => "All action plans";

        public override string PerPlan => "Commitments per plan";

        public override string ItsCommitments => "Its commitments";

        public override string Participation => "Public participation";

        public override string Listed(int total) => total == 1 ? "1 action plan." : $"{total} action plans.";

        public override string CommitmentCount(int count) => count == 1 ? "1 commitment" : $"{count} commitments";

        public override string InTitles(string spans) => $"resource titles say {spans}";

        public override string Summary(string plan, string member, string when, int commitments, bool current) =>
            $"{plan} of {member}, {when}: {CommitmentCount(commitments)}.{(current ? " It is the current plan." : "")}";

        public override string NoSuchPlan(string existing) => $"There is no such action plan in the catalog. It holds: {existing}.";
    }

    private sealed class InSpanish : PlanTexts
    {
        public override string Year => "Año de sus compromisos";

        public override string Span => "Período";

        public override string SpanNotStated => "no figura en la página";

        public override string Commitments => "Compromisos en la lista";

        public override string StatedCommitments => "Compromisos, según la página";

        public override string AreaFocus => "Áreas de política en foco";

        public override string Starred => "Compromisos destacados";

        public override string Current => "plan actual";

        public override string Inferred => "Qué número corresponde a qué año se deduce del orden de los años: la fuente no los indica juntos.";

        public override string SpansDiffer => "Los títulos de los recursos dan más de un período para este plan; se citan tal como están escritos.";

        public override string Performance => "Desempeño";

        public override string Areas => "Áreas de política";

        public override string All => "Todos los planes de acción";

        public override string PerPlan => "Compromisos por plan";

        public override string ItsCommitments => "Sus compromisos";

        public override string Participation => "Participación pública";

        public override string Listed(int total) => total == 1 ? "1 plan de acción." : $"{total} planes de acción.";

        public override string CommitmentCount(int count) => count == 1 ? "1 compromiso" : $"{count} compromisos";

        public override string InTitles(string spans) => $"los títulos de los recursos dicen {spans}";

        public override string Summary(string plan, string member, string when, int commitments, bool current) =>
            $"{plan} de {member}, {when}: {CommitmentCount(commitments)}.{(current ? " Es el plan actual." : "")}";

        public override string NoSuchPlan(string existing) => $"No hay tal plan de acción en el catálogo. Contiene: {existing}.";
    }
}
