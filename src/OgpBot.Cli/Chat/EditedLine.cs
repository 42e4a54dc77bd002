using System.Globalization;

namespace OgpBot.Cli.Chat;

/// <summary>A line being typed: text and cursor. The cursor moves by what a person sees as one character.</summary>
internal sealed class EditedLine
{
    /// <summary>UTF-16 units: more than the bot reads of a message.</summary>
    private const int Limit = 8000;

    private string text = "";

    public string Text
    {
        get => text;
        set => (text, Cursor) = (value, value.Length);
    }

    /// <summary>UTF-16 units before the cursor.</summary>
    public int Cursor { get; private set; }

    public void Insert(char typed)
    {
        if (text.Length < Limit)
        {
            text = text.Insert(Cursor++, typed.ToString());
        }
    }

    public void ToStart() => Cursor = 0;

    public void ToEnd() => Cursor = text.Length;

    public void Left() => Cursor = Starts().LastOrDefault(start => start < Cursor);

    public void Right() => Cursor = Starts().Append(text.Length).FirstOrDefault(start => start > Cursor, text.Length);

    public void WordLeft() => Cursor = WordStart();

    public void WordRight()
    {
        while (Cursor < text.Length && char.IsWhiteSpace(text[Cursor]))
        {
            Cursor++;
        }

        while (Cursor < text.Length && !char.IsWhiteSpace(text[Cursor]))
        {
            Cursor++;
        }
    }

    public void DeleteLeft() => RemoveFrom(Starts().LastOrDefault(start => start < Cursor));

    public void DeleteRight()
    {
        var end = Cursor;
        Right();
        RemoveFrom(end);
    }

    public void DeleteWordLeft() => RemoveFrom(WordStart());

    public void DeleteToStart() => RemoveFrom(0);

    public void DeleteToEnd() => text = text[..Cursor];

    /// <summary>The characters before and after the cursor, as a person counts them.</summary>
    public (IReadOnlyList<string> Before, IReadOnlyList<string> After) Characters() => (Split(text[..Cursor]), Split(text[Cursor..]));

    private static List<string> Split(string part)
    {
        List<string> characters = [];
        for (var elements = StringInfo.GetTextElementEnumerator(part); elements.MoveNext();)
        {
            characters.Add(elements.GetTextElement());
        }

        return characters;
    }

    private int[] Starts() => StringInfo.ParseCombiningCharacters(text);

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private void RemoveFrom(int start) => (text, Cursor) = (text.Remove(start, Cursor - start), start);
}
