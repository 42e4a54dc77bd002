using System.Collections;
using System.Runtime.CompilerServices;

namespace OgpBot.Conversations;

/// <summary>A list that is equal to another with equal items in the same order, so that records of lists compare by content.</summary>
[CollectionBuilder(typeof(Values), nameof(Values.Of))]
public sealed class Values<T> : IReadOnlyList<T>, IEquatable<Values<T>>
{
    private readonly T[] items;

    internal Values(T[] items) => this.items = items;

    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Values<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override bool Equals(object? obj) => Equals(obj as Values<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(", ", items);
}

public static class Values
{
    public static Values<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    public static Values<T> ToValues<T>(this IEnumerable<T> items) => new([.. items]);
}
