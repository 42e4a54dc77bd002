using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Tests.Reading;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Conversations;

public sealed class MemoryTests(PeruWords words) : IClassFixture<PeruWords>, IDisposable
{
    private static readonly Address Room = new("web", "tenant", "room");

    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_conversation_goes_on_after_a_restart()
    {
        var said = new Context(words.Known("area:justice year:2017 page:2") with { Language = Language.Spanish }, ["PE0082", "", "PE0083"], 11, 4, Language.Spanish);
        using (var before = new OpenState(folder.Data, time))
        {
            await before.Memory.KeepAsync(Room, said, Cancelled);
        }

        using var reopened = new OpenState(folder.Data, time);
        var recalled = await reopened.Memory.RecallAsync(Room, Language.English, words.Vocabulary, Cancelled);

        Assert.Equal(said, recalled);
    }

    [Fact]
    public async Task What_was_said_last_is_what_counts()
    {
        using var state = new OpenState(folder.Data, time);
        var memory = state.Memory;

        await memory.KeepAsync(Room, About("year:2012"), Cancelled);
        await memory.KeepAsync(Room, About("year:2015"), Cancelled);

        Assert.Equal(words.Known("year:2015"), (await memory.RecallAsync(Room, null, words.Vocabulary, Cancelled)).Last);
    }

    [Fact]
    public async Task A_conversation_is_forgotten_after_a_day_and_not_before()
    {
        using var state = new OpenState(folder.Data, time);
        var memory = state.Memory;
        await memory.KeepAsync(Room, About("year:2012"), Cancelled);

        time.Advance(Memory.Lifetime - TimeSpan.FromSeconds(1));
        var before = await memory.RecallAsync(Room, Language.Spanish, words.Vocabulary, Cancelled);
        time.Advance(TimeSpan.FromSeconds(1));
        var after = await memory.RecallAsync(Room, Language.Spanish, words.Vocabulary, Cancelled);

        Assert.NotNull(before.Last);
        Assert.Equal(Context.Fresh(Language.Spanish), after);
    }

    [Fact]
    public async Task What_has_expired_leaves_the_database_when_others_talk()
    {
        using var state = new OpenState(folder.Data, time);
        var memory = state.Memory;
        await memory.KeepAsync(Room, About("year:2012"), Cancelled);

        time.Advance(Memory.Lifetime);
        await memory.KeepAsync(Room with { Conversation = "another" }, About("year:2015"), Cancelled);

        await using var connection = await state.Database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "select group_concat(conversation) from conversation_memory";
        Assert.Equal("another", await command.ExecuteScalarAsync(Cancelled));
    }

    [Fact]
    public async Task Conversations_tenants_and_channels_never_mix()
    {
        // A channel's own names are sound text.
        var names = Gen.OneOf(Gen.OneOf("", "a", "b", "a:b", "A", "á", "'", "%", "a\u0000b"), Gen.String[0, 8]);
        var addresses = Gen.Select(Gen.OneOf("web", "slack", "teams"), names, names, (channel, tenant, conversation) => new Address(channel, PlainText.Clean(tenant), PlainText.Clean(conversation)));
        using var state = new OpenState(folder.Data, time);
        var memory = state.Memory;

        await addresses.HashSet[2, 5].SampleAsync(
            async set =>
            {
                var each = set.ToList();
                for (var at = 0; at < each.Count; at++)
                {
                    await memory.KeepAsync(each[at], About($"year:{2010 + at}"), Cancelled);
                }

                for (var at = 0; at < each.Count; at++)
                {
                    Assert.Equal(words.Known($"year:{2010 + at}"), (await memory.RecallAsync(each[at], null, words.Vocabulary, Cancelled)).Last);
                }
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public async Task A_remembered_query_that_no_longer_reads_is_as_good_as_none()
    {
        using var state = new OpenState(folder.Data, time);
        var memory = state.Memory;
        await memory.KeepAsync(Room, About("country:peru"), Cancelled);
        await using (var connection = await state.Database.OpenAsync(Cancelled))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "update conversation_memory set question = 'verb:gone x'";
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        Assert.Equal(Context.Fresh(Language.English), await memory.RecallAsync(Room, null, words.Vocabulary, Cancelled));
    }

    [Fact]
    public async Task Next_goes_on_where_another_process_left_off()
    {
        var first = await AskAsync("2012 commitments");
        var second = await AskAsync("next");

        Assert.Equal((1, 2), (first.Page, second.Page));
        Assert.Equal(first.Query + " page:2", second.Query);
        Assert.Empty(first.Items.Select(item => item.Id).Intersect(second.Items.Select(item => item.Id)));
    }

    [Fact]
    public async Task A_record_opened_from_a_list_leaves_the_list_where_it_was()
    {
        var listed = (await AskAsync("2012 commitments")).Items.Select(item => item.Id).ToList();

        var second = await AskAsync("number 2");
        var third = await AskAsync("number 3");

        Assert.Equal([listed[1], listed[2]], [second.Items.Single().Id, third.Items.Single().Id]);
    }

    [Theory]
    [InlineData("thanks, you are great")]
    [InlineData("help")]
    [InlineData("tell me a joke")]
    [InlineData("?!")]
    public async Task Small_talk_leaves_the_conversation_where_it_was(string talk)
    {
        await AskAsync("2012 commitments");
        await AskAsync(talk);

        Assert.Equal(2, (await AskAsync("next")).Page);
    }

    [Fact]
    public async Task Only_the_question_as_understood_is_written_to_the_database_not_the_words_around_it()
    {
        await AskAsync("justice commitments 2019 for Qzmarkerone please");
        await AskAsync("only starred, says Qzmarkertwo");
        await AskAsync("my password is Qzmarkerthree");
        SqliteConnection.ClearAllPools();

        var files = Directory.GetFiles(folder.Data.Path).Where(file => Path.GetFileName(file).StartsWith("bot.db", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain("qzmarker", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A new bot over the same files, as after a restart.</summary>
    private async Task<Reply> AskAsync(string text)
    {
        using var state = new OpenState(folder.Data, time);
        using var file = new CatalogFile(folder.Data, time);
        var catalog = new CatalogStore(file);
        var bot = new Bot(catalog, state.Memory, state.Defaults, state.Intents(file, catalog), NullLogger<Bot>.Instance);
        return await bot.AnswerAsync(new Utterance(text, Room), Cancelled);
    }

    private Context About(string query) => new(words.Known(query), [], 1, 1, Language.English);
}
