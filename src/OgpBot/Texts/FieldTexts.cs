using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>The names of facts, and how a fact that is missing reads.</summary>
public abstract class FieldTexts
{
    private static readonly FieldTexts English = new InEnglish();

    private static readonly FieldTexts Spanish = new InSpanish();

    private FieldTexts() { }

    public static FieldTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>As the label of a row: Lead institution.</summary>
    public abstract string Label(Field field);

    /// <summary>Inside a sentence, with its article: the lead institution.</summary>
    public abstract string TheField(Field field);

    public abstract string NotInSource { get; }

    public abstract string PendingReview { get; }

    public abstract string NotApplicable { get; }

    public abstract string NotReported { get; }

    public abstract string NotAvailable { get; }

    public abstract string NoArea { get; }

    public abstract string Starred { get; }

    public abstract string NotStarred { get; }

    /// <summary>The source's name for a plan, in Spanish beside its number: Action Plan 4.</summary>
    public abstract string PlanName(int number);

    public abstract string Published(int year);

    protected abstract string NoType { get; }

    public string Value(Known known) => known.Value ?? Missing(known.State);

    /// <summary>Why a fact has no value.</summary>
    public string Missing(KnownState state) => state switch
    {
        KnownState.PendingReview => PendingReview,
        KnownState.NotApplicable => NotApplicable,
        KnownState.NotReported => NotReported,
        KnownState.NotAvailable => NotAvailable,
        _ => NotInSource,
    };

    public string Areas(IReadOnlyList<string> areas) => areas.Count == 0 ? NoArea : string.Join(", ", areas);

    public string TypeOf(Known type) => type.State == KnownState.NotInSource ? NoType : Value(type);

    public string Star(bool starred) => starred ? Starred : NotStarred;

    private sealed class InEnglish : FieldTexts
    {
        public override string NotInSource => "not in the source";

        public override string PendingReview => "pending IRM review";

        public override string NotApplicable => "not assessed by the method of its time";

        public override string NotReported => "no IRM report on it yet";

        public override string NotAvailable => "not available, says the source";

        public override string NoArea => "no policy area in the source";

        public override string Starred => "starred";

        public override string NotStarred => "not starred";

        protected override string NoType => "no type in the source";

        public override string PlanName(int number) => $"Action Plan {number}";

        public override string Published(int year) => $"published {year}";

        public override string TheField(Field field) => field == Field.Url ? "a link" : $"the {Phrase.LowerFirst(Label(field))}";

        public override string Label(Field field) => field switch
        {
            Field.Title => "Title",
            Field.Year => "Year",
            Field.Area => "Policy area",
            Field.Plan => "Action plan",
            Field.Star => "Star",
            Field.Lead => "Lead institution",
            Field.Supporting => "Supporting institutions",
            Field.Status => "Status",
            Field.Completion => "Completion",
            Field.Impact => "Potential impact",
            Field.EarlyResults => "Early results",
            Field.Start => "Start date",
            Field.End => "End date",
            Field.Description => "Description",
            Field.Url => "Link",
            Field.Member => "Member",
            Field.Type => "Type",
            Field.Format => "Format",
            Field.Region => "Region",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, message: null),
        };
    }

    private sealed class InSpanish : FieldTexts
    {
        public override string NotInSource => "no figura en la fuente";

        public override string PendingReview => "pendiente de revisión del IRM";

        public override string NotApplicable => "no lo evaluaba el método de su época";

        public override string NotReported => "aún sin informe del IRM";

        public override string NotAvailable => "no disponible, según la fuente";

        public override string NoArea => "sin área de política en la fuente";

        public override string Starred => "destacado";

        public override string NotStarred => "sin estrella";

        protected override string NoType => "sin tipo en la fuente";

        public override string PlanName(int number) => $"Plan de acción {number}";

        public override string Published(int year) => $"publicado en {year}";

        public override string TheField(Field field) => field switch
        {
            Field.Lead or Field.Start or Field.End or Field.Description or Field.Region => $"la {Phrase.LowerFirst(Label(field))}",
            Field.Supporting => $"las {Phrase.LowerFirst(Label(field))}",
            Field.EarlyResults => $"los {Phrase.LowerFirst(Label(field))}",
            Field.Url => "un enlace",
            _ => $"el {Phrase.LowerFirst(Label(field))}",
        };

        public override string Label(Field field) => field switch
        {
            Field.Title => "Título",
            Field.Year => "Año",
            Field.Area => "Área de política",
            Field.Plan => "Plan de acción",
            Field.Star => "Estrella",
            Field.Lead => "Institución responsable",
            Field.Supporting => "Instituciones de apoyo",
            Field.Status => "Estado",
            Field.Completion => "Cumplimiento",
            Field.Impact => "Impacto potencial",
            Field.EarlyResults => "Primeros resultados",
            Field.Start => "Fecha de inicio",
            Field.End => "Fecha de término",
            Field.Description => "Descripción",
            Field.Url => "Enlace",
            Field.Member => "Miembro",
            Field.Type => "Tipo",
            Field.Format => "Formato",
            Field.Region => "Región",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, message: null),
        };
    }
}
