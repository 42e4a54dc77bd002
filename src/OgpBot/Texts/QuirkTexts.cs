using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>What is said about oddities of the source.</summary>
public abstract class QuirkTexts
{
    private static readonly QuirkTexts English = new InEnglish();

    private static readonly QuirkTexts Spanish = new InSpanish();

    private QuirkTexts() { }

    public static QuirkTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string Misspelt { get; }

    public abstract string NoArea { get; }

    public abstract string TwinTitles { get; }

    public abstract string Order { get; }

    public abstract string Stated { get; }

    public abstract string Spans { get; }

    public abstract string Inferred { get; }

    public abstract string LostPerformance { get; }

    public abstract string LostParticipation { get; }

    public abstract string LostImplications { get; }

    public abstract string LostScores { get; }

    public abstract string Intro { get; }

    public abstract string WhichMember { get; }

    public abstract string ShowNoArea { get; }

    public abstract string Known(string member, int kinds);

    public abstract string All { get; }

    public abstract string MisspeltCount(int total);

    public abstract string TwinsCount(int total);

    public abstract string None(string member);

    public abstract string Word(string written, string right, string id);

    public abstract string IdOrder(int year, string first, string last, string next);

    public abstract string StatedAndListed(string plan, string stated, int listed);

    public abstract string Lost(int missing, int of);

    private sealed class InEnglish : QuirkTexts
    {
        public override string Misspelt => "Misspelt in the source, shown as written";

        public override string NoArea => "Without a policy area";

        public override string TwinTitles => "The same title twice";

        public override string Order => "Order on the page is not ID order";

        public override string Stated => "Number of commitments, page and list";

        public override string Spans => "More than one span for a plan";

        public override string Inferred => "Plan numbers inferred from the order of the years";

        public override string LostPerformance => "Performance figures not in the source";

        public override string LostParticipation => "Participation levels not in the source";

        public override string LostImplications => "Global Report implications not in the source";

        public override string LostScores => "Global Report scores not in the source";

        public override string Intro => "Titles and figures are shown as the source has them; nothing is corrected or guessed.";

        public override string WhichMember => "Oddities are listed one member at a time. Which one?";

        public override string ShowNoArea => "Commitments without an area";

        public override string All => "All oddities of the source";

        public override string Known(string member, int kinds) => kinds == 1 ? $"1 kind of oddity is known in the source on {member}." : $"{kinds} kinds of oddities are known in the source on {member}.";

        public override string MisspeltCount(int total) => total == 1 ? "1 commitment has a typo in its title." : $"{total} commitments have a typo in their title.";

        public override string TwinsCount(int total) => total == 0 ? "No commitment shares its title with another." : $"{total} commitments share their title with another.";

        public override string None(string member) => $"No oddities are known in the source on {member}.";

        public override string Word(string written, string right, string id) => $"{written} for {right} ({id})";

        public override string IdOrder(int year, string first, string last, string next) => $"{year}: {first} to {last} come before {next}";

        public override string StatedAndListed(string plan, string stated, int listed) =>
            stated == $"{listed}" ? $"{plan}: both say {stated}" : $"{plan}: the page says {stated}, the list holds {listed}";

        public override string Lost(int missing, int of) => $"{missing} of {of}";
    }

    private sealed class InSpanish : QuirkTexts
    {
        public override string Misspelt => "Mal escrito en la fuente, se muestra tal cual";

        public override string NoArea => "Sin área de política";

        public override string TwinTitles => "El mismo título dos veces";

        public override string Order => "El orden de la página no es el de los códigos";

        public override string Stated => "Número de compromisos, página y lista";

        public override string Spans => "Más de un período para un plan";

        public override string Inferred => "Números de plan deducidos del orden de los años";

        public override string LostPerformance => "Cifras de desempeño que no figuran en la fuente";

        public override string LostParticipation => "Niveles de participación que no figuran en la fuente";

        public override string LostImplications => "Implicaciones del Informe Global que no figuran en la fuente";

        public override string LostScores => "Puntajes del Informe Global que no figuran en la fuente";

        public override string Intro => "Los títulos y las cifras se muestran como están en la fuente; nada se corrige ni se adivina.";

        public override string WhichMember => "Las particularidades se listan por miembro. ¿De cuál?";

        public override string ShowNoArea => "Compromisos sin área";

        public override string All => "Todas las particularidades de la fuente";

        public override string Known(string member, int kinds) => kinds == 1 ? $"Se conoce 1 tipo de particularidad en la fuente sobre {member}." : $"Se conocen {kinds} tipos de particularidades en la fuente sobre {member}.";

        public override string MisspeltCount(int total) => total == 1 ? "1 compromiso tiene una errata en el título." : $"{total} compromisos tienen una errata en el título.";

        public override string TwinsCount(int total) => total == 0 ? "Ningún compromiso comparte su título con otro." : $"{total} compromisos comparten su título con otro.";

        public override string None(string member) => $"No hay particularidades conocidas en la fuente sobre {member}.";

        public override string Word(string written, string right, string id) => $"{written} en lugar de {right} ({id})";

        public override string IdOrder(int year, string first, string last, string next) => $"{year}: de {first} a {last} van antes de {next}";

        public override string StatedAndListed(string plan, string stated, int listed) =>
            stated == $"{listed}" ? $"{plan}: ambas dicen {stated}" : $"{plan}: la página dice {stated}, la lista contiene {listed}";

        public override string Lost(int missing, int of) => $"{missing} de {of}";
    }
}
