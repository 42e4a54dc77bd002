using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class MemberAndPlanTests(Answers answers) : IClassFixture<Answers>
{
    [Theory]
    [InlineData(Language.English, "Peru joined OGP in 2011.")]
    [InlineData(Language.Spanish, "Peru se unió a OGP en 2011.")]
    public async Task The_year_in_which_a_member_joined_is_told(Language language, string text)
    {
        var reply = await answers.AskAsync("members country:peru", language);

        Assert.Equal(text, reply.Text);
        Assert.Equal("show-member", reply.Intent);
        Assert.Equal("Peru", Assert.Single(reply.Items).Title);
        Assert.Contains(Answers.Lines(reply), line => line.EndsWith(": Action Plan 4 (2019-2021)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_loaded_members_are_listed_with_their_commitments()
    {
        var reply = await answers.AskAsync("members");

        Assert.Equal(1, reply.Total);
        Assert.Contains("104 commitments", Assert.Single(reply.Items).Details);
        Assert.Equal("members country:peru", reply.Items.Single().Says);
    }

    [Theory]
    [InlineData("members country:chile")]
    [InlineData("plans country:chile")]
    [InlineData("plans country:chile plan:2")]
    [InlineData("resources country:chile")]
    [InlineData("count resources country:chile")]
    [InlineData("performance country:chile")]
    [InlineData("star-guidance country:chile")]
    [InlineData("participation country:chile")]
    [InlineData("global-report country:chile")]
    [InlineData("posts country:chile")]
    [InlineData("quirks country:chile")]
    public async Task A_member_that_is_not_loaded_is_said_to_be_missing_and_nothing_of_another_is_shown(string query)
    {
        var english = await answers.AskAsync(query);
        var spanish = await answers.AskAsync(query, Language.Spanish);

        Assert.Equal("No data for Chile: only Peru is loaded.", english.Text);
        Assert.Equal("No hay datos de Chile: solo está cargado Peru.", spanish.Text);
        Assert.Empty(english.Items);
        Assert.Contains(english.Choices, choice => choice.Says == query.Replace("chile", "peru", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_members_the_loaded_ones_are_shown_and_the_others_named()
    {
        var reply = await answers.AskAsync("members country:peru country:chile");

        Assert.Equal("Peru", Assert.Single(reply.Items).Title);
        Assert.Contains("No data for Chile: only Peru is loaded.", Answers.Lines(reply));
    }

    [Fact]
    public async Task All_action_plans_are_listed_with_their_years_and_counts()
    {
        var reply = await answers.AskAsync("plans");

        Assert.Equal(4, reply.Total);
        Assert.Equal(["peru-plan-4", "peru-plan-3", "peru-plan-2", "peru-plan-1"], reply.Items.Select(item => item.Id));
        Assert.Equal([21, 18, 17, 48], reply.Items.Select(item => int.Parse(item.Details[1].Split(' ')[0])));
        Assert.Equal([2019, 2017, 2015, 2012], reply.Items.Select(item => item.Year));
        Assert.Single(Answers.Lines(reply), line => line.Contains("inferred from the order of the years", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plans_can_be_listed_from_the_oldest_on()
    {
        var reply = await answers.AskAsync(new Question { Topic = Topic.Plans, Sort = Sort.Oldest, Top = 1 });

        Assert.Equal("peru-plan-1", Assert.Single(reply.Items).Id);
    }

    [Theory]
    [InlineData(Language.English, "Action Plan 4 of Peru, 2019-2021: 21 commitments. It is the current plan.")]
    [InlineData(Language.Spanish, "Action Plan 4 de Peru, 2019-2021: 21 compromisos. Es el plan actual.")]
    public async Task The_current_plan_is_told_with_the_span_that_the_page_states(Language language, string text)
    {
        var reply = await answers.AskAsync("plans plan:current", language);

        Assert.Equal(text, reply.Text);
        Assert.Equal("show-plan", reply.Intent);
        Assert.DoesNotContain(Answers.Lines(reply), line => line.Contains("inferred", StringComparison.Ordinal) || line.Contains("deduce", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_span_that_only_resource_titles_give_is_said_to_be_theirs()
    {
        var reply = await answers.AskAsync("plans plan:2");

        Assert.Contains("Span: not stated on the page; resource titles say 2015-2017, 2015-16", Answers.Lines(reply));
        Assert.Contains("Resource titles give more than one span for this plan; they are quoted as written.", Answers.Lines(reply));
        Assert.Contains(Answers.Lines(reply), line => line.Contains("inferred", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_does_not_exist_leads_to_those_that_do()
    {
        var reply = await answers.AskAsync("plans plan:9");

        Assert.Equal(0, reply.Total);
        Assert.Contains("Action Plan 1 (2012), Action Plan 2 (2015), Action Plan 3 (2017), Action Plan 4 (2019-2021)", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Choices, choice => choice.Says == "plans");
    }

    [Fact]
    public async Task A_plan_without_stars_offers_no_way_to_starred_commitments()
    {
        var without = await answers.AskAsync("plans plan:4");
        var with = await answers.AskAsync("plans plan:2");

        Assert.DoesNotContain(without.Choices, choice => choice.Says.Contains("is:starred", StringComparison.Ordinal));
        Assert.Contains(with.Choices, choice => choice.Says == "country:peru plan:2 is:starred");
    }
}
