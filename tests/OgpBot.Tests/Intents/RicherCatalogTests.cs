using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot.Tests.Intents;

/// <summary>A source that gives more than Peru's page: two members, several areas, facts given and pending.</summary>
public sealed class RicherCatalogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ogpbot-richer-").FullName;

    private CatalogFile? file;

    [Fact]
    public async Task Facts_are_shown_as_given_or_pending_and_the_rest_is_named_as_missing()
    {
        var reply = await AskAsync(new Question { Verb = Verb.Show, Filter = new Filter { Ids = [new IdRange("GH0001", "GH0001")] } });

        var detail = Assert.Single(reply.Blocks.OfType<Detail>());
        Assert.Contains(new Fact("Lead institution", "Ministry of Finance"), detail.Rows);
        Assert.Contains(new Fact("Completion", "pending IRM review"), detail.Rows);
        Assert.Contains(new Fact("Policy area", "Justice, Health"), detail.Rows);
        var missing = Assert.Single(reply.Blocks.OfType<Note>(), note => note.Text.StartsWith("Not in the source", StringComparison.Ordinal));
        Assert.DoesNotContain("lead institution", missing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("completion", missing.Text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/GH0001", detail.Item.Url);
    }

    [Theory]
    [InlineData(Field.Lead, "Lead institution of GH0001: Ministry of Finance.", "Institución responsable de GH0001: Ministry of Finance.")]
    [InlineData(Field.Completion, "Completion of GH0001: pending IRM review.", "Cumplimiento de GH0001: pendiente de revisión del IRM.")]
    [InlineData(Field.Area, "The policy areas of GH0001 are Justice and Health.", "Las áreas de política de GH0001 son Justice y Health.")]
    public async Task A_fact_is_told_in_the_state_that_the_source_gives_it(Field field, string english, string spanish)
    {
        var question = new Question { Verb = Verb.Show, Filter = new Filter { Ids = [new IdRange("GH0001", "GH0001")] }, Asked = [field] };

        var inEnglish = await AskAsync(question);
        var inSpanish = await AskAsync(question with { Language = Language.Spanish });

        Assert.Equal(english, inEnglish.Text);
        Assert.Equal(spanish, inSpanish.Text);
    }

    [Fact]
    public async Task A_list_by_a_fact_says_for_how_many_the_fact_is_not_known()
    {
        var reply = await AskAsync(new Question { Filter = new Filter { Fields = [new FieldIs(Field.Lead, "Ministry of Finance")] } });

        Assert.Equal(1, reply.Total);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text.StartsWith("The source does not give the lead institution for 2 of the commitments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Areas_that_overlap_are_said_to_add_up_to_more()
    {
        var reply = await AskAsync(new Question { Verb = Verb.Rank });

        Assert.StartsWith("Justice has the most commitments: 2 of 3.", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "A commitment can have several values, so the figures add up to more than 3.");
    }

    [Fact]
    public async Task Records_of_several_members_name_their_member()
    {
        var reply = await AskAsync(new Question { Filter = new Filter { Areas = ["Justice"] } });

        Assert.Equal(["Ghana", "Peru"], reply.Items.Select(item => item.Details[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_members_are_compared_with_each_other()
    {
        var reply = await AskAsync(new Question { Verb = Verb.Compare, By = Field.Member, Filter = new Filter { Members = ["Ghana", "Peru"] } });

        Assert.Equal("Ghana: 2 commitments; Peru: 1 commitment. Ghana has 1 more than Peru.", reply.Text);
    }

    [Fact]
    public async Task Facts_asked_for_in_a_list_stand_beside_their_IDs()
    {
        var reply = await AskAsync(new Question { Filter = new Filter { Members = ["Ghana"] }, Asked = [Field.Lead] });

        Assert.Equal(
            [new Fact("Lead institution · GH0001", "Ministry of Finance"), new Fact("Lead institution · GH0002", "not in the source")],
            reply.Blocks.OfType<Facts>().Single().Rows);
    }

    public void Dispose()
    {
        file?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Reply> AskAsync(Question question)
    {
        var data = new DataFolder(folder);
        if (file is null)
        {
            data.Create();
            var edition = new Edition("1", DateTimeOffset.UnixEpoch, ShippedVersion(), Imported: true);
            await CatalogSwap.ReplaceAsync(data, Content(), edition, TestContext.Current.CancellationToken);
            file = new CatalogFile(data, TimeProvider.System);
        }

        var intents = CommitmentIntents.Over(new CatalogStore(file));
        return await Assert.Single(intents, intent => intent.Answers(question)).AnswerAsync(question, TestContext.Current.CancellationToken);
    }

    private static string ShippedVersion() => Ingest.Exchange.ShippedCatalog.Version;

    private static CatalogContent Content()
    {
        var source = new Source("members.csv", 1, 1, DateTimeOffset.UnixEpoch);
        return CatalogContent.Empty with
        {
            Members = [new Member("Ghana", "GH", source), new Member("Peru", "PE", source)],
            Plans = [new ActionPlan("Ghana", 1, 2013, Current: true, 2, source), new ActionPlan("Peru", 1, 2012, Current: true, 1, source)],
            Commitments =
            [
                new Commitment("GH0001", "Ghana", 2013, 1, "Open Budgets", Starred: false, source)
                {
                    Areas = ["Justice", "Health"],
                    LeadInstitution = Known.Given("Ministry of Finance"),
                    Completion = Known.PendingReview,
                    Url = Known.Given("https://example.org/GH0001"),
                },
                new Commitment("GH0002", "Ghana", 2013, 1, "Open Courts", Starred: true, source) { Areas = ["Education"] },
                new Commitment("PE0001", "Peru", 2012, 1, "Open Schools", Starred: false, source) { Areas = ["Justice"] },
            ],
        };
    }
}
