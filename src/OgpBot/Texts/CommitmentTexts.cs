using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>One commitment: its facts, its neighbours, its source.</summary>
public abstract class CommitmentTexts
{
    private static readonly CommitmentTexts English = new InEnglish();

    private static readonly CommitmentTexts Spanish = new InSpanish();

    private CommitmentTexts() { }

    public static CommitmentTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>The star in a sentence about one commitment; empty without one.</summary>
    public abstract string StarredCommitment { get; }

    public abstract string IsStarred(string id, bool starred);

    public abstract string HasYear(string id, int year);

    public abstract string HasTitle(string id, string title);

    public abstract string HasAreas(string id, IReadOnlyList<string> areas);

    public abstract string HasPlan(string id, int plan, bool inferred);

    public abstract string HasMember(string id, string member);

    public abstract string Lacks(string id, string field);

    /// <param name="label">The field's name as the label of a row.</param>
    public abstract string Has(string id, string label, string value);

    /// <summary>Names the facts that the source leaves out.</summary>
    public abstract string NotInSource(IReadOnlyList<string> labels);

    public abstract string Misspelt(string written, string right);

    /// <param name="day">2026-11-23.</param>
    public abstract string Removed(string day);

    /// <summary>The same in a list.</summary>
    public abstract string IsRemoved { get; }

    public abstract string Twins(IReadOnlyList<string> ids);

    public abstract string TwinsOf(IReadOnlyList<string> ids);

    public abstract string Previous(string id);

    public abstract string Following(string id);

    public abstract string More(string scope, int count);

    public abstract string Cite { get; }

    private sealed class InEnglish : CommitmentTexts
    {
        public override string StarredCommitment => "starred commitment";

        public override string Cite => "Source and citation";

        public override string IsStarred(string id, bool starred) => starred ? $"Yes, {id} is a starred commitment." : $"No, {id} is not starred.";

        public override string HasYear(string id, int year) => $"The year of {id} is {year}.";

        public override string HasTitle(string id, string title) => $"The title of {id} is {Phrase.Quote(title, Language.English)}.";

        public override string HasAreas(string id, IReadOnlyList<string> areas) => areas.Count switch
        {
            0 => $"The source does not give a policy area for {id}.",
            1 => $"The policy area of {id} is {areas[0]}.",
            _ => $"The policy areas of {id} are {Phrase.And(areas, Language.English)}.",
        };

        public override string HasPlan(string id, int plan, bool inferred) =>
            inferred ? $"{id} belongs to Action Plan {plan} (its year is stated; the plan's number follows from the order of the years)." : $"{id} belongs to Action Plan {plan}.";

        public override string HasMember(string id, string member) => $"{id} is a commitment of {member}.";

        public override string Lacks(string id, string field) => $"The source does not give {field} for {id}.";

        public override string Has(string id, string label, string value) => $"{label} of {id}: {value}.";

        public override string NotInSource(IReadOnlyList<string> labels) => $"Not in the source: {Phrase.Lowered(labels)}.";

        public override string Removed(string day) => $"No longer in the source since {day}: lists and counts leave it out.";

        public override string IsRemoved => "no longer in the source";

        public override string Misspelt(string written, string right) => $"Title as in the source, which writes “{written}” for “{right}”.";

        public override string Twins(IReadOnlyList<string> ids) => $"{Phrase.And(ids, Language.English)} {(ids.Count == 1 ? "has" : "have")} the same title.";

        public override string TwinsOf(IReadOnlyList<string> ids) => $"Same title: {string.Join(", ", ids)}";

        public override string Previous(string id) => $"Previous in the plan: {id}";

        public override string Following(string id) => $"Next in the plan: {id}";

        public override string More(string scope, int count) => $"More in {scope} ({Phrase.Number(count)})";
    }

    private sealed class InSpanish : CommitmentTexts
    {
        public override string StarredCommitment => "compromiso destacado";

        public override string Cite => "Fuente y cita";

        public override string IsStarred(string id, bool starred) => starred ? $"Sí, {id} es un compromiso destacado (con estrella)." : $"No, {id} no tiene estrella.";

        public override string HasYear(string id, int year) => $"El año de {id} es {year}.";

        public override string HasTitle(string id, string title) => $"El título de {id} es {Phrase.Quote(title, Language.Spanish)}.";

        public override string HasAreas(string id, IReadOnlyList<string> areas) => areas.Count switch
        {
            0 => $"La fuente no indica el área de política de {id}.",
            1 => $"El área de política de {id} es {areas[0]}.",
            _ => $"Las áreas de política de {id} son {Phrase.And(areas, Language.Spanish)}.",
        };

        public override string HasPlan(string id, int plan, bool inferred) =>
            inferred ? $"{id} pertenece al plan de acción {plan} (la fuente da su año; el número del plan se deduce del orden de los años)." : $"{id} pertenece al plan de acción {plan}.";

        public override string HasMember(string id, string member) => $"{id} es un compromiso de {member}.";

        public override string Lacks(string id, string field) => $"La fuente no indica {field} de {id}.";

        public override string Has(string id, string label, string value) => $"{label} de {id}: {value}.";

        public override string NotInSource(IReadOnlyList<string> labels) => $"No figura en la fuente: {Phrase.Lowered(labels)}.";

        public override string Removed(string day) => $"Ya no está en la fuente desde el {day}: las listas y los totales lo omiten.";

        public override string IsRemoved => "ya no está en la fuente";

        public override string Misspelt(string written, string right) => $"Título tal como está en la fuente, que escribe «{written}» en lugar de «{right}».";

        public override string Twins(IReadOnlyList<string> ids) => $"{Phrase.And(ids, Language.Spanish)} {(ids.Count == 1 ? "tiene" : "tienen")} el mismo título.";

        public override string TwinsOf(IReadOnlyList<string> ids) => $"Mismo título: {string.Join(", ", ids)}";

        public override string Previous(string id) => $"Anterior en el plan: {id}";

        public override string Following(string id) => $"Siguiente en el plan: {id}";

        public override string More(string scope, int count) => $"Más en {scope} ({Phrase.Number(count)})";
    }
}
