using System.Text;
using OgpBot.EndToEndTests.Faults;

namespace OgpBot.EndToEndTests;

/// <summary>Somebody who used the bot in every way is forgotten: no row and no byte of the built host's files holds their ID.</summary>
public sealed class ForgetMeTests : IAsyncLifetime
{
    private const string Chat = "D0CHAT001";

    private const string Channel = "C00000001";

    // Chat 3 of the stand-in's people.
    private const string TeamsPerson = "29:person-3";

    private const string TeamsObject = "00000000-0000-0000-0001-000000000003";

    private const string TeamsChat = "a:chat-3";

    private const string TeamsTenant = "00000000-0000-0000-0000-000000000003";

    // The file is rewritten half a minute after somebody was forgotten, so that what was being answered meanwhile has ended.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly CommandLineProcess ogpbot = new();
    private StandIns? standIns;
    private HostProcess? host;
    private int said;

    private string Data => Path.Combine(ogpbot.Folder, "data");

    private StateFile State => new(Data);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        standIns = await StandIns.StartAsync(seed: 1, Cancel);
        Directory.CreateDirectory(Data);
        host = await HostProcess.StartAsync(Data, Cancel, standIns.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        await standIns!.DisposeAsync();
        ogpbot.Dispose();
    }

    [Fact]
    public async Task In_Slack_whoever_asks_for_it_leaves_nothing()
    {
        await UseSlackAsync();

        await SayAsync(SlackTraffic.Direct(++said, Chat, "forget me"));
        await SayAsync(SlackTraffic.Direct(++said, Chat, "yes"));
        await Stage.UntilAsync(() => Found(SlackTraffic.Person, Chat).Length == 0, Patience, Cancel);

        Assert.Equal([], Found(SlackTraffic.Person, Chat));
        Assert.Equal(1, State.Count($"subscription where place = '{Channel}' and person = '' and state = 'active'"));
        Assert.Equal(1, State.Count("subscription"));
        Assert.DoesNotContain(host!.Lines, line => line.Contains(SlackTraffic.Person, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Slack_an_operator_makes_it_so_at_once_while_no_host_runs()
    {
        await UseSlackAsync();
        await host!.StopAsync(Cancel);

        var (code, _, error) = await ogpbot.RunAsync([], ["forget", "--team", SlackStandIn.Team, "--user", SlackTraffic.Person, "--data", Data], Cancel);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal([], Found(SlackTraffic.Person));
        Assert.Equal(1, State.Count($"subscription where place = '{Channel}' and person = '' and state = 'active'"));
    }

    [Fact]
    public async Task In_Teams_whoever_asks_for_it_leaves_nothing()
    {
        await UseTeamsAsync();

        await SayInTeamsAsync("forget me");
        await SayInTeamsAsync("yes");
        await Stage.UntilAsync(() => Found(TeamsPerson, TeamsObject, TeamsChat).Length == 0, Patience, Cancel);

        Assert.Equal([], Found(TeamsPerson, TeamsObject, TeamsChat));
        Assert.Equal(0, State.Count("subscription"));
        Assert.DoesNotContain(host!.Lines, line => line.Contains(TeamsPerson, StringComparison.Ordinal) || line.Contains(TeamsObject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_Teams_an_operator_makes_it_so_beside_the_running_host()
    {
        await UseTeamsAsync();

        var (code, _, error) = await ogpbot.RunAsync([], ["forget", "--channel", "teams", "--team", TeamsTenant, "--user", TeamsPerson, "--data", Data], Cancel);
        await Stage.UntilAsync(() => Found(TeamsPerson, TeamsObject).Length == 0, Patience, Cancel);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal([], Found(TeamsPerson, TeamsObject));
        Assert.Equal(0, State.Count("subscription"));
    }

    private async Task UseSlackAsync()
    {
        await SayAsync(SlackTraffic.OpenHome(++said, Chat));
        await SayAsync(SlackTraffic.Mention(++said, Channel, "Peru justice commitments 2017"));
        await SayAsync(SlackTraffic.Command(Channel, "justice commitments"));
        await SayAsync(SlackTraffic.Command(Channel, "next"));
        foreach (var text in (string[])["PE0062", "default Peru", "commitments about wells and bridges and zzyzx", "follow PE0084 at once", "yes"])
        {
            await SayAsync(SlackTraffic.Direct(++said, Chat, text));
        }

        await SayAsync(SlackTraffic.Mention(++said, Channel, "subscribe resources country:peru every:change zone:america/lima confirmed:yes"));
        await SayAsync(SlackTraffic.OpenHome(++said, Chat));
        await SettleAsync(subscriptions: 2);
        Assert.Contains("bot.db", Found(SlackTraffic.Person).Select(file => file[..6]));
        foreach (var table in (string[])["inbox", "outbox", "subscription", "conversation_memory", "default_member", "slack_search"])
        {
            Assert.NotEqual(0, State.Count(table));
        }
    }

    private async Task UseTeamsAsync()
    {
        foreach (var text in (string[])["Peru justice commitments 2017", "PE0062", "default Peru", "commitments about wells and bridges and zzyzx", "follow PE0084 at once", "yes"])
        {
            await SayInTeamsAsync(text);
        }

        await SettleAsync(subscriptions: 1);
        Assert.NotEmpty(Found(TeamsPerson));
        foreach (var table in (string[])["inbox", "outbox", "subscription", "conversation_memory", "default_member", "teams_conversation"])
        {
            Assert.NotEqual(0, State.Count(table));
        }
    }

    private Task SayInTeamsAsync(string text) => SayAsync(new TeamsTraffic(standIns!.Address).Say(++said, 3, text));

    private Task SayAsync(Faults.Delivery delivery) => delivery.SendAsync(host!.Client, Cancel);

    private async Task SettleAsync(int subscriptions)
    {
        await Stage.UntilAsync(() => State.Unfinished == 0 && State.Count("subscription where state = 'active'") == subscriptions, TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(subscriptions, State.Count("subscription where state = 'active'"));
    }

    /// <summary>In which of the files one of these stands, with the words around it.</summary>
    private string[] Found(params string[] wanted) =>
    [
        .. from path in Directory.GetFiles(Data, "bot.db*")
           let bytes = Read(path)
           from each in wanted
           let at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(each))
           where at >= 0
           select $"{Path.GetFileName(path)}: {Encoding.Latin1.GetString(bytes, Math.Max(0, at - 80), Math.Min(bytes.Length, at + 80) - Math.Max(0, at - 80))}",
    ];

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
