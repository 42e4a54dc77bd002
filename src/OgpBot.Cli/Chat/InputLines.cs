using System.Runtime.CompilerServices;
using System.Text;

namespace OgpBot.Cli.Chat;

/// <summary>The lines of a stream of any bytes. What is not UTF-8 becomes U+FFFD; what goes over the limit is dropped.</summary>
internal sealed class InputLines(Stream input)
{
    /// <summary>Bytes of a line that are kept: far more than the bot reads of a message.</summary>
    public const int Limit = 64 * 1024;

    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        var line = new MemoryStream();
        var any = false;
        while (await FillAsync(buffer, cancellationToken) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] == (byte)'\n')
                {
                    yield return Take(line);
                    any = false;
                    continue;
                }

                any = true;
                if (line.Length < Limit)
                {
                    line.WriteByte(buffer[i]);
                }
            }
        }

        if (any)
        {
            yield return Take(line);
        }
    }

    /// <summary>A console's read cannot be cancelled: it is left behind on its thread, which does not keep the process alive.</summary>
    private Task<int> FillAsync(byte[] buffer, CancellationToken cancellationToken) =>
        Task.Run(() => input.Read(buffer, 0, buffer.Length), cancellationToken).WaitAsync(cancellationToken);

    private static string Take(MemoryStream line)
    {
        var text = Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
        line.SetLength(0);
        return text.TrimEnd('\r').TrimStart('\uFEFF');
    }
}
