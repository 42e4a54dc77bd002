using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>The form "Find commitments", the look-up of IDs in a text, and what stands around an answer that one person sees.</summary>
public abstract class FinderTexts
{
    private static readonly FinderTexts English = new InEnglish();

    private static readonly FinderTexts Spanish = new InSpanish();

    private FinderTexts() { }

    public static FinderTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>At most 24 characters, as all titles and buttons of a form.</summary>
    public abstract string Title { get; }

    public abstract string Result { get; }

    public abstract string LookUp { get; }

    public abstract string Submit { get; }

    public abstract string Close { get; }

    public abstract string Member { get; }

    public abstract string Area { get; }

    public abstract string Year { get; }

    public abstract string Plan { get; }

    public abstract string Words { get; }

    public abstract string WordsHint { get; }

    public abstract string Any { get; }

    public abstract string Star { get; }

    public abstract string OnlyStarred { get; }

    public abstract string PlanNumber(int number);

    /// <summary>Under a field whose value the catalog no longer has.</summary>
    public abstract string NoLongerThere { get; }

    public abstract string NoIds { get; }

    /// <param name="most">How many were looked up.</param>
    public abstract string OnlyFirst(int most);

    public abstract string Share { get; }

    /// <param name="name">Who shared it.</param>
    public abstract string SharedBy(string name);

    /// <summary>To a workspace that has not installed the app, or has removed it.</summary>
    public abstract string NotInstalled { get; }

    private sealed class InEnglish : FinderTexts
    {
        public override string Title => "Find commitments";

        public override string Result => "Commitments";

        public override string LookUp => "IDs in this message";

        public override string Submit => "Find";

        public override string Close => "Close";

        public override string Member => "Member";

        public override string Area => "Policy area";

        public override string Year => "Year";

        public override string Plan => "Action plan";

        public override string Words => "Words in the title";

        public override string WordsHint => "for instance: open data";

        public override string Any => "Any";

        public override string Star => "Star";

        public override string OnlyStarred => "Only starred commitments";

        public override string PlanNumber(int number) => $"Plan {number}";

        public override string NoLongerThere => "The catalog was updated and no longer has this. Choose again.";

        public override string NoIds => "There is no commitment ID in this message. IDs look like PE0062: the letters of a member and four digits.";

        public override string OnlyFirst(int most) => $"The message has more IDs than I show: these are the first {most}.";

        public override string Share => "Share to channel";

        public override string SharedBy(string name) => $"Shared by {name}";

        public override string NotInstalled => "This app is not installed in this workspace, or was removed from it. Somebody who manages the workspace can install it again.";
    }

    private sealed class InSpanish : FinderTexts
    {
        public override string Title => "Buscar compromisos";

        public override string Result => "Compromisos";

        public override string LookUp => "Códigos del mensaje";

        public override string Submit => "Buscar";

        public override string Close => "Cerrar";

        public override string Member => "Miembro";

        public override string Area => "Área temática";

        public override string Year => "Año";

        public override string Plan => "Plan de acción";

        public override string Words => "Palabras del título";

        public override string WordsHint => "por ejemplo: datos abiertos";

        public override string Any => "Cualquiera";

        public override string Star => "Estrella";

        public override string OnlyStarred => "Solo compromisos destacados";

        public override string PlanNumber(int number) => $"Plan n.º {number}";

        public override string NoLongerThere => "El catálogo se actualizó y ya no tiene este valor. Elige de nuevo.";

        public override string NoIds => "En este mensaje no hay ningún ID de compromiso. Los ID son como PE0062: las letras de un miembro y cuatro cifras.";

        public override string OnlyFirst(int most) => $"El mensaje tiene más ID de los que muestro: estos son los primeros {most}.";

        public override string Share => "Compartir en canal";

        public override string SharedBy(string name) => $"Compartido por {name}";

        public override string NotInstalled => "Esta aplicación no está instalada en este espacio de trabajo, o se quitó de él. Quien lo administra puede instalarla de nuevo.";
    }
}
