using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about the catalog itself.</summary>
public abstract class DataTexts
{
    private static readonly DataTexts English = new InEnglish();

    private static readonly DataTexts Spanish = new InSpanish();

    private DataTexts() { }

    public static DataTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Members { get; }

    public abstract string Plans { get; }

    public abstract string Commitments { get; }

    public abstract string Resources { get; }

    public abstract string Posts { get; }

    public abstract string Terms { get; }

    public abstract string Documents { get; }

    public abstract string Built { get; }

    public abstract string Version { get; }

    public abstract string Credit { get; }

    public abstract string NotLive { get; }

    public abstract string Quirks { get; }

    public abstract string Summary(string members, int commitments, int resources);

    public abstract string AndMore(int more);

    private sealed class InEnglish : DataTexts
    {
        public override string Members => "Members";

        public override string Plans => "Action plans";

        public override string Commitments => "Commitments";

        public override string Resources => "Resources";

        public override string Posts => "Posts";

        public override string Terms => "Glossary terms";

        public override string Documents => "Source documents";

        public override string Built => "Imported on";

        public override string Version => "Catalog version";

        public override string Credit => "Credit";

        public override string NotLive => "The catalog is what was imported, not a live view of OGP's site.";

        public override string Quirks => "Oddities of the source";

        public override string Summary(string members, int commitments, int resources) =>
            $"Loaded: {members}, with {commitments} commitments and {resources} resources.";

        public override string AndMore(int more) => $"and {more} more";
    }

    private sealed class InSpanish : DataTexts
    {
        public override string Members => "Miembros";

        public override string Plans => "Planes de acción";

        public override string Commitments => "Compromisos";

        public override string Resources => "Recursos";

        public override string Posts => "Publicaciones";

        public override string Terms => "Términos del glosario";

        public override string Documents => "Documentos de origen";

        public override string Built => "Importado el";

        public override string Version => "Versión del catálogo";

        public override string Credit => "Crédito";

        public override string NotLive => "El catálogo es lo que se importó, no una vista en vivo del sitio de OGP.";

        public override string Quirks => "Particularidades de la fuente";

        public override string Summary(string members, int commitments, int resources) =>
            $"Está cargado: {members}, con {commitments} compromisos y {resources} recursos.";

        public override string AndMore(int more) => $"y {more} más";
    }
}
