using System.Net;
using System.Net.Http.Headers;

namespace OgpBot.Ingest.Sources;

/// <summary>What a server said of a file it gave, so that the same file need not be fetched again.</summary>
public sealed record Validators(string? ETag, DateTimeOffset? LastModified);

/// <summary>What became of a download.</summary>
/// <param name="Path">The file, in a folder of its own; null when there is nothing new or it failed.</param>
/// <param name="Failure">Why there is no file; null when it is there or has not changed.</param>
public sealed record Downloaded(string? Path, Validators? Validators, string? Failure)
{
    /// <summary>The server has nothing newer than what was fetched before.</summary>
    public bool IsUnchanged => Path is null && Failure is null;

    /// <summary>It may be there a moment later.</summary>
    public bool IsPassing { get; init; }

    internal static Downloaded Failed(string reason) => new(null, null, reason);
}

/// <summary>Fetches a file over https, within limits of size and time. A redirect may not leave the host: what was configured is what is trusted.</summary>
public sealed class Download(HttpMessageHandler handler) : IDisposable
{
    /// <summary>OGP's largest export has some 40 MB.</summary>
    public const long LargestFile = 100 * 1024 * 1024;

    private const int MostRedirects = 5;

    private readonly HttpMessageInvoker http = new(handler);

    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AutomaticDecompression = DecompressionMethods.All,
    };

    /// <summary>An https address; http only on this machine.</summary>
    public static bool TryAddress(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Without what may be secret in it.</summary>
    public static string Name(Uri address) => $"{address.Host}{address.AbsolutePath.TrimEnd('/')}";

    /// <param name="folder">Where the file is put, under the last part of its address.</param>
    /// <param name="known">What is known of the file that was fetched last; null to fetch it in any case.</param>
    public async Task<Downloaded> FetchAsync(Uri address, string folder, Validators? known, CancellationToken cancellationToken)
    {
        var at = address;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var response = await http.SendAsync(Request(at, known), cancellationToken);
            switch (response.StatusCode)
            {
                case HttpStatusCode.NotModified:
                    return new(null, known, null);
                case HttpStatusCode.OK:
                    return await KeepAsync(response, Path.Combine(folder, FileName(address)), cancellationToken);
                case HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect:
                    if (response.Headers.Location is not { } location || !IsWithin(at, new Uri(at, location)))
                    {
                        return Downloaded.Failed($"{Name(at)} redirects to {(response.Headers.Location is { } elsewhere ? new Uri(at, elsewhere).Host : "nowhere")}, which is not followed");
                    }

                    at = new Uri(at, location);
                    break;
                case var status:
                    return Downloaded.Failed($"{Name(at)} answers {(int)status}") with { IsPassing = (int)status is >= 500 or 408 or 429 };
            }
        }

        return Downloaded.Failed($"{Name(address)} redirects more than {MostRedirects} times");
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(Uri address, Validators? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("OgpBot", "1.0"));
        request.Headers.IfModifiedSince = known?.LastModified;
        if (known?.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
        {
            request.Headers.IfNoneMatch.Add(parsed);
        }

        return request;
    }

    private static bool IsWithin(Uri from, Uri to) => from.Host == to.Host && from.Port == to.Port && from.Scheme == to.Scheme;

    private static async Task<Downloaded> KeepAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        var tooLarge = Downloaded.Failed($"the file is larger than {LargestFile / 1024 / 1024} MB");
        if (response.Content.Headers.ContentLength > LargestFile)
        {
            return tooLarge;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = File.Create(path);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[81_920];
        for (long length = 0; await body.ReadAsync(buffer, cancellationToken) is var read and > 0;)
        {
            length += read;
            if (length > LargestFile)
            {
                return tooLarge;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new(path, new(response.Headers.ETag?.ToString(), response.Content.Headers.LastModified), null);
    }

    private static string FileName(Uri address)
    {
        var last = Uri.UnescapeDataString(address.AbsolutePath.TrimEnd('/').Split('/')[^1]);
        var name = string.Concat(last.Where(sign => char.IsLetterOrDigit(sign) || sign is '.' or '-' or '_')).TrimStart('.');
        return name.Length is > 0 and <= 100 ? name : address.Host;
    }
}
