using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Follow-ups that lead nowhere, with the way back.</summary>
public abstract class FollowUpTexts
{
    private static readonly FollowUpTexts English = new InEnglish();

    private static readonly FollowUpTexts Spanish = new InSpanish();

    private FollowUpTexts() { }

    public static FollowUpTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string NoNextPage { get; }

    public abstract string NoPreviousPage { get; }

    public abstract string NoPage(string page);

    public abstract string NoItem(string number);

    public abstract string NothingBefore { get; }

    public abstract string BackToList { get; }

    public abstract string AllCommitments { get; }

    public abstract string StarredCommitments { get; }

    public abstract string Help { get; }

    private sealed class InEnglish : FollowUpTexts
    {
        public override string NoNextPage => "That is all: there are no more pages.";

        public override string NoPreviousPage => "This is the first page: there is nothing before it.";

        public override string NothingBefore => "There is nothing before this to go on from. What would you like to see?";

        public override string BackToList => "Back to the list";

        public override string AllCommitments => "All commitments";

        public override string StarredCommitments => "Starred commitments";

        public override string Help => "Help";

        public override string NoPage(string page) => $"There is no page {page}: the list has no more pages.";

        public override string NoItem(string number) => $"The last list has no number {number}.";
    }

    private sealed class InSpanish : FollowUpTexts
    {
        public override string NoNextPage => "Eso es todo: no hay más páginas.";

        public override string NoPreviousPage => "Esta es la primera página: no hay nada antes.";

        public override string NothingBefore => "No hay nada anterior de donde continuar. ¿Qué quieres ver?";

        public override string BackToList => "Volver a la lista";

        public override string AllCommitments => "Todos los compromisos";

        public override string StarredCommitments => "Compromisos destacados";

        public override string Help => "Ayuda";

        public override string NoPage(string page) => $"No hay página {page}: la lista no tiene más páginas.";

        public override string NoItem(string number) => $"La última lista no tiene el número {number}.";
    }
}
