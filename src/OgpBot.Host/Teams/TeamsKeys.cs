using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace OgpBot.Host.Teams;

/// <summary>A public key that signs tokens.</summary>
/// <param name="Endorsements">The channels that it may sign for, such as msteams; empty where the issuer names none.</param>
internal sealed record TeamsKey(SecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>
/// The keys of one issuer, from its OpenID document alone. An unknown key has them read anew, since keys change; but seldom, since unknown keys are also
/// what forgers bring.
/// </summary>
internal sealed partial class TeamsKeys(string address, IDocumentRetriever documents, TimeProvider time, ILogger<TeamsKeys> log) : IDisposable
{
    /// <summary>Between two readings for the sake of unknown keys.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>After a reading that failed.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);

    /// <summary>After this, keys are read anew while the old ones serve.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile State state = new(FrozenDictionary<string, TeamsKey>.Empty, null, null);

    /// <summary>False until keys were read once: nobody can be told from anybody.</summary>
    public bool Known => state.ReadAt is not null;

    /// <summary>Null for a key that the issuer does not publish, or cannot be asked about.</summary>
    public async Task<TeamsKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var known = state;
        if (known.Keys.TryGetValue(id, out var key))
        {
            if (IsPast(known.ReadAt, Age))
            {
                _ = ReadAsync(known, CancellationToken.None);
            }

            return key;
        }

        await ReadAsync(known, cancellationToken);
        return state.Keys.GetValueOrDefault(id);
    }

    /// <summary>Reads the keys, unless that was done a short while ago.</summary>
    public Task ReadAsync(CancellationToken cancellationToken) => ReadAsync(state, cancellationToken);

    public void Dispose() => reading.Dispose();

    private async Task ReadAsync(State seen, CancellationToken cancellationToken)
    {
        if (!MayRead(seen))
        {
            return;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited finds what the first one read.
            if (MayRead(state))
            {
                await ReadNowAsync();
            }
        }
        finally
        {
            reading.Release();
        }
    }

    private bool MayRead(State at) => IsPast(at.ReadAt, Pause) && IsPast(at.FailedAt, PauseAfterFailure);

    private bool IsPast(long? moment, TimeSpan pause) => moment is not { } then || time.GetElapsedTime(then) >= pause;

    /// <summary>For all who wait: none of them cancels it.</summary>
    private async Task ReadNowAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, patience.Token);
            var keys = document.JsonWebKeySet.Keys.Where(IsSigningKey).GroupBy(key => key.Kid, StringComparer.Ordinal);
            state = new(keys.ToFrozenDictionary(same => same.Key, same => new TeamsKey(same.First(), EndorsementsOf(same.First())), StringComparer.Ordinal), time.GetTimestamp(), null);
            LogRead(log, state.Keys.Count);
        }
        catch (Exception reason) when (reason is IOException or HttpRequestException or OperationCanceledException or InvalidOperationException or ArgumentException or JsonException)
        {
            state = state with { FailedAt = time.GetTimestamp() };
            LogNotRead(log, reason.GetType().Name, (reason.InnerException ?? reason).GetType().Name);
        }
    }

    private static bool IsSigningKey(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, KeySize: >= 2048, HasPrivateKey: false } && key.Use is null or "" or JsonWebKeyUseNames.Sig;

    private static string[] EndorsementsOf(JsonWebKey key) => key.AdditionalData.TryGetValue("endorsements", out var value) ? value switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!)],
        IEnumerable<object> list => [.. list.OfType<string>()],
        _ => [],
    }
    : [];

    /// <param name="ReadAt">When they were read; null: never.</param>
    /// <param name="FailedAt">When reading failed last; null: not since <paramref name="ReadAt"/>.</param>
    private sealed record State(FrozenDictionary<string, TeamsKey> Keys, long? ReadAt, long? FailedAt);

    [LoggerMessage(1, LogLevel.Information, "{Count} signing keys for Teams were read")]
    private static partial void LogRead(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Warning, "The signing keys for Teams cannot be read ({Reason}, {Cause})")]
    private static partial void LogNotRead(ILogger logger, string reason, string cause);
}
