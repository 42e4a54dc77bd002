using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>The words of a brief.</summary>
public abstract class BriefTexts
{
    private static readonly BriefTexts English = new InEnglish();

    private static readonly BriefTexts Spanish = new InSpanish();

    private BriefTexts() { }

    public static BriefTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Summary(int total, int starred, string scope);

    public abstract string Starred { get; }

    public abstract string Newest { get; }

    public abstract string NewestOthers { get; }

    public abstract string More(int count);

    private sealed class InEnglish : BriefTexts
    {
        public override string Starred => "Starred:";

        public override string Newest => "Newest:";

        public override string NewestOthers => "Newest of the others:";

        public override string Summary(int total, int starred, string scope) =>
            $"Brief{(scope.Length == 0 ? "" : $" on {scope}")}: {ListTexts.In(Language.English).Commitments(total)}, {(starred == 0 ? "none" : Phrase.Number(starred))} starred.";

        public override string More(int count) => $"{Phrase.Number(count)} more";
    }

    private sealed class InSpanish : BriefTexts
    {
        public override string Starred => "Destacados:";

        public override string Newest => "Los más recientes:";

        public override string NewestOthers => "Los más recientes de los demás:";

        public override string Summary(int total, int starred, string scope) =>
            $"Resumen{(scope.Length == 0 ? "" : $" de {scope}")}: {ListTexts.In(Language.Spanish).Commitments(total)}, {(starred == 0 ? "ninguno destacado" : starred == 1 ? "1 destacado" : $"{Phrase.Number(starred)} destacados")}.";

        public override string More(int count) => $"{Phrase.Number(count)} más";
    }
}
