using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class GlossaryAndPostTests(Answers answers) : IClassFixture<Answers>
{
    [Theory]
    [InlineData("involve", "Involve: Government gave feedback on public inputs")]
    [InlineData("er", "Showed Early Results: At least one commitment opened government in a “Major” or “Outstanding” way.")]
    [InlineData("starred", "Starred commitments: one of the ways the IRM designates promising reforms.")]
    [InlineData("starred commitment", "Starred commitments: one of the ways the IRM designates promising reforms.")]
    [InlineData("third party score", "Third-party scores: Reflect “real-world” performance, i.e., performance outside of the OGP framework.")]
    public async Task A_term_is_explained_by_any_of_its_names_in_the_words_of_the_source(string term, string text)
    {
        var reply = await answers.AskAsync(new Question { Verb = Verb.Explain, Topic = Topic.Glossary, Term = term });

        Assert.Equal(text, reply.Text);
        Assert.Equal(ItemKind.Term, Assert.Single(reply.Items).Kind);
        Assert.Contains(Answers.Lines(reply), line => line.Contains("Open Government Partnership, CC BY 4.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_term_has_a_Spanish_rendering_beside_the_original()
    {
        foreach (var term in await answers.Store.TermsAsync(TestContext.Current.CancellationToken))
        {
            var reply = await answers.AskAsync(new Question { Verb = Verb.Explain, Topic = Topic.Glossary, Term = term.Key, Language = Language.Spanish });

            Assert.Contains($"Significado, en la fuente: {term.Meaning}", Answers.Lines(reply));
            Assert.Contains(Answers.Lines(reply), line => line.StartsWith("En español (traducción propia): ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("collaborat", "Collaborate")]
    [InlineData("irm findings", "IRM-based findings")]
    [InlineData("Independent Reporting Mechanism", "IRM-Reviewed")]
    public async Task A_term_that_the_source_does_not_define_leads_to_the_nearest_ones(string term, string near)
    {
        var reply = await answers.AskAsync(new Question { Verb = Verb.Explain, Topic = Topic.Glossary, Term = term });

        Assert.Contains(reply.Items, item => item.Title == near);
        Assert.All(reply.Items, item => Assert.NotNull(item.Says));
    }

    [Theory]
    [InlineData(Language.English, "The source does not give a definition of “xyzzy”.")]
    [InlineData(Language.Spanish, "La fuente no indica una definición de «xyzzy».")]
    public async Task An_unknown_word_is_no_dead_end(Language language, string text)
    {
        var reply = await answers.AskAsync(new Question { Verb = Verb.Explain, Topic = Topic.Glossary, Term = "xyzzy", Language = language });

        Assert.Equal(text, reply.Text);
        Assert.Contains(reply.Choices, choice => choice.Says == "glossary");
    }

    [Fact]
    public async Task A_policy_area_is_not_defined_but_leads_to_its_commitments()
    {
        var reply = await answers.AskAsync("explain glossary term:justice");

        Assert.Contains("does not give a definition", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Choices, choice => choice.Says == "area:justice");
    }

    [Fact]
    public async Task The_glossary_pages_through_every_term_once()
    {
        var first = await answers.AskAsync("glossary");
        var second = await answers.AskAsync("glossary page:2");

        Assert.Equal(15, first.Total);
        Assert.Equal(15, first.Items.Concat(second.Items).Select(item => item.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(Language.English, "no dates")]
    [InlineData(Language.Spanish, "no indica fechas")]
    public async Task Posts_come_in_the_order_of_the_page_with_captions_but_no_file_names(Language language, string note)
    {
        var reply = await answers.AskAsync("posts", language);

        Assert.Equal(4, reply.Total);
        Assert.Equal(["56", "Citizen", "The", "Open"], reply.Items.Select(item => item.Title.Split(' ')[0]));
        Assert.Contains("Bogota, Colombia (OGP Local)", reply.Items.First().Details.Single(), StringComparison.Ordinal);
        Assert.Empty(reply.Items.ElementAt(2).Details);
        Assert.Contains(Answers.Lines(reply), line => line.Contains(note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_teaser_is_shown_only_where_an_import_brought_it()
    {
        using var imported = await Answers.OverAsync(content => content with
        {
            Posts = [.. content.Posts.Select(post => post with { Teaser = Known.Given("A teaser of the test.") })],
        });
        var says = (await answers.AskAsync("posts")).Items.First().Says!;

        var shipped = await answers.AskAsync(says);
        var own = await imported.AskAsync(says);

        Assert.Empty(shipped.Blocks.OfType<Quote>());
        Assert.Equal(new Quote("A teaser of the test.", Source.Credit), Assert.Single(own.Blocks.OfType<Quote>()));
    }

    [Fact]
    public async Task Posts_that_no_title_matches_are_admitted_with_what_there_is()
    {
        var reply = await answers.AskAsync("posts word:zebra");

        Assert.Equal(("No posts found: with “zebra”. The catalog holds 4.", 0), (reply.Text, reply.Total));
        Assert.Contains(reply.Choices, choice => choice.Says == "posts");
    }
}
