using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about documents.</summary>
public abstract class ResourceTexts
{
    private static readonly ResourceTexts English = new InEnglish();

    private static readonly ResourceTexts Spanish = new InSpanish();

    private ResourceTexts() { }

    public static ResourceTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Year { get; }

    public abstract string YearIsPublication { get; }

    /// <summary>Why more are shown than were asked for.</summary>
    public abstract string YearsOnly { get; }

    public abstract string All { get; }

    public abstract string Newest { get; }

    public abstract string NothingLoaded { get; }

    public abstract string OneFieldAtATime { get; }

    /// <summary>The title names no plan.</summary>
    public abstract string NoPlan { get; }

    public string ByType => By(Field.Type);

    public abstract string By(Field field);

    /// <param name="scope">The filter in words; empty when there is none.</param>
    public string Found(int total, string scope) => $"{Resources(total)}{(scope.Length == 0 ? "." : $": {scope}.")}";

    public abstract string Count(int count, string scope);

    public abstract string NewestYear(int total, int year);

    public abstract string OldestYear(int total, int year);

    public abstract string Nothing(string scope, string years, string types);

    /// <param name="each">How many each of the leaders has.</param>
    public abstract string Leads(string leaders, int number, int each, bool fewest, int total);

    public abstract string List(int total);

    protected abstract string Resources(int count);

    private sealed class InEnglish : ResourceTexts
    {
        public override string Year => "Year of publication";

        public override string YearIsPublication => "The year of a resource is that of its publication; the source gives no exact date.";

        public override string YearsOnly => "The source gives years only: which of one year came first or last is not in it, so all of that year are shown.";

        public override string All => "All resources";

        public override string Newest => "Newest resources";

        public override string NothingLoaded => "The catalog holds no resources.";

        public override string NoPlan => "no plan in the title";

        public override string OneFieldAtATime => "Resources are counted by one thing at a time.";

        public override string By(Field field) => field switch
        {
            Field.Year => "Resources by year of publication",
            Field.Plan => "Resources by the action plan that their title names",
            Field.Format => "Resources by format",
            Field.Member => "Resources by member",
            _ => "Resources by type",
        };

        public override string Count(int count, string scope) => $"There {(count == 1 ? "is" : "are")} {Found(count, scope)}";

        public override string NewestYear(int total, int year) =>
            total == 1 ? $"The newest resource is from {year}." : $"The newest year is {year}, with {Resources(total)}.";

        public override string OldestYear(int total, int year) =>
            total == 1 ? $"The oldest resource is from {year}." : $"The oldest year is {year}, with {Resources(total)}.";

        public override string Nothing(string scope, string years, string types) =>
            $"No resources found{(scope.Length == 0 ? "" : $": {scope}")}. There are some from {years}{(types.Length == 0 ? "" : $", of these types: {types}")}.";

        public override string Leads(string leaders, int number, int each, bool fewest, int total) =>
            $"{leaders} {(number == 1 ? "has" : "have")} the {(fewest ? "fewest" : "most")} resources: {each}{(number == 1 ? "" : " each")}, of {total}.";

        public override string List(int total) => total == 1 ? "Show it" : $"List all {Phrase.Number(total)}";

        protected override string Resources(int count) => $"{Phrase.Number(count)} {(count == 1 ? "resource" : "resources")}";
    }

    private sealed class InSpanish : ResourceTexts
    {
        public override string Year => "Año de publicación";

        public override string YearIsPublication => "El año de un recurso es el de su publicación; la fuente no indica fechas exactas.";

        public override string YearsOnly => "La fuente solo da años: cuál de un mismo año fue primero o último no figura en ella, por eso se muestran todos los de ese año.";

        public override string All => "Todos los recursos";

        public override string Newest => "Recursos más recientes";

        public override string NothingLoaded => "El catálogo no contiene recursos.";

        public override string NoPlan => "sin plan en el título";

        public override string OneFieldAtATime => "Los recursos se cuentan por una sola cosa a la vez.";

        public override string By(Field field) => field switch
        {
            Field.Year => "Recursos por año de publicación",
            Field.Plan => "Recursos por el plan de acción que nombra su título",
            Field.Format => "Recursos por formato",
            Field.Member => "Recursos por miembro",
            _ => "Recursos por tipo",
        };

        public override string Count(int count, string scope) => $"Hay {Found(count, scope)}";

        public override string NewestYear(int total, int year) =>
            total == 1 ? $"El recurso más reciente es de {year}." : $"El año más reciente es {year}, con {Resources(total)}.";

        public override string OldestYear(int total, int year) =>
            total == 1 ? $"El recurso más antiguo es de {year}." : $"El año más antiguo es {year}, con {Resources(total)}.";

        public override string Nothing(string scope, string years, string types) =>
            $"No hay recursos{(scope.Length == 0 ? "" : $": {scope}")}. Los hay de {years}{(types.Length == 0 ? "" : $", de estos tipos: {types}")}.";

        public override string Leads(string leaders, int number, int each, bool fewest, int total) =>
            $"{leaders} {(number == 1 ? "tiene" : "tienen")} la {(fewest ? "menor" : "mayor")} cantidad de recursos: {each}{(number == 1 ? "" : " cada uno")}, de {total}.";

        public override string List(int total) => total == 1 ? "Verlo" : $"Ver los {Phrase.Number(total)}";

        protected override string Resources(int count) => $"{Phrase.Number(count)} {(count == 1 ? "recurso" : "recursos")}";
    }
}
