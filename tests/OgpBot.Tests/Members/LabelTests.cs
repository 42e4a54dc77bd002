using OgpBot.Conversations;

namespace OgpBot.Tests.Members;

/// <summary>Where records of several members can stand together, each says whose it is.</summary>
public sealed class LabelTests(WorldBot bot) : IClassFixture<WorldBot>
{
    [Theory]
    [InlineData("justice commitments")]
    [InlineData("commitments in Europe")]
    [InlineData("compromisos de Perú y Chile")]
    [InlineData("brief justice")]
    [InlineData("UK0001, CI0002 and PNG0003")]
    [InlineData("IRM reports")]
    public async Task Every_record_of_a_mixed_list_names_its_member(string question)
    {
        var reply = await bot.AskAsync(question);

        Assert.NotEmpty(reply.Items);
        Assert.All(reply.Items, item => Assert.Contains(item.Details, detail => World.Content.Members.Any(member => member.Name == detail)));
    }

    [Fact]
    public async Task A_page_that_happens_to_hold_one_member_is_labelled_all_the_same()
    {
        var reply = await bot.AskAsync("title:\"court records 7\"", "commitments about registers 2");

        Assert.All(reply.Items, item => Assert.Contains(item.Details, detail => World.Content.Members.Any(member => member.Name == detail)));
    }

    [Fact]
    public async Task A_list_of_one_member_does_not_repeat_its_name()
    {
        var reply = await bot.AskAsync("Ukraine justice commitments");

        Assert.All(reply.Items, item => Assert.DoesNotContain("Ukraine", item.Details));
    }

    [Theory]
    [InlineData("justice commitments", "Over all 12 members loaded")]
    [InlineData("how many commitments are there?", "Over all 12 members loaded")]
    [InlineData("¿cuántos compromisos de salud hay?", "Entre los 12 miembros cargados")]
    [InlineData("commitments by plan", "Each member numbers its plans from 1")]
    public async Task An_answer_over_every_member_says_so(string question, string note)
    {
        var reply = await bot.AskAsync(question);

        Assert.Contains(reply.Blocks.OfType<Note>(), said => said.Text.StartsWith(note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_over_every_member_offers_to_narrow_it()
    {
        var reply = await bot.AskAsync("justice commitments");

        Assert.Contains(reply.Choices, choice => choice.Says == "count area:justice by:member");
        Assert.Contains(reply.Choices, choice => choice.Says.StartsWith("country:ukraine area:justice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("performance of Ukraine", "Nothing of the kind is loaded for Ukraine: only for Peru.")]
    [InlineData("¿qué desempeño tuvo Chile?", "No hay nada de este tipo cargado para Chile: solo para Peru.")]
    [InlineData("IRM reports of Ghana", "Nothing of the kind is loaded for Ghana: only for Buenos Aires, Argentina, Chile, Peru and Ukraine.")]
    public async Task What_only_some_members_have_is_said_to_be_theirs(string question, string text)
    {
        var reply = await bot.AskAsync(question);

        Assert.Equal(text, reply.Text);
    }

    [Theory]
    [InlineData("Japan commitments", "No data for Japan: 12 members are loaded, for instance Buenos Aires, Argentina, Chile and Cote d'Ivoire.")]
    [InlineData("compromisos de Japón", "No hay datos de Japan: hay 12 miembros cargados, por ejemplo Buenos Aires, Argentina, Chile y Cote d'Ivoire.")]
    [InlineData("ZZ0001", "ZZ0001 not found. No member is known by the letters ZZ. 12 members are loaded, for instance Buenos Aires, Argentina (BUE), Chile (CL) and Cote d'Ivoire (CI).")]
    [InlineData("UK0099", "UK0099 not found. United Kingdom's IDs run from UK0001 to UK0011. The nearest is UK0011.")]
    [InlineData("MO 12", "MO0012 not found. Morocco's IDs run from MO0001 to MO0008. The nearest is MO0008.")]
    public async Task What_is_not_loaded_is_said_with_a_few_examples_and_a_way_to_all(string question, string text)
    {
        var reply = await bot.AskAsync(question);

        Assert.Contains(text, reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Choices, choice => choice.Says is "members" or "UK0011" or "MO0008");
    }
}
