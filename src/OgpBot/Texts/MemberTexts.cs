using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about countries and localities.</summary>
public abstract class MemberTexts
{
    private static readonly MemberTexts English = new InEnglish();

    private static readonly MemberTexts Spanish = new InSpanish();

    private MemberTexts() { }

    public static MemberTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Since { get; }

    public abstract string Prefix { get; }

    public abstract string Region { get; }

    public abstract string CurrentPlan { get; }

    public abstract string Plans { get; }

    public abstract string Commitments { get; }

    public abstract string Starred { get; }

    public abstract string Resources { get; }

    public abstract string Performance { get; }

    public abstract string Areas { get; }

    public abstract string Data { get; }

    public abstract string Joined(string member, string year);

    public abstract string JoinedUnknown(string member);

    /// <param name="scope">Where, in words; empty for everywhere.</param>
    public abstract string Loaded(int total, string first, string scope);

    /// <summary>How many members have commitments of a kind.</summary>
    /// <param name="commitments">Those, counted, as a sentence.</param>
    public abstract string Having(int members, int loaded, string commitments);

    /// <summary>How many members have nothing of a kind.</summary>
    /// <param name="kind">The kind, as conditions.</param>
    public abstract string Lacking(int members, int of, string kind);

    /// <summary>On the button that leads to the others.</summary>
    public abstract string ThoseThatHave(int members);

    /// <summary>Said of an answer over every member.</summary>
    public abstract string OverAll(int loaded);

    /// <summary>Said where plans of several members are counted by their numbers.</summary>
    public abstract string PlansOfEach { get; }

    /// <summary>Said where something is missing that only other members have.</summary>
    public abstract string OnlyOf(string asked, IReadOnlyList<string> holders);

    public abstract string SinceYear(string year);

    public abstract string CommitmentCount(int count);

    private sealed class InEnglish : MemberTexts
    {
        public override string Since => "Member since";

        public override string Prefix => "Letters of its IDs";

        public override string Region => "Region";

        public override string CurrentPlan => "Current action plan";

        public override string Plans => "Action plans";

        public override string Commitments => "Commitments";

        public override string Starred => "Starred commitments";

        public override string Resources => "Resources";

        public override string Performance => "Performance";

        public override string Areas => "Policy areas";

        public override string Data => "What is loaded";

        public override string Joined(string member, string year) => $"{member} joined OGP in {year}.";

        public override string JoinedUnknown(string member) => $"The source does not say when {member} joined OGP.";

        public override string Loaded(int total, string first, string scope) =>
            total == 1 ? $"1 member is loaded{In(scope)}: {first}." : $"{total} members are loaded{In(scope)}.";

        public override string Having(int members, int loaded, string commitments) =>
            $"{(members == 1 ? "1 member" : $"{members} members")} of {loaded} {(members == 1 ? "has" : "have")} {commitments}";

        public override string Lacking(int members, int of, string kind) =>
            $"{(members == 1 ? "1 member" : $"{members} members")} of {of} {(members == 1 ? "has" : "have")} no commitments of this kind: {kind}.";

        public override string ThoseThatHave(int members) => $"Those that have some ({members})";

        public override string OverAll(int loaded) => $"Over all {Phrase.Number(loaded)} members loaded: add a country or a region to narrow it.";

        public override string PlansOfEach => "Each member numbers its plans from 1: equal numbers are plans of different members.";

        public override string OnlyOf(string asked, IReadOnlyList<string> holders) =>
            $"Nothing of the kind is loaded for {asked}: only for {Phrase.AndMore(holders, 5, Language.English)}.";

        private static string In(string scope) => scope.Length == 0 ? "" : $" ({scope})";

        public override string SinceYear(string year) => $"member since {year}";

        public override string CommitmentCount(int count) => count == 1 ? "1 commitment" : $"{count} commitments";
    }

    private sealed class InSpanish : MemberTexts
    {
        public override string Since => "Miembro desde";

        public override string Prefix => "Letras de sus códigos";

        public override string Region => "Región";

        public override string CurrentPlan => "Plan de acción actual";

        public override string Plans => "Planes de acción";

        public override string Commitments => "Compromisos";

        public override string Starred => "Compromisos destacados";

        public override string Resources => "Recursos";

        public override string Performance => "Desempeño";

        public override string Areas => "Áreas de política";

        public override string Data => "Qué está cargado";

        public override string Joined(string member, string year) => $"{member} se unió a OGP en {year}.";

        public override string JoinedUnknown(string member) => $"La fuente no indica cuándo se unió {member} a OGP.";

        public override string Loaded(int total, string first, string scope) =>
            total == 1 ? $"Hay 1 miembro cargado{In(scope)}: {first}." : $"Hay {total} miembros cargados{In(scope)}.";

        public override string Having(int members, int loaded, string commitments) =>
            $"{(members == 1 ? "1 miembro" : $"{members} miembros")} de {loaded} {(members == 1 ? "tiene" : "tienen")} {commitments}";

        public override string Lacking(int members, int of, string kind) =>
            $"{(members == 1 ? "1 miembro" : $"{members} miembros")} de {of} {(members == 1 ? "no tiene" : "no tienen")} compromisos de este tipo: {kind}.";

        public override string ThoseThatHave(int members) => $"Los que tienen ({members})";

        public override string OverAll(int loaded) => $"Entre los {Phrase.Number(loaded)} miembros cargados: agrega un país o una región para acotar.";

        public override string PlansOfEach => "Cada miembro numera sus planes desde 1: los números iguales son planes de miembros distintos.";

        public override string OnlyOf(string asked, IReadOnlyList<string> holders) =>
            $"No hay nada de este tipo cargado para {asked}: solo para {Phrase.AndMore(holders, 5, Language.Spanish)}.";

        private static string In(string scope) => scope.Length == 0 ? "" : $" ({scope})";

        public override string SinceYear(string year) => $"miembro desde {year}";

        public override string CommitmentCount(int count) => count == 1 ? "1 compromiso" : $"{count} compromisos";
    }
}
