using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about blog posts.</summary>
public abstract class PostTexts
{
    private static readonly PostTexts English = new InEnglish();

    private static readonly PostTexts Spanish = new InSpanish();

    private PostTexts() { }

    public static PostTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Order { get; }

    public abstract string TitlesOnly { get; }

    public abstract string All { get; }

    public abstract string Found(int total, string scope);

    public abstract string Picture(string caption);

    public abstract string Nothing(string scope, int existing);

    private sealed class InEnglish : PostTexts
    {
        public override string Order => "In the order of the page, which calls them recent; the source gives no dates.";

        public override string TitlesOnly => "The catalog holds titles and picture captions, not the posts themselves.";

        public override string All => "All posts";

        public override string Found(int total, string scope) => $"{(total == 1 ? "1 post" : $"{total} recent posts")}{(scope.Length == 0 ? "." : $": {scope}.")}";

        public override string Picture(string caption) => $"picture: {caption}";

        public override string Nothing(string scope, int existing) => existing == 0 ? "The catalog holds no posts." : $"No posts found{(scope.Length == 0 ? "" : $": {scope}")}. The catalog holds {existing}.";
    }

    private sealed class InSpanish : PostTexts
    {
        public override string Order => "En el orden de la página, que las llama recientes; la fuente no indica fechas.";

        public override string TitlesOnly => "El catálogo contiene títulos y pies de imagen, no las publicaciones mismas.";

        public override string All => "Todas las publicaciones";

        public override string Found(int total, string scope) => $"{(total == 1 ? "1 publicación" : $"{total} publicaciones recientes")}{(scope.Length == 0 ? "." : $": {scope}.")}";

        public override string Picture(string caption) => $"imagen: {caption}";

        public override string Nothing(string scope, int existing) =>
            existing == 0 ? "El catálogo no contiene publicaciones." : $"No hay publicaciones{(scope.Length == 0 ? "" : $": {scope}")}. El catálogo contiene {existing}.";
    }
}
