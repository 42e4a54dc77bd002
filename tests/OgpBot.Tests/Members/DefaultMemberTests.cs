using OgpBot.Conversations;

namespace OgpBot.Tests.Members;

/// <summary>A channel, or a person alone with the bot, can have a country that is meant where none is named.</summary>
public sealed class DefaultMemberTests(WorldBot bot) : IClassFixture<WorldBot>
{
    [Theory]
    [InlineData("use Chile by default")]
    [InlineData("default Chile")]
    [InlineData("usa Chile por defecto")]
    [InlineData("por defecto Chile")]
    public async Task A_question_that_names_no_country_is_about_the_default(string setting)
    {
        var reply = await bot.AskAsync(setting, "justice commitments");

        Assert.Equal("country:chile area:justice", reply.Query);
        Assert.Equal(Wanted.Of("member=Chile; area=Justice").Count, reply.Total);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text.StartsWith("Chile ", StringComparison.Ordinal));
        Assert.Contains(reply.Choices, choice => choice.Says == "country:all area:justice");
    }

    [Theory]
    [InlineData("justice commitments in Ukraine", "country:ukraine area:justice")]
    [InlineData("justice commitments in all countries", "country:all area:justice")]
    [InlineData("compromisos de justicia en todos los países", "country:all area:justice")]
    [InlineData("justice commitments in Europe", "region:europe area:justice")]
    [InlineData("country:all area:justice", "country:all area:justice")]
    [InlineData("UK0003", "UK0003")]
    [InlineData("which countries have justice commitments", "members area:justice")]
    [InlineData("how many commitments per country", "count by:member")]
    public async Task A_question_that_names_its_members_is_about_those(string question, string query)
    {
        var reply = await bot.AskAsync("default Chile", question);

        Assert.Equal(query, reply.Query);
    }

    [Fact]
    public async Task All_countries_after_an_answer_asks_the_same_of_every_member()
    {
        var reply = await bot.AskAsync("default Chile", "justice commitments", "all countries");

        Assert.Equal("country:all area:justice", reply.Query);
    }

    [Theory]
    [InlineData("no default")]
    [InlineData("sin país por defecto")]
    public async Task A_default_can_be_taken_away(string dropping)
    {
        var reply = await bot.AskAsync("default Chile", dropping, "justice commitments");

        Assert.Equal("area:justice", reply.Query);
    }

    [Fact]
    public async Task The_default_is_told_and_a_country_that_is_not_loaded_is_none()
    {
        var told = await bot.AskAsync("default Chile", "what is the default?");
        var refused = await bot.AskAsync("default Japan", "justice commitments");

        Assert.Contains("Chile", told.Text, StringComparison.Ordinal);
        Assert.Equal("area:justice", refused.Query);
    }

    [Fact]
    public async Task A_default_of_a_channel_holds_in_all_its_threads_and_nowhere_else()
    {
        var (ana, ben) = (new Asker("U1", "C1"), new Asker("U2", "C1"));
        await bot.AskInAsync("C1:1", ana, "default Chile");

        var thread = await bot.AskInAsync("C1:2", ben, "justice commitments");
        var elsewhere = await bot.AskInAsync("C2:1", new Asker("U1", "C2"), "justice commitments");
        var alone = await bot.AskInAsync("D1", new Asker("U1", "D1") { IsAlone = true }, "justice commitments");

        Assert.Equal("country:chile area:justice", thread.Query);
        Assert.Equal("area:justice", elsewhere.Query);
        Assert.Equal("area:justice", alone.Query);
    }
}
