using System.Reflection;

namespace OgpBot.Tests.Conventions;

/// <summary>Arguments of any type, for calling what one knows only by reflection.</summary>
/// <param name="variant">Counts are this number; conditions hold where it is odd.</param>
internal sealed class Sample(int variant)
{
    /// <summary>Stands for every word from data: a name, a title, a value.</summary>
    public const string Word = "Xyz";

    public object? Of(Type type)
    {
        if (type == typeof(string))
        {
            return Word;
        }

        if (type == typeof(bool))
        {
            return variant % 2 == 1;
        }

        if (type == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(variant % values.Length);
        }

        if (type.IsPrimitive)
        {
            return Convert.ChangeType(variant, type, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner);
        }

        return ElementOf(type) is { } element ? List(element) : Made(type);
    }

    private Array List(Type element)
    {
        var list = Array.CreateInstance(element, 1 + (variant % 3));
        for (var index = 0; index < list.Length; index++)
        {
            list.SetValue(Of(element), index);
        }

        return list;
    }

    private object Made(Type type)
    {
        if (type.IsValueType && type.GetConstructors().Length == 0)
        {
            return Activator.CreateInstance(type)!;
        }

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != type))
            .MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new NotSupportedException($"No sample of {type}.");
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }

    private static Type? ElementOf(Type type) => type switch
    {
        { IsArray: true } => type.GetElementType(),
        { IsInterface: true, IsGenericType: true } when type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType()) => type.GetGenericArguments()[0],
        _ => null,
    };
}
