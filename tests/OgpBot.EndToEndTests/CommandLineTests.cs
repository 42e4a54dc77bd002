using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OgpBot.EndToEndTests;

public sealed class CommandLineTests : IDisposable
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CommandLineProcess ogpbot = new();

    public void Dispose() => ogpbot.Dispose();

    [Fact]
    public async Task A_question_is_answered_in_utf8_without_escape_codes_when_it_is_piped()
    {
        var (code, output, error) = await RunAsync([], "ask", "compromisos estelares");

        var text = Strict.GetString(output);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("★ Reusable Open Data", text, StringComparison.Ordinal);
        Assert.Contains("Siguientes pasos:", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.NotEqual(0xEF, output[0]);
    }

    [Theory]
    [InlineData(0, "ask", "PE0062")]
    [InlineData(1, "ask", "year:2018")]
    [InlineData(2, "ask", "--frobnicate")]
    [InlineData(3, "ask", "PE0062", "--data", "in-the-way")]
    [InlineData(0, "--help")]
    public async Task The_process_ends_with_the_documented_exit_code(int expected, params string[] args)
    {
        await File.WriteAllTextAsync(Path.Combine(ogpbot.Folder, "in-the-way"), "a file", TestContext.Current.CancellationToken);

        var (code, _, error) = await RunAsync([], args);

        Assert.Equal(expected, code);
        Assert.True(error.Count(sign => sign == '\n') <= 1, error);
    }

    [Fact]
    public async Task A_chat_of_rubbish_gets_a_line_of_json_for_every_line()
    {
        byte[] input =
        [
            .. "starred commitments\n"u8,
            0xC3, 0x28, 0xFF, 0xFE, (byte)'\n',
            0, 0, 0, (byte)'\n',
            .. new byte[1_000_000].Select(_ => (byte)'x'), (byte)'\n',
            .. "{\"broken\": \n"u8,
            .. "number 3"u8,
        ];

        var (code, output, error) = await RunAsync(input, "chat", "--json");

        var replies = Strict.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal((0, "", 6), (code, error, replies.Count));
        Assert.Equal("PE0062", replies[5].GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Each_reply_of_a_json_chat_comes_before_the_next_line_is_sent()
    {
        var process = ogpbot.Start("chat", "--json");

        foreach (var id in (string[])["PE0062", "PE0082"])
        {
            await process.StandardInput.WriteLineAsync(id);
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.Contains(id, line, StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task An_interrupt_ends_a_waiting_chat_with_exit_code_130_and_one_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal to send.");
        Assert.SkipWhen(await IgnoresInterruptsAsync(), "A shell that runs this in the background has interrupts ignored, and what it starts inherits that.");
        var process = ogpbot.Start("chat", "--json");
        await process.StandardInput.WriteLineAsync("PE0062");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("ogpbot: interrupted", (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
    }

    /// <summary>Bit 1 of the mask is SIGINT.</summary>
    private static async Task<bool> IgnoresInterruptsAsync() =>
        File.Exists("/proc/self/status")
        && (await File.ReadAllLinesAsync("/proc/self/status", TestContext.Current.CancellationToken)).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask.Split('\t')[1], 16) & 2) != 0;

    private Task<(int Code, byte[] Output, string Error)> RunAsync(byte[] input, params string[] args) =>
        ogpbot.RunAsync(input, args, TestContext.Current.CancellationToken);
}
