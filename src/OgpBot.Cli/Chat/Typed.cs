using System.Globalization;
using OgpBot.Conversations;

namespace OgpBot.Cli.Chat;

/// <summary>What a typed line means to the chat. No question begins with a colon, so one marks what is meant for the chat itself.</summary>
internal abstract record Typed
{
    public sealed record Question(string Text) : Typed;

    /// <param name="Says">What choosing it says.</param>
    public sealed record Pick(string Says) : Typed;

    public sealed record NoSuchChoice : Typed;

    public sealed record Help : Typed;

    public sealed record Quit : Typed;

    public sealed record Nothing : Typed;

    public static Typed Read(string line, IReadOnlyList<Choice> choices) => line.Trim() switch
    {
        "" => new Nothing(),
        ":q" or ":quit" or ":exit" or ":salir" => new Quit(),
        ":h" or ":?" or ":help" or ":ayuda" => new Help(),
        [':', .. var number] when Number(number) is { } picked && picked >= 1 && picked <= choices.Count => new Pick(choices[picked - 1].Says),
        [':', ..] => new NoSuchChoice(),
        var text => new Question(text),
    };

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
