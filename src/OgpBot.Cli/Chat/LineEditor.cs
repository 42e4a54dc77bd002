using OgpBot.Cli.Terminal;
using OgpBot.Conversations;
using Spectre.Console;

namespace OgpBot.Cli.Chat;

/// <summary>Reads a line from a keyboard with the keys of a shell. The line stays on one row and scrolls when it is long.</summary>
internal sealed class LineEditor(IAnsiConsole console, Func<ConsoleKeyInfo> readKey)
{
    private const string Prompt = "> ";

    private readonly History history = new();

    /// <returns>The line; null when the person ends the input (Ctrl+D).</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = new EditedLine();
        while (true)
        {
            Draw(line);
            var key = await WaitAsync(cancellationToken);
            switch (Pressed(line, key))
            {
                case Press.Enter:
                    console.WriteLine();
                    if (!string.IsNullOrWhiteSpace(line.Text))
                    {
                        history.Add(line.Text);
                    }

                    return line.Text;
                case Press.End:
                    console.WriteLine();
                    return null;
            }
        }
    }

    /// <summary>The wait itself cannot be cancelled: it is left behind on its thread, which does not keep the process alive.</summary>
    private async Task<ConsoleKeyInfo> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(readKey, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            console.WriteLine();
            throw;
        }
    }

    private enum Press
    {
        Edit,
        Enter,
        End,
    }

    private Press Pressed(EditedLine line, ConsoleKeyInfo key)
    {
        var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        var word = control || key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return Press.Enter;
            case ConsoleKey.D when control && line.Text.Length == 0:
                return Press.End;
            case ConsoleKey.UpArrow:
            case ConsoleKey.P when control:
                line.Text = history.Older(line.Text) ?? line.Text;
                break;
            case ConsoleKey.DownArrow:
            case ConsoleKey.N when control:
                line.Text = history.Newer() ?? line.Text;
                break;
            default:
                Edit(line, key, control, word);
                break;
        }

        return Press.Edit;
    }

    private static void Edit(EditedLine line, ConsoleKeyInfo key, bool control, bool word)
    {
        Action? edit = key.Key switch
        {
            ConsoleKey.LeftArrow when word => line.WordLeft,
            ConsoleKey.RightArrow when word => line.WordRight,
            ConsoleKey.LeftArrow => line.Left,
            ConsoleKey.RightArrow => line.Right,
            ConsoleKey.Home => line.ToStart,
            ConsoleKey.End => line.ToEnd,
            ConsoleKey.Backspace when word => line.DeleteWordLeft,
            ConsoleKey.Backspace => line.DeleteLeft,
            ConsoleKey.Delete => line.DeleteRight,
            ConsoleKey.A when control => line.ToStart,
            ConsoleKey.E when control => line.ToEnd,
            ConsoleKey.B when control => line.Left,
            ConsoleKey.F when control => line.Right,
            ConsoleKey.D when control => line.DeleteRight,
            ConsoleKey.H when control => line.DeleteLeft,
            ConsoleKey.W when control => line.DeleteWordLeft,
            ConsoleKey.U when control => line.DeleteToStart,
            ConsoleKey.K when control => line.DeleteToEnd,
            _ when !char.IsControl(key.KeyChar) => () => line.Insert(key.KeyChar),
            _ => null,
        };
        edit?.Invoke();
    }

    private void Draw(EditedLine line)
    {
        var (before, after) = line.Characters();
        // One cell stays free: writing the last one moves some terminals to the next row.
        var room = console.Profile.Width - Prompt.Length - 1;
        var left = string.Concat(Enumerable.Reverse(Fitting(before.Reverse(), room)));
        var right = string.Concat(Fitting(after, room - Styled.Cells(left)));
        console.WriteAnsi(terminal => terminal
            .CursorHorizontalAbsolute(1)
            .EraseInLine(0)
            .Write(Prompt + left + right)
            .CursorHorizontalAbsolute(Prompt.Length + Styled.Cells(left) + 1));
    }

    private static List<string> Fitting(IEnumerable<string> characters, int room)
    {
        List<string> fitting = [];
        foreach (var character in characters.Select(PlainText.Clean))
        {
            room -= Styled.Cells(character);
            if (room < 0)
            {
                break;
            }

            fitting.Add(character);
        }

        return fitting;
    }
}
