using System.Runtime.InteropServices;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace OgpBot.Catalog;

/// <summary>
/// What the commitments of one edition are counted by, and their order, in memory: some 2 MB for 10,000. SQLite says which commitments a filter lets
/// through; to group tens of thousands of rows by a text takes it ten times as long as this.
/// </summary>
internal sealed class Ledger
{
    private const int Most = CatalogStore.Most;

    private readonly Dictionary<Field, Column> columns = [];
    private readonly List<int> years = [];

    private Ledger() { }

    /// <summary>The numbers of all commitments, which are in the order of their IDs.</summary>
    public IReadOnlyList<int> All { get; private set; } = [];

    public static async Task<Ledger> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var ledger = new Ledger();
        var fields = LedgerRow.Labels.Select(label => ledger.columns[label.Field] = new Column()).ToList();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = LedgerRow.Select;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                ledger.years.Add(reader.GetInt32(0));
                for (var field = 0; field < fields.Count; field++)
                {
                    fields[field].Add(reader.GetString(field + 1));
                }
            }
        }

        ledger.columns[Field.Area] = Column.Of(
            ledger.years.Count, (await connection.QueryAsync<LedgerRow>(new CommandDefinition(LedgerRow.SelectAreas, cancellationToken: cancellationToken))).Select(row => (row.Name, Numbers(row.Commitments))));
        ledger.All = [.. Enumerable.Range(1, ledger.years.Count)];
        return ledger;
    }

    /// <summary>One page of these.</summary>
    public IReadOnlyList<int> Page(IReadOnlyList<int> numbers, Sort sort, int skip, int take)
    {
        var ordered = sort switch
        {
            Sort.Newest => numbers.OrderByDescending(Year).ThenBy(number => number),
            Sort.Oldest => numbers.OrderBy(Year).ThenBy(number => number),
            Sort.Id => numbers.Order(),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Titles are not in memory."),
        };
        return [.. ordered.Skip(skip).Take(take)];

        int Year(int number) => years[number - 1];
    }

    /// <summary>Most first, then by label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing to count by.</exception>
    public IReadOnlyList<Tally> Tally(IReadOnlyList<int> numbers, Field by)
    {
        var column = Of(by);
        var counts = new int[column.Labels.Count];
        foreach (var number in numbers)
        {
            foreach (var label in column[number])
            {
                counts[label]++;
            }
        }

        return
        [
            .. counts.Index().Where(count => count.Item > 0).Select(count => new Tally(column.Labels[count.Index], count.Item))
                .OrderByDescending(tally => tally.Count).ThenBy(tally => tally.Label, StringComparer.Ordinal).Take(Most),
        ];
    }

    /// <summary>Only cells that hold something, by row and column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing to count by.</exception>
    public IReadOnlyList<Cell> Pivot(IReadOnlyList<int> numbers, Field rows, Field across)
    {
        var (row, column) = (Of(rows), Of(across));
        var counts = new Dictionary<(int Row, int Column), int>();
        foreach (var number in numbers)
        {
            foreach (var first in row[number])
            {
                foreach (var second in column[number])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (first, second), out _)++;
                }
            }
        }

        return
        [
            .. counts.Select(count => new Cell(row.Labels[count.Key.Row], column.Labels[count.Key.Column], count.Value))
                .OrderBy(cell => cell.Row, StringComparer.Ordinal).ThenBy(cell => cell.Column, StringComparer.Ordinal).Take(Most),
        ];
    }

    /// <summary>The numbers in a JSON array of them.</summary>
    public static List<int> Numbers(string json) => JsonSerializer.Deserialize<List<int>>(json) ?? [];

    private Column Of(Field field) => columns.GetValueOrDefault(field)
        ?? throw new ArgumentOutOfRangeException(nameof(field), field, "Commitments are not counted by this.");

    /// <summary>The labels of one fact, each text once.</summary>
    private sealed class Column
    {
        private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
        private readonly List<int[]> ofEach = [];
        private readonly List<int[]> alone = [];

        public List<string> Labels { get; } = [];

        public int[] this[int number] => ofEach[number - 1];

        public void Add(string label) => ofEach.Add(alone[Label(label)]);

        /// <summary>A commitment counts under each of its labels, and without any under the empty one.</summary>
        public static Column Of(int count, IEnumerable<(string Label, List<int> Numbers)> labels)
        {
            var column = new Column();
            var lists = new List<int>?[count];
            foreach (var (label, numbers) in labels)
            {
                var its = column.Label(label);
                foreach (var number in numbers)
                {
                    (lists[number - 1] ??= []).Add(its);
                }
            }

            var none = column.Label("");
            column.ofEach.AddRange(lists.Select(list => list?.ToArray() ?? column.alone[none]));
            return column;
        }

        private int Label(string text)
        {
            if (!known.TryGetValue(text, out var label))
            {
                known.Add(text, label = Labels.Count);
                Labels.Add(text);
                alone.Add([label]);
            }

            return label;
        }
    }
}
