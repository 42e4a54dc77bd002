using Microsoft.Data.Sqlite;
using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>Gathers which commitments have a value of a fact, or have none for a reason. One row holds the numbers of all of them.</summary>
internal sealed class FactLists
{
    private static readonly string[] Names = Enum.GetNames<Field>();

    // By the value as it is written: folding each of them once is enough.
    private readonly Dictionary<(Field Field, string? Value, KnownState State), List<int>> lists = [];

    public void Add(int number, Commitment it)
    {
        Add(number, Field.Status, it.Status);
        Add(number, Field.Completion, it.Completion);
        Add(number, Field.Impact, it.PotentialImpact);
        Add(number, Field.EarlyResults, it.EarlyResults);
        Add(number, Field.Start, it.StartDate);
        Add(number, Field.End, it.EndDate);
        if (it.Areas.Count == 0)
        {
            Add(number, Field.Area, Known.NotInSource);
        }

        AddMissing(number, Field.Lead, it.LeadInstitution);
        AddMissing(number, Field.Supporting, it.SupportingInstitutions);
        AddMissing(number, Field.Description, it.Description);
    }

    public void Write(SqliteConnection connection)
    {
        using var insert = new Inserter(connection, "commitment_fact", "field", "folded", "commitments");
        foreach (var ((field, value, state), numbers) in lists)
        {
            insert.Insert(Names[(int)field], value is null ? FactWords.Of(state) : Folding.Fold(value), $"[{string.Join(',', numbers)}]");
        }
    }

    // What is given of these is found by its words.
    private void AddMissing(int number, Field field, Known known)
    {
        if (!known.IsGiven)
        {
            Add(number, field, known);
        }
    }

    private void Add(int number, Field field, Known known)
    {
        var key = (field, known.Value, known.State);
        if (!lists.TryGetValue(key, out var numbers))
        {
            lists.Add(key, numbers = []);
        }

        numbers.Add(number);
    }
}
