using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OgpBot.Cli.Terminal;
using OgpBot.Conversations;
using OgpBot.Privacy;

namespace OgpBot.Cli.Privacy;

/// <summary>Lists the questions that found no answer, without anybody's name.</summary>
internal static class UnansweredCommand
{
    private const int Most = 200;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = ReplyJson.Encoder };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per line, for programs." };

    private static readonly Option<bool> Clear = new("--clear") { Description = "Forget them after showing them." };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("unanswered", "Questions that found no answer, the commonest first.")
        {
            Usages = ["ogpbot unanswered", "ogpbot unanswered --json | jq .words", "ogpbot unanswered --clear"],
            Remarks =
            [
                "Words are kept in lower case, without mentions, addresses and long numbers, and without who asked, where or at what time; for 90 days.",
                "unclear: nothing could be read. nothing-found: no record matches. ignored-words: some words were left out of the search.",
            ],
        };
        command.Add(Json);
        command.Add(Clear);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        Mistyped.Reject(parsed);
        await using var runtime = Runtime.Open(parsed, surroundings);
        var questions = await runtime.Unanswered.ListAsync(Most, cancellationToken);
        if (parsed.GetValue(Json))
        {
            foreach (var question in questions)
            {
                await surroundings.Output.WriteLineAsync(JsonSerializer.Serialize(question, Options));
            }
        }
        else if (questions.Count == 0)
        {
            await surroundings.Output.WriteLineAsync("No unanswered questions.");
        }
        else
        {
            Consoles.Output(surroundings, parsed.Colours(surroundings)).Write(GridView.Draw(new Conversations.Grid(
                "Unanswered questions", ["times", "last", "reason"], [.. questions.Select(Row)])));
        }

        if (parsed.GetValue(Clear))
        {
            await runtime.Unanswered.ClearAsync(cancellationToken);
        }

        return ExitCode.Done;
    }

    private static Conversations.GridRow Row(UnansweredQuestion question) =>
        new(question.Words, [PlainText.Number(question.Times), question.LastOn.ToString("O", CultureInfo.InvariantCulture), question.Reason]);
}
