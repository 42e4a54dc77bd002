using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>The platforms' side of many conversations: hands messages over, and again until they are acknowledged.</summary>
internal sealed class Crowd(Func<int, Question> ask, int clients, int seed)
{
    // So many in a hundred acknowledged deliveries come again all the same.
    private const int Impatient = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<Errand> waiting = [];
    private readonly ConcurrentQueue<Question> questions = [];
    private readonly ConcurrentQueue<Exchange> exchanges = [];
    private readonly Random random = new(seed);
    private int asked;
    private int acknowledged;
    private int underWay;

    public IReadOnlyCollection<Question> Questions => questions;

    /// <summary>Messages, not deliveries.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>Every answer to a delivery.</summary>
    public IReadOnlyCollection<Exchange> Exchanges => exchanges;

    /// <summary>Deliveries that are not acknowledged yet.</summary>
    public int Left => waiting.Count + Volatile.Read(ref underWay);

    /// <summary>Works until the host or the test ends.</summary>
    /// <param name="wanted">So many messages are begun in all; what is not acknowledged is handed over again for ever.</param>
    public Task WorkAsync(HttpClient host, Func<int> wanted, CancellationToken end) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => WorkOneAsync(host, wanted, end), CancellationToken.None)));

    /// <summary>Some acknowledged ones, as a platform does that did not hear the acknowledgement.</summary>
    public void Repeat(int count)
    {
        var done = questions.Where(question => question.Acknowledged > 0).ToArray();
        for (var repeat = 0; done.Length > 0 && repeat < count; repeat++)
        {
            var question = done[Draw(done.Length)];
            waiting.Enqueue(new(question, question.Deliveries[Draw(question.Deliveries.Count)]));
        }
    }

    private async Task WorkOneAsync(HttpClient host, Func<int> wanted, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            Interlocked.Increment(ref underWay);
            var errand = Next(wanted());
            if (errand is not null)
            {
                await HandOverAsync(host, errand, end);
            }

            Interlocked.Decrement(ref underWay);
            if (errand is null)
            {
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }

    private Errand? Next(int wanted)
    {
        if (waiting.TryDequeue(out var errand))
        {
            return errand;
        }

        if (Volatile.Read(ref asked) >= wanted || Interlocked.Increment(ref asked) is var number && number > wanted)
        {
            return null;
        }

        var question = ask(number);
        questions.Enqueue(question);
        foreach (var other in question.Deliveries.Skip(1))
        {
            waiting.Enqueue(new(question, other));
        }

        return new(question, question.Deliveries[0]);
    }

    private async Task HandOverAsync(HttpClient host, Errand errand, CancellationToken end)
    {
        var begun = Stopwatch.GetTimestamp();
        HttpStatusCode? status = null;
        string? trouble = null;
        errand.Question.Ask();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, errand.Delivery.Path) { Content = new ByteArrayContent(errand.Delivery.Body) };
            request.Content.Headers.ContentType = new("application/json");
            foreach (var (name, value) in errand.Delivery.Headers(errand.Delivery.Body))
            {
                request.Headers.Add(name, value);
            }

            using var response = await host.SendAsync(request, end);
            status = response.StatusCode;
        }
        catch (Exception reason) when (reason is HttpRequestException or OperationCanceledException)
        {
            // The host died, or is about to.
            trouble = reason is HttpRequestException { HttpRequestError: var error } ? $"{error}" : reason.GetType().Name;
        }

        exchanges.Enqueue(new(begun, Stopwatch.GetElapsedTime(begun), status, trouble));
        if (status is HttpStatusCode.OK)
        {
            Settle(errand);
            return;
        }

        waiting.Enqueue(errand);
        await Task.Delay(Pause, CancellationToken.None);
    }

    private void Settle(Errand errand)
    {
        if (!errand.Delivery.IsTwin && errand.Question.Acknowledge())
        {
            Interlocked.Increment(ref acknowledged);
        }

        if (Draw(100) < Impatient)
        {
            waiting.Enqueue(errand);
        }
    }

    private int Draw(int below)
    {
        lock (random)
        {
            return random.Next(below);
        }
    }

    private sealed record Errand(Question Question, Delivery Delivery);
}

/// <param name="Begun">In ticks of the stopwatch.</param>
/// <param name="Status">Null when there was no answer.</param>
/// <param name="Trouble">Why not.</param>
internal sealed record Exchange(long Begun, TimeSpan Took, HttpStatusCode? Status, string? Trouble);
