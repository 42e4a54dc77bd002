using OgpBot.Cli.Terminal;
using OgpBot.Conversations;
using Spectre.Console;

namespace OgpBot.Cli.Chat;

/// <summary>A conversation that a person reads: typed lines in, drawn replies out, until the input ends.</summary>
internal sealed class ChatSession(Conversation conversation, IAnsiConsole console)
{
    private IReadOnlyList<Choice> choices = [];
    private Language language = conversation.Language;

    /// <param name="readLine">The next line; null when there is none.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    public async Task RunAsync(Func<CancellationToken, Task<string?>> readLine, CancellationToken cancellationToken)
    {
        Say(ChatWords.Welcome(language));
        while (await readLine(cancellationToken) is { } line)
        {
            switch (Typed.Read(line, choices))
            {
                case Typed.Quit:
                    return;
                case Typed.Help:
                    Say(ChatWords.Help(language));
                    break;
                case Typed.NoSuchChoice:
                    Say(ChatWords.NoSuchChoice(language, choices.Count));
                    break;
                case Typed.Pick pick:
                    console.Write(Styled.Line($"> {pick.Says}", Styled.Dim));
                    console.WriteLine();
                    await AnswerAsync(pick.Says, cancellationToken);
                    break;
                case Typed.Question question:
                    await AnswerAsync(question.Text, cancellationToken);
                    break;
            }
        }
    }

    private async Task AnswerAsync(string text, CancellationToken cancellationToken)
    {
        var reply = await conversation.AskAsync(text, cancellationToken);
        choices = reply.Choices;
        language = reply.Language;
        console.WriteLine();
        console.Write(TerminalRenderer.Render(reply, choosable: true));
        console.WriteLine();
    }

    private void Say(string text)
    {
        console.Write(Styled.Paragraph(text, Styled.Dim));
        console.WriteLine();
    }
}
