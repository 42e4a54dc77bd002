using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Why nothing was found, and what is there instead.</summary>
public abstract class NothingTexts
{
    private static readonly NothingTexts English = new InEnglish();

    private static readonly NothingTexts Spanish = new InSpanish();

    private NothingTexts() { }

    public static NothingTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>What was looked for, exactly.</summary>
    public string NoCommitments(Filter filter)
    {
        var scope = FilterWords.In(Language).SentenceWithoutStar(filter);
        var none = filter.Starred == true ? NoStarred : None;
        return scope.Length == 0 ? $"{none}." : $"{none}: {scope}.";
    }

    protected abstract Language Language { get; }

    protected abstract string None { get; }

    protected abstract string NoStarred { get; }

    /// <summary>Members that the catalog does not hold.</summary>
    public abstract string NotLoaded(IReadOnlyList<string> members, IReadOnlyList<string> loaded);

    /// <summary>The same where too many are loaded to be named.</summary>
    public abstract string NotAmong(IReadOnlyList<string> members, int loaded, IReadOnlyList<string> examples);

    public abstract string NoneCalled(IReadOnlyList<string> words, int loaded, IReadOnlyList<string> examples);

    public abstract string NothingLoaded { get; }

    /// <summary>No commitment has such a year label.</summary>
    public abstract string NoSuchYear(string years, IReadOnlyList<string> labels);

    public abstract string PlanCovers(int plan, string span, string years);

    public abstract string NoWord(IReadOnlyList<string> words);

    public abstract string IdNotFound(string id);

    public abstract string AlsoNotFound(IReadOnlyList<string> ids);

    public abstract string IdsRun(string member, string first, string last);

    public abstract string Nearest(string id);

    public abstract string NoPrefix(string prefix);

    /// <summary>The same where many members are loaded, with some of them and their letters.</summary>
    public abstract string NoPrefixAmong(string prefix, int loaded, IReadOnlyList<string> examples);

    /// <summary>The label of the choice that lists the members.</summary>
    public abstract string ListMembers(int loaded);

    public abstract string NotCounted { get; }

    private sealed class InEnglish : NothingTexts
    {
        public override string NothingLoaded => "The catalog is empty: nothing has been imported yet.";

        public override string NotCounted => "So nothing can be listed or counted by it.";

        protected override Language Language => Language.English;

        protected override string None => "No commitments found";

        protected override string NoStarred => "No starred commitments found";

        public override string NotLoaded(IReadOnlyList<string> members, IReadOnlyList<string> loaded) =>
            $"No data for {Phrase.Or(members, Language.English)}: only {Phrase.And(loaded, Language.English)} {(loaded.Count == 1 ? "is" : "are")} loaded.";

        public override string NoneCalled(IReadOnlyList<string> words, int loaded, IReadOnlyList<string> examples) =>
            $"No member is called {Phrase.Quoted(words, Language.English)} either: {Phrase.Number(loaded)} members are loaded, for instance {Phrase.And(examples, Language.English)}.";

        public override string NotAmong(IReadOnlyList<string> members, int loaded, IReadOnlyList<string> examples) =>
            $"No data for {Phrase.Or(members, Language.English)}: {Phrase.Number(loaded)} members are loaded, for instance {Phrase.And(examples, Language.English)}.";

        public override string NoPrefixAmong(string prefix, int loaded, IReadOnlyList<string> examples) =>
            $"{NoPrefix(prefix)} {Phrase.Number(loaded)} members are loaded, for instance {Phrase.And(examples, Language.English)}.";

        public override string ListMembers(int loaded) => $"All {Phrase.Number(loaded)} members";

        public override string NoSuchYear(string years, IReadOnlyList<string> labels) =>
            $"No commitment is labelled {years}: {(labels.Count == 1 ? "the only year label is" : "the year labels are")} {Phrase.And(labels, Language.English)}.";

        public override string PlanCovers(int plan, string span, string years) => $"Action plan {plan} ({span}) covers {years}.";

        public override string NoWord(IReadOnlyList<string> words) => $"No title there holds {Phrase.Quoted(words, Language.English)}.";

        public override string IdNotFound(string id) => $"{id} not found.";

        public override string AlsoNotFound(IReadOnlyList<string> ids) => $"Nor were {Phrase.AndMore(ids, 10, Language.English)}.";

        public override string IdsRun(string member, string first, string last) => $"{Possessive(member)} IDs run from {first} to {last}.";

        public override string Nearest(string id) => $"The nearest is {id}.";

        public override string NoPrefix(string prefix) => $"No member is known by the letters {prefix}.";

        private static string Possessive(string member) => member.EndsWith('s') ? $"{member}'" : $"{member}'s";
    }

    private sealed class InSpanish : NothingTexts
    {
        public override string NothingLoaded => "El catálogo está vacío: aún no se ha importado nada.";

        public override string NotCounted => "Por eso no se puede listar ni contar según ese dato.";

        protected override Language Language => Language.Spanish;

        protected override string None => "No hay compromisos";

        protected override string NoStarred => "No hay compromisos destacados";

        public override string NotLoaded(IReadOnlyList<string> members, IReadOnlyList<string> loaded) =>
            $"No hay datos de {Phrase.Or(members, Language.Spanish)}: solo {(loaded.Count == 1 ? "está cargado" : "están cargados")} {Phrase.And(loaded, Language.Spanish)}.";

        public override string NoneCalled(IReadOnlyList<string> words, int loaded, IReadOnlyList<string> examples) =>
            $"Tampoco hay un miembro llamado {Phrase.Quoted(words, Language.Spanish)}: hay {Phrase.Number(loaded)} miembros cargados, por ejemplo {Phrase.And(examples, Language.Spanish)}.";

        public override string NotAmong(IReadOnlyList<string> members, int loaded, IReadOnlyList<string> examples) =>
            $"No hay datos de {Phrase.Or(members, Language.Spanish)}: hay {Phrase.Number(loaded)} miembros cargados, por ejemplo {Phrase.And(examples, Language.Spanish)}.";

        public override string NoPrefixAmong(string prefix, int loaded, IReadOnlyList<string> examples) =>
            $"{NoPrefix(prefix)} Hay {Phrase.Number(loaded)} miembros cargados, por ejemplo {Phrase.And(examples, Language.Spanish)}.";

        public override string ListMembers(int loaded) => $"Los {Phrase.Number(loaded)} miembros";

        public override string NoSuchYear(string years, IReadOnlyList<string> labels) =>
            $"Ningún compromiso lleva el año {years}: {(labels.Count == 1 ? "el único año es" : "los años son")} {Phrase.And(labels, Language.Spanish)}.";

        public override string PlanCovers(int plan, string span, string years) => $"El plan de acción {plan} ({span}) abarca {years}.";

        public override string NoWord(IReadOnlyList<string> words) => $"Ningún título de esos contiene {Phrase.Quoted(words, Language.Spanish)}.";

        public override string IdNotFound(string id) => $"No hay ningún compromiso {id}.";

        public override string AlsoNotFound(IReadOnlyList<string> ids) => $"Tampoco hay {Phrase.AndMore(ids, 10, Language.Spanish)}.";

        public override string IdsRun(string member, string first, string last) => $"Los códigos de {member} van de {first} a {last}.";

        public override string Nearest(string id) => $"El más cercano es {id}.";

        public override string NoPrefix(string prefix) => $"No se conoce ningún miembro con las letras {prefix}.";
    }
}
