using OgpBot.Cli;

namespace OgpBot.Tests.Cli;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task A_sound_installation_has_no_cross_and_exit_code_0()
    {
        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.DoesNotContain("✗", ran.Output, StringComparison.Ordinal);
        Assert.Contains("4 plans, 104 commitments, 24 resources", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"✓ SQLite +3\.\d+", ran.Output);
        Assert.Matches(@"✓ Version +[0-9a-f]+, built \d{4}-\d\d-\d\d \d\d:\d\d UTC", ran.Output);
        Assert.Contains("– Slack          off, absent: SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_shown_by_name_and_never_by_value()
    {
        shell.Variables["SLACK_BOT_TOKEN"] = "xoxb-very-secret";
        shell.Variables["SLACK_SIGNING_SECRET"] = "also-secret";
        shell.File("appsettings.json", """{ "MicrosoftAppId": "an-id", /* comment */ "MicrosoftAppPassword": "a-password", }""");

        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("✓ Slack          present: SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET", ran.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Teams          present: MicrosoftAppId, MicrosoftAppPassword", ran.Output, StringComparison.Ordinal);
        Assert.All(["secret", "an-id", "a-password"], value => Assert.DoesNotContain(value, ran.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Slack", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")]
    [InlineData("Slack", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")]
    [InlineData("Teams", "MicrosoftAppId", "Teams__CertificatePath")]
    public async Task Every_way_to_set_a_channel_up_is_sound(string channel, params string[] names)
    {
        foreach (var name in names)
        {
            shell.Variables[name] = "a-value";
        }

        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains($"✓ {channel}          present: ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_of_a_section_counts()
    {
        shell.File("appsettings.json", """{ "MicrosoftAppId": "an-id", "Teams": { "CertificatePath": "bot.pem", "LocalPeers": false } }""");

        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Contains("✓ Teams          present: MicrosoftAppId, Teams:CertificatePath", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_half_set_up_is_broken()
    {
        shell.Variables["SLACK_BOT_TOKEN"] = "xoxb-x";

        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal(ExitCode.Nothing, ran.Code);
        Assert.Contains("✗ Slack          half set up: present: SLACK_BOT_TOKEN; absent: SLACK_SIGNING_SECRET", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_not_json_are_broken()
    {
        shell.File("appsettings.json", "{ nonsense");

        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal(ExitCode.Nothing, ran.Code);
        Assert.Contains("✗ Settings       appsettings.json cannot be read", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_broken_and_says_how_to_name_another()
    {
        shell.File("data", "a file in its place");

        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal(ExitCode.Nothing, ran.Code);
        Assert.Contains("✗ Data folder", ran.Output, StringComparison.Ordinal);
        Assert.Contains("--data or OGPBOT_DATA names another.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_catalog_is_reported_and_rebuilt()
    {
        Directory.CreateDirectory(Path.Combine(shell.Folder, "data"));
        shell.File(Path.Combine("data", "catalog.db"), new string('x', 5000));

        var damaged = await shell.RunAsync(["doctor"], width: 200);
        var mended = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal(ExitCode.Nothing, damaged.Code);
        Assert.Contains("✗ Catalog        was damaged", damaged.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, mended.Code);
    }

    [Fact]
    public async Task A_damaged_database_of_conversations_is_broken()
    {
        Directory.CreateDirectory(Path.Combine(shell.Folder, "data"));
        shell.File(Path.Combine("data", "bot.db"), new string('x', 5000));

        var ran = await shell.RunAsync(["doctor"], width: 200);

        Assert.Equal(ExitCode.Nothing, ran.Code);
        Assert.Contains("✗ Conversations  bot.db is damaged", ran.Output, StringComparison.Ordinal);
    }
}
