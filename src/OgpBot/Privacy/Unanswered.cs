using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.Logging;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot.Privacy;

/// <summary>A kind of question that found no answer.</summary>
/// <param name="Words">Folded; numbers of more than four digits, addresses and mentions are gone.</param>
/// <param name="Reason">unclear, nothing-found or ignored-words.</param>
public sealed record UnansweredQuestion(string Words, string Reason, Language Language, int Times, DateOnly FirstOn, DateOnly LastOn);

/// <summary>
/// Counts questions that found no answer, so that whoever runs the bot learns what is missing. Nobody's ID, name, channel or time of day is with them; for
/// 90 days, and at most a thousand.
/// </summary>
public sealed partial class Unanswered(BotDatabase database, StateWriter writer, TimeProvider time, ILogger<Unanswered> log)
{
    private const int Most = 1_000;

    private const int Longest = 200;

    private const int Days = 90;

    private const string Count = """
        insert into unanswered (words, reason, language, times, first_on, last_on) values (@words, @reason, @language, 1, @today, @today)
        on conflict do update set times = times + 1, last_on = excluded.last_on
        """;

    private const string Expire = """
        delete from unanswered where last_on < @oldest
            or (words, reason) in (select words, reason from unanswered order by last_on desc, times desc, words limit -1 offset @most)
        """;

    private const string Select = """
        select words as Words, reason as Reason, language as Language, times as Times, first_on as FirstOn, last_on as LastOn
        from unanswered order by times desc, last_on desc, words limit @most
        """;

    /// <summary>Waits for nothing. Best effort.</summary>
    public void Note(string text, Question question, Reply reply)
    {
        if (ReasonOf(question, reply) is { } reason && WordsOf(text) is { Length: > 0 } words && !writer.IsStuck)
        {
            _ = KeepAsync(words, reason, question.Language);
        }
    }

    /// <summary>The commonest first.</summary>
    public async Task<IReadOnlyList<UnansweredQuestion>> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Select, new { most = Math.Min(most, Most) }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new UnansweredQuestion(row.Words, row.Reason, (Language)row.Language, (int)row.Times, Day(row.FirstOn), Day(row.LastOn)))];
    }

    public Task<int> ClearAsync(CancellationToken cancellationToken) => writer.WriteAsync(transaction => transaction.Execute("delete from unanswered", new { }), cancellationToken);

    /// <summary>It would be counted.</summary>
    internal static bool Concerns(Question question, Reply reply) => ReasonOf(question, reply) is not null;

    internal static string? ReasonOf(Question question, Reply reply) => question switch
    {
        { Verb: Verb.Unclear } => "unclear",
        { Verb: Verb.Find or Verb.Count or Verb.Explain } when reply.Total == 0 => "nothing-found",
        _ when question.Notices.Any(notice => notice.Kind == NoticeKind.Ignored) => "ignored-words",
        _ => null,
    };

    /// <summary>What is left when everything is gone that could lead to somebody.</summary>
    internal static string WordsOf(string text)
    {
        var words = string.Join(' ', Folding.Words(Traces().Replace(text, " ")));
        return words.Length <= Longest ? words : words[..Longest];
    }

    internal async Task KeepAsync(string words, string reason, Language language)
    {
        try
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            await writer.WriteAsync(
                transaction =>
                {
                    transaction.Execute(Count, new { words, reason, language = (int)language, today = Text(today) });
                    return transaction.Execute(Expire, new { oldest = Text(today.AddDays(-Days)), most = Most });
                },
                CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogNotKept(log, failure.GetType().Name);
        }
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string Words { get; init; } = "";

        public string Reason { get; init; } = "";

        public long Language { get; init; }

        public long Times { get; init; }

        public string FirstOn { get; init; } = "";

        public string LastOn { get; init; } = "";
    }

    /// <summary>Mentions, addresses of any kind, and numbers that are no year.</summary>
    [GeneratedRegex(@"<[^>]*>|\S*@\S*|\b\w+://\S*|\bwww\.\S*|[+(]?\d[\d\s().\-/]{4,}\d|\d{5,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Traces();

    [LoggerMessage(1, LogLevel.Warning, "A question without an answer could not be counted ({Reason})")]
    private static partial void LogNotKept(ILogger logger, string reason);
}
