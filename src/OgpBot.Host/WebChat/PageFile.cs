using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace OgpBot.Host.WebChat;

/// <summary>A file of the page, embedded in the program so that the host runs from anywhere.</summary>
internal sealed record PageFile(byte[] Content, EntityTagHeaderValue Tag)
{
    public static PageFile Of(byte[] content) => new(content, new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\""));

    public static PageFile Read(string name)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream($"Page/{name}")
            ?? throw new FileNotFoundException("The program holds no such file of the page.", name);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return Of(content.ToArray());
    }
}
