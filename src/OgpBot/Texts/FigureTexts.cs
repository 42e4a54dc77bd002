using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Counts, rankings, comparisons and tables of commitments.</summary>
public abstract class FigureTexts
{
    private static readonly FigureTexts English = new InEnglish();

    private static readonly FigureTexts Spanish = new InSpanish();

    private FigureTexts() { }

    public static FigureTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>"There are 2 commitments (Peru, Justice)."</summary>
    public string Count(int count, Filter filter)
    {
        var scope = FilterWords.In(Language).SentenceWithoutStar(filter);
        return $"{ThereAre(count)} {ListTexts.In(Language).Filtered(count, filter)}{(scope.Length == 0 ? "" : $" ({scope})")}.";
    }

    /// <summary>"That is 34 % of 32 commitments (Ukraine)."</summary>
    public string Share(int count, int whole, Filter filter)
    {
        var scope = FilterWords.In(Language).Sentence(filter);
        return $"{ThatIs} {Math.Round(100.0 * count / whole, MidpointRounding.AwayFromZero)} % {Of} {ListTexts.In(Language).Filtered(whole, filter)}{(scope.Length == 0 ? "" : $" ({scope})")}.";
    }

    protected abstract string ThatIs { get; }

    protected abstract string Of { get; }

    protected abstract Language Language { get; }

    protected abstract string ThereAre(int count);

    /// <param name="per">A field's label inside a sentence: policy area.</param>
    /// <param name="scope">The filter in words; empty when there is none.</param>
    public string PerTitle(string per, string scope) => scope.Length == 0 ? Per(per) : $"{Per(per)} ({scope})";

    /// <summary>Who leads: all of the leaders have the same count.</summary>
    public abstract string Leads(string leaders, bool alone, int count, int total, bool fewest);

    /// <summary>The first places, as "label count".</summary>
    public abstract string Places(IReadOnlyList<string> places, bool fewest);

    /// <summary>More than were asked for, because of equal counts at the cut.</summary>
    public abstract string TiesShown(int asked, int shown);

    /// <summary>More than one chart holds.</summary>
    public abstract string OnlyShown(int shown, int all);

    /// <summary>The figures add up to more than the commitments.</summary>
    public abstract string Overlap(int total);

    public abstract string WithoutField(int count, string field);

    public abstract string NothingToGroup(int count, string field);

    public abstract string Areas(int areas, string scope);

    public abstract string WithoutArea(int count);

    /// <summary>The label of the choice that lists them.</summary>
    public abstract string ListWithoutArea(int count);

    /// <summary>"2017: 18 commitments; 2019: 21 commitments."</summary>
    public abstract string Compared(IReadOnlyList<Bar> columns, string scope);

    public abstract string Difference(Bar one, Bar other);

    /// <summary>Said of a table that could not hold every row or column.</summary>
    public abstract string LargestOnly { get; }

    public abstract string NoData { get; }

    public abstract string CommitmentsRow { get; }

    public abstract string StarredRow { get; }

    public abstract string Total { get; }

    /// <summary>Over a table whose cells count commitments.</summary>
    public abstract string Figures { get; }

    public abstract string FactByFact { get; }

    public abstract string SideBySide(IReadOnlyList<string> ids);

    public abstract string PivotTitle(string rows, string columns, string scope);

    protected abstract string Per(string field);

    private sealed class InEnglish : FigureTexts
    {
        public override string NoData => "no data";

        public override string Figures => "Number of commitments";

        public override string FactByFact => "Fact by fact";

        public override string LargestOnly => "The table holds the newest or largest groups only; the totals count all.";

        public override string CommitmentsRow => "Commitments";

        public override string StarredRow => "Starred";

        public override string Total => "Total";

        protected override string ThatIs => "That is";

        protected override string Of => "of";

        protected override Language Language => Language.English;

        protected override string ThereAre(int count) => count == 1 ? "There is" : "There are";

        public override string Leads(string leaders, bool alone, int count, int total, bool fewest) =>
            $"{leaders} {(alone ? "has" : "have")} the {(fewest ? "fewest" : "most")} commitments: {Phrase.Number(count)}{(alone ? "" : " each,")} of {Phrase.Number(total)}.";

        public override string Places(IReadOnlyList<string> places, bool fewest) =>
            $"{(fewest ? "Lowest" : "Top")} {places.Count}: {string.Join("; ", places)}.";

        public override string TiesShown(int asked, int shown) => $"{shown} are shown instead of {asked}, because several have the same count at the cut.";

        public override string OnlyShown(int shown, int all) => $"Only {shown} of {Phrase.Number(all)} are shown.";

        public override string Overlap(int total) => $"A commitment can have several values, so the figures add up to more than {Phrase.Number(total)}.";

        public override string WithoutField(int count, string field) => $"The source does not give {field} for {Phrase.Number(count)} of the commitments.";

        public override string NothingToGroup(int count, string field) =>
            $"The source does not give {field} for any of these {Phrase.Number(count)} commitments, so there are no figures by it.";

        public override string Areas(int areas, string scope) =>
            $"{Phrase.Number(areas)} policy {(areas == 1 ? "area" : "areas")}{(scope.Length == 0 ? "" : $" ({scope})")}.";

        public override string WithoutArea(int count) =>
            count == 1 ? "1 more commitment has no policy area in the source." : $"{Phrase.Number(count)} more commitments have no policy area in the source.";

        public override string ListWithoutArea(int count) => $"Without a policy area ({Phrase.Number(count)})";

        public override string Compared(IReadOnlyList<Bar> columns, string scope) =>
            $"{string.Join("; ", columns.Select(column => $"{column.Label}: {ListTexts.In(Language.English).Commitments(column.Value)}"))}{(scope.Length == 0 ? "" : $" ({scope})")}.";

        public override string Difference(Bar one, Bar other) => (one.Value - other.Value) switch
        {
            0 => $"{one.Label} and {other.Label} have equally many.",
            > 0 and var more => $"{one.Label} has {Phrase.Number(more)} more than {other.Label}.",
            var fewer => $"{other.Label} has {Phrase.Number(-fewer)} more than {one.Label}.",
        };

        public override string SideBySide(IReadOnlyList<string> ids) => $"{Phrase.And(ids, Language.English)} side by side.";

        public override string PivotTitle(string rows, string columns, string scope) =>
            $"Commitments by {rows} and {columns}{(scope.Length == 0 ? "" : $" ({scope})")}";

        protected override string Per(string field) => $"Commitments by {field}";
    }

    private sealed class InSpanish : FigureTexts
    {
        public override string NoData => "sin datos";

        public override string Figures => "Cantidad de compromisos";

        public override string FactByFact => "Dato por dato";

        public override string LargestOnly => "La tabla contiene solo los grupos más recientes o más grandes; los totales cuentan todo.";

        public override string CommitmentsRow => "Compromisos";

        public override string StarredRow => "Destacados";

        public override string Total => "Total";

        protected override string ThatIs => "Es el";

        protected override string Of => "de";

        protected override Language Language => Language.Spanish;

        protected override string ThereAre(int count) => "Hay";

        public override string Leads(string leaders, bool alone, int count, int total, bool fewest) =>
            $"{leaders} {(alone ? "tiene" : "tienen")} la {(fewest ? "menor" : "mayor")} cantidad de compromisos: {Phrase.Number(count)}{(alone ? "" : " cada uno,")} de {Phrase.Number(total)}.";

        public override string Places(IReadOnlyList<string> places, bool fewest) =>
            $"{(fewest ? "Últimos" : "Primeros")} {places.Count} lugares: {string.Join("; ", places)}.";

        public override string TiesShown(int asked, int shown) => $"Se muestran {shown} en lugar de {asked}, porque hay empate en el corte.";

        public override string OnlyShown(int shown, int all) => $"Se muestran solo {shown} de {Phrase.Number(all)}.";

        public override string Overlap(int total) => $"Un compromiso puede tener varios valores, por eso las cifras suman más de {Phrase.Number(total)}.";

        public override string WithoutField(int count, string field) => $"La fuente no indica {field} de {Phrase.Number(count)} de los compromisos.";

        public override string NothingToGroup(int count, string field) =>
            $"La fuente no indica {field} de ninguno de estos {Phrase.Number(count)} compromisos; por eso no hay cifras según ese dato.";

        public override string Areas(int areas, string scope) =>
            $"{Phrase.Number(areas)} {(areas == 1 ? "área" : "áreas")} de política{(scope.Length == 0 ? "" : $" ({scope})")}.";

        public override string WithoutArea(int count) =>
            count == 1 ? "Hay 1 compromiso más sin área de política en la fuente." : $"Hay {Phrase.Number(count)} compromisos más sin área de política en la fuente.";

        public override string ListWithoutArea(int count) => $"Sin área de política ({Phrase.Number(count)})";

        public override string Compared(IReadOnlyList<Bar> columns, string scope) =>
            $"{string.Join("; ", columns.Select(column => $"{column.Label}: {ListTexts.In(Language.Spanish).Commitments(column.Value)}"))}{(scope.Length == 0 ? "" : $" ({scope})")}.";

        public override string Difference(Bar one, Bar other) => (one.Value - other.Value) switch
        {
            0 => $"{one.Label} y {other.Label} tienen la misma cantidad.",
            > 0 and var more => $"{one.Label} tiene {Phrase.Number(more)} más que {other.Label}.",
            var fewer => $"{other.Label} tiene {Phrase.Number(-fewer)} más que {one.Label}.",
        };

        public override string SideBySide(IReadOnlyList<string> ids) => $"{Phrase.And(ids, Language.Spanish)} lado a lado.";

        public override string PivotTitle(string rows, string columns, string scope) =>
            $"Compromisos por {rows} y {columns}{(scope.Length == 0 ? "" : $" ({scope})")}";

        protected override string Per(string field) => $"Compromisos por {field}";
    }
}
