using System.Text;
using OgpBot.EndToEndTests.Faults;

namespace OgpBot.EndToEndTests;

/// <summary>Somebody who used the bot in every way is forgotten: no row and no byte of the built host's files holds their ID.</summary>
public sealed class ForgetMeTests : IAsyncLifetime
{
    private const string Chat = "D0CHAT001";

    private const string Channel = "C00000001";

    // By the numbers of their chats.
    private const int Asking = 3;

    private const int Named = 4;

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
    public async Task Whoever_asks_for_it_leaves_nothing_and_neither_does_whom_an_operator_names()
    {
        await UseSlackAsync();
        await UseTeamsAsync(Asking);
        await UseTeamsAsync(Named);
        string[] ids = [SlackTraffic.Person, Chat, .. IdsOf(Asking), .. IdsOf(Named)[..2]];
        Assert.Equal(2, State.Count("subscription where channel = 'slack'"));

        await SayAsync(SlackTraffic.Direct(++said, Chat, "forget me"));
        await SayAsync(SlackTraffic.Direct(++said, Chat, "yes"));
        await SayInTeamsAsync(Asking, "forget me");
        await SayInTeamsAsync(Asking, "yes");
        var (code, _, error) = await ogpbot.RunAsync([], ["forget", "--channel", "teams", "--team", TenantOf(Named), "--user", IdsOf(Named)[0], "--data", Data], Cancel);
        await Stage.UntilAsync(() => Found(ids).Length == 0, Patience, Cancel);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal([], Found(ids));
        Assert.Equal(1, State.Count($"subscription where place = '{Channel}' and person = '' and state = 'active'"));
        Assert.Equal(1, State.Count("subscription"));
        Assert.DoesNotContain(host!.Lines, line => ids.Any(id => line.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task While_no_host_runs_an_operator_makes_it_so_at_once()
    {
        await UseSlackAsync();
        await host!.StopAsync(Cancel);

        var (code, _, error) = await ogpbot.RunAsync([], ["forget", "--team", SlackStandIn.Team, "--user", SlackTraffic.Person, "--data", Data], Cancel);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal([], Found(SlackTraffic.Person));
        Assert.Equal(1, State.Count($"subscription where place = '{Channel}' and person = '' and state = 'active'"));
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
        await SettleAsync();
        Assert.Contains("bot.db", Found(SlackTraffic.Person).Select(file => file[..6]));
        foreach (var table in (string[])["inbox", "outbox", "subscription", "conversation_memory", "default_member", "slack_search"])
        {
            Assert.NotEqual(0, State.Count(table));
        }
    }

    private async Task UseTeamsAsync(int person)
    {
        foreach (var text in (string[])["Peru justice commitments 2017", "PE0062", "default Peru", "commitments about wells and bridges and zzyzx", "follow PE0084 at once", "yes"])
        {
            await SayInTeamsAsync(person, text);
        }

        await SettleAsync();
        Assert.NotEmpty(Found(IdsOf(person)[0]));
        foreach (var table in (string[])["inbox", "outbox", "subscription", "conversation_memory", "default_member", "teams_conversation"])
        {
            Assert.NotEqual(0, State.Count($"{table} where tenant = '{TenantOf(person)}'"));
        }
    }

    /// <summary>The person as Teams and as Entra ID know them, and their chat.</summary>
    private static string[] IdsOf(int person) => [$"29:person-{person}", $"00000000-0000-0000-0001-{person:000000000000}", $"a:chat-{person}"];

    private static string TenantOf(int person) => $"00000000-0000-0000-0000-{person:000000000000}";

    private Task SayInTeamsAsync(int person, string text) => SayAsync(new TeamsTraffic(standIns!.Address).Say(++said, person, text));

    private Task SayAsync(Faults.Delivery delivery) => delivery.SendAsync(host!.Client, Cancel);

    private async Task SettleAsync()
    {
        await Stage.UntilAsync(() => State.Unfinished == 0, TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(0, State.Unfinished);
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
