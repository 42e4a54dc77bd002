using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Host.Teams;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Tests.Intents;

namespace OgpBot.Tests.Conventions;

/// <summary>What people see in Teams before they ask is true of the code.</summary>
public sealed class TeamsManifestConventionTests(Answers answers) : IClassFixture<Answers>
{
    private static readonly JsonNode Manifest = JsonNode.Parse(Repository.Read("manifests/teams/manifest.json"))!;

    private static readonly JsonNode Spanish = JsonNode.Parse(Repository.Read("manifests/teams/es.json"))!;

    private static JsonNode Commands => Manifest["bots"]![0]!["commandLists"]![0]!["commands"]!;

    private static JsonNode Extension => Manifest["composeExtensions"]![0]!;

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public async Task Each_command_is_a_question_that_the_bot_answers(Language language)
    {
        var vocabulary = await answers.Store.VocabularyAsync(TestContext.Current.CancellationToken);
        for (var index = 0; index < Commands.AsArray().Count; index++)
        {
            var title = (string)(language == Language.English ? Commands[index]!["title"]! : Spanish[$"bots[0].commandLists[0].commands[{index}].title"]!)!;
            var question = Reader.Read(title, vocabulary, Context.Fresh(language));

            var intent = Assert.Single(answers.Intents, intent => intent.Answers(question));
            var reply = await intent.AnswerAsync(question, TestContext.Current.CancellationToken);

            Assert.True(intent is not (Unclear or Decline or Nowhere) && reply.Total is not 0, $"{title}: {intent.Name}");
            Assert.Equal(language, question.Language);
        }
    }

    [Fact]
    public void It_is_for_people_groups_and_teams() =>
        Assert.Equal(["personal", "team", "groupChat"], Manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string?)scope));

    [Fact]
    public void The_same_domains_are_previewed_as_in_the_settings() =>
        Assert.Equal(
            TeamsOptions.DefaultUnfurlDomains.Order(StringComparer.Ordinal),
            Extension["messageHandlers"]![0]!["value"]!["domains"]!.AsArray().Select(domain => (string)domain!).Order(StringComparer.Ordinal));

    [Fact]
    public void There_is_one_search_with_one_box() =>
        Assert.Equal("query", (string?)Assert.Single(Assert.Single(Extension["commands"]!.AsArray())!["parameters"]!.AsArray())!["name"]);

    [Fact]
    public void The_guide_names_the_address_that_the_code_listens_on() =>
        Assert.Contains($"https://bot.example.org{TeamsEndpoints.Path}", Repository.Read("manifests/teams/README.md"), StringComparison.Ordinal);
}
