using System.Text.Json.Nodes;
using OgpBot.Conversations;

namespace OgpBot.Cli.Chat;

/// <summary>A conversation that a program reads: one JSON object per line of input, in the same order, each flushed at once.</summary>
internal sealed class JsonChat(Conversation conversation, Surroundings surroundings)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var line in new InputLines(surroundings.Input).ReadAsync(cancellationToken))
        {
            await surroundings.Output.WriteAsync(await AnswerAsync(line, cancellationToken));
            await surroundings.Output.WriteAsync('\n');
            await surroundings.Output.FlushAsync(cancellationToken);
        }
    }

    /// <summary>A fault on one line must not cost the program on the other end its conversation: it gets the error in place of the reply.</summary>
    private async Task<string> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        try
        {
            return ReplyJson.Write(await conversation.AskAsync(line, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var failure = Failure.Of(exception);
            await surroundings.Error.WriteLineAsync($"ogpbot: {PlainText.Line(failure.Message)}");
            return new JsonObject { ["error"] = PlainText.Line(failure.Message) }.ToJsonString();
        }
    }
}
