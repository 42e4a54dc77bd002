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

    public abstract string Type { get; }

    public abstract string Format { get; }

    public abstract string Link { get; }

    public abstract string YearIsPublication { get; }

    public abstract string ByType { get; }

    public abstract string ByYear { get; }

    public abstract string ByFormat { get; }

    public abstract string ByMember { get; }

    public abstract string Unlabelled { get; }

    public abstract string All { get; }

    public abstract string Newest { get; }

    public abstract string OneFieldAtATime { get; }

    public abstract string Found(int total);

    /// <summary>Why more may be shown than asked for: the source dates by year only.</summary>
    public abstract string NewestYear(int total, int year);

    public abstract string OldestYear(int total, int year);

    public abstract string YearsOnly(int asked, int shown);

    public abstract string Nothing(string years, string types);

    public abstract string NothingLoaded { get; }

    public abstract string Group(int total, int groups);

    public abstract string Count(int count);

    private sealed class InEnglish : ResourceTexts
    {
        public override string Year => "Year of publication";

        public override string Type => "Type";

        public override string Format => "Format";

        public override string Link => "Link";

        public override string YearIsPublication => "The year of a resource is that of its publication; the source gives no exact date.";

        public override string ByType => "Resources by type";

        public override string ByYear => "Resources by year of publication";

        public override string ByFormat => "Resources by format";

        public override string ByMember => "Resources by member";

        public override string Unlabelled => "not in the source";

        public override string All => "All resources";

        public override string Newest => "Newest resources";

        public override string OneFieldAtATime => "Resources are counted by one thing at a time.";

        public override string NothingLoaded => "The catalog holds no resources.";

        public override string Found(int total) => total == 1 ? "1 resource:" : $"{total} resources:";

        public override string NewestYear(int total, int year) =>
            total == 1 ? $"The newest resource is from {year}:" : $"The newest year is {year}, with {total} resources:";

        public override string OldestYear(int total, int year) =>
            total == 1 ? $"The oldest resource is from {year}:" : $"The oldest year is {year}, with {total} resources:";

        public override string YearsOnly(int asked, int shown) =>
            $"The source gives years only, so which of one year came first or last cannot be said: {shown} are shown where {asked} would have been asked for.";

        public override string Nothing(string years, string types) =>
            $"No resource matches. There are resources from {years}{(types.Length > 0 ? $", of these types: {types}" : "")}.";

        public override string Group(int total, int groups) => total == 1 ? "1 resource in all." : $"{total} resources, in {groups} groups.";

        public override string Count(int count) => count switch
        {
            0 => "No resource matches.",
            1 => "There is 1 resource.",
            _ => $"There are {count} resources.",
        };
    }

    private sealed class InSpanish : ResourceTexts
    {
        public override string Year => "Año de publicación";

        public override string Type => "Tipo";

        public override string Format => "Formato";

        public override string Link => "Enlace";

        public override string YearIsPublication => "El año de un recurso es el de su publicación; la fuente no indica fechas exactas.";

        public override string ByType => "Recursos por tipo";

        public override string ByYear => "Recursos por año de publicación";

        public override string ByFormat => "Recursos por formato";

        public override string ByMember => "Recursos por miembro";

        public override string Unlabelled => "no consta en la fuente";

        public override string All => "Todos los recursos";

        public override string Newest => "Recursos más recientes";

        public override string OneFieldAtATime => "Los recursos se cuentan por una sola cosa a la vez.";

        public override string NothingLoaded => "El catálogo no contiene recursos.";

        public override string Found(int total) => total == 1 ? "1 recurso:" : $"{total} recursos:";

        public override string NewestYear(int total, int year) =>
            total == 1 ? $"El recurso más reciente es de {year}:" : $"El año más reciente es {year}, con {total} recursos:";

        public override string OldestYear(int total, int year) =>
            total == 1 ? $"El recurso más antiguo es de {year}:" : $"El año más antiguo es {year}, con {total} recursos:";

        public override string YearsOnly(int asked, int shown) =>
            $"La fuente solo indica años; cuál de un mismo año fue primero o último no se puede decir: se muestran {shown} donde se pedían {asked}.";

        public override string Nothing(string years, string types) =>
            $"Ningún recurso coincide. Hay recursos de {years}{(types.Length > 0 ? $", de estos tipos: {types}" : "")}.";

        public override string Group(int total, int groups) => total == 1 ? "1 recurso en total." : $"{total} recursos, en {groups} grupos.";

        public override string Count(int count) => count switch
        {
            0 => "Ningún recurso coincide.",
            1 => "Hay 1 recurso.",
            _ => $"Hay {count} recursos.",
        };
    }
}
