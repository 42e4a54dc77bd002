using OgpBot.Storage;
using Polly;
using Polly.Retry;

namespace OgpBot.Ingest.Sources;

/// <summary>What became of one source.</summary>
/// <param name="Report">Null when there was nothing to import: it has not changed, or could not be had.</param>
/// <param name="Failure">Why it could not be had; null when it could.</param>
public sealed record SourceOutcome(ImportReport? Report, Validators? Validators, string? Failure)
{
    /// <summary>True when the source is in the catalog as it is now.</summary>
    public bool IsGood => Failure is null && Report is null or { Usable: true, Refused: null };
}

/// <summary>Imports a file, a folder, or what lies at an https address.</summary>
public sealed class SourceImport(Download download, DataFolder folder, TimeProvider time)
{
    private const string Incoming = "incoming-";

    /// <param name="location">As in <see cref="SourcesOptions.Locations"/>.</param>
    /// <param name="known">Of an address: fetch only what is newer.</param>
    /// <param name="patience">For the download, with its repetitions.</param>
    public async Task<SourceOutcome> ImportAsync(
        string location, Validators? known, TimeSpan patience, bool force, IProgress<ImportStep>? progress, CancellationToken cancellationToken)
    {
        if (!Download.TryAddress(location, out var address))
        {
            return location.Contains("://", StringComparison.Ordinal)
                ? new(null, null, "only https addresses are fetched")
                : new(await Importer.ImportAsync(location, folder, time, force, progress, cancellationToken), null, null);
        }

        var incoming = Path.Combine(folder.Path, $"{Incoming}{Guid.NewGuid():n}");
        try
        {
            var fetched = await FetchAsync(address, incoming, known, patience, cancellationToken);
            return fetched.Path is null
                ? new(null, fetched.Validators, fetched.Failure)
                : new(await Importer.ImportAsync(fetched.Path, folder, time, force, progress, cancellationToken), fetched.Validators, null);
        }
        finally
        {
            Delete(incoming);
        }
    }

    /// <summary>What a killed process left.</summary>
    public void DeleteLeftovers()
    {
        foreach (var leftover in Directory.Exists(folder.Path) ? Directory.EnumerateDirectories(folder.Path, $"{Incoming}*") : [])
        {
            Delete(leftover);
        }
    }

    private async Task<Downloaded> FetchAsync(Uri address, string incoming, Validators? known, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await Repeating().ExecuteAsync(async token => await download.FetchAsync(address, incoming, known, token), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Downloaded.Failed($"{Download.Name(address)} took longer than {patience.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException error)
        {
            return Downloaded.Failed($"{Download.Name(address)} cannot be reached ({error.HttpRequestError})");
        }
        catch (IOException error)
        {
            return Downloaded.Failed($"{Download.Name(address)} broke off ({error.GetType().Name})");
        }
    }

    private ResiliencePipeline<Downloaded> Repeating() => new ResiliencePipelineBuilder<Downloaded> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<Downloaded>
        {
            ShouldHandle = new PredicateBuilder<Downloaded>().Handle<HttpRequestException>().Handle<IOException>().HandleResult(fetched => fetched.IsPassing),
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
        })
        .Build();

    private static void Delete(string incoming)
    {
        if (Directory.Exists(incoming))
        {
            Directory.Delete(incoming, recursive: true);
        }
    }
}
