using CsvHelper;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

/// <summary>The lexicon's files as rows of cells by heading.</summary>
internal static class LexiconFile
{
    private const string English =
        "a about above after again all also am an and any are around as ask at be because been before best between both bot but by can could current did do "
        + "does each either else end ever every few find first for from get give go had has have he hello help her his how i if in into is it its just know "
        + "last latest least less let like list look made make many may me mean means more most much my name new next no none nor not now number of off ok old "
        + "on once one only open or order other our out over page per please previous rank same say see set she should show since so some such tell than thank "
        + "thanks that the their them then there these they this those three to today too top total two until up us use used very want was we were what when "
        + "where which while who whose why will with without work would year years yes you your";

    private const string Spanish =
        "a al algo algun alguna algunas algunos ante antes año años aquel aquella aquí así aun aunque ayuda bajo bien bueno buenos buenas buscar busca cada casi "
        + "como con contra cuál cuáles cualquier cuándo cuánta cuántas cuánto cuántos cuenta da dame de decir del desde después di día días dice dime donde dos "
        + "durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta están estar estas este esto estos estoy favor fin fines fue fueron "
        + "gracias ha había han hasta hay haz he hecho hola hoy igual ir la las le les lista listado lo los luego más mayor me mejor menos menor mi mis mismo "
        + "mostrar mucho muchos muestra muéstrame muy nada ni ningún ninguna no nos nuevo nueva nuevos nuevas número o otra otras otro otros para parte pero plan "
        + "planes poco pocos por porque primer primera primero puede puedes pues que quién quiénes quiero saber se sea según segunda segundo ser si sido siguiente "
        + "sin sobre solo son su sus tal también tanto te tema temas tener ti tiene tienen tipo toda todas todo todos total trata tres tu tus u última últimas "
        + "último últimos un una unas uno unos usar va van ver vez y ya yo";

    /// <summary>Words of questions in either language that name nothing by themselves, folded.</summary>
    public static IReadOnlyList<string> StopWords { get; } = [.. $"{English} {Spanish}".Split(' ').Select(Lexicon.Key)];

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Lexicon/{file}.csv");
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToDictionary(heading => heading, heading => csv.GetString(heading) ?? "", StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>The folded names in these columns, where a bar separates several in one cell.</summary>
    public static IEnumerable<string> List(IReadOnlyDictionary<string, string> row, params string[] columns) =>
        columns.SelectMany(column => row[column].Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(Lexicon.Key);
}
