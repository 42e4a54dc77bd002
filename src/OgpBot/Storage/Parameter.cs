using System.Reflection;
using SQLitePCL;

namespace OgpBot.Storage;

/// <summary>How one value of a statement is taken from what is given to it: read through a delegate, since reflection costs as much as the statement.</summary>
internal abstract class Parameter
{
    public static Parameter Of(PropertyInfo property, int index) =>
        (Parameter)Activator.CreateInstance(typeof(Parameter<,>).MakeGenericType(property.DeclaringType!, property.PropertyType), property.GetMethod, index)!;

    /// <returns>SQLite's code.</returns>
    public abstract int Bind(sqlite3_stmt statement, object parameters);
}

internal sealed class Parameter<TOwner, TValue>(MethodInfo getter, int index) : Parameter
{
    private readonly Func<TOwner, TValue> read = getter.CreateDelegate<Func<TOwner, TValue>>();

    public override int Bind(sqlite3_stmt statement, object parameters) => read((TOwner)parameters) switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        string text => raw.sqlite3_bind_text(statement, index, text),
        ReadOnlyMemory<byte> text => raw.sqlite3_bind_text(statement, index, text.Span),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        bool yes => raw.sqlite3_bind_int64(statement, index, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, index, number),
        var other => throw new NotSupportedException($"{other.GetType().Name} is no value of SQLite."),
    };
}
