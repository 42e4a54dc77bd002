using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class NowhereTests
{
    [Theory]
    [InlineData(NoticeKind.NoSuchPage, "next", "That is all: there are no more pages.", "Eso es todo: no hay más páginas.")]
    [InlineData(NoticeKind.NoSuchPage, "previous", "This is the first page: there is nothing before it.", "Esta es la primera página: no hay nada antes.")]
    [InlineData(NoticeKind.NoSuchPage, "7", "There is no page 7: the list has no more pages.", "No hay página 7: la lista no tiene más páginas.")]
    [InlineData(NoticeKind.NoSuchItem, "12", "The last list has no number 12.", "La última lista no tiene el número 12.")]
    [InlineData(NoticeKind.NothingBefore, "next", "There is nothing before this to go on from. What would you like to see?", "No hay nada anterior de donde continuar. ¿Qué quieres ver?")]
    public async Task A_follow_up_that_leads_nowhere_says_so_and_offers_ways_on(NoticeKind kind, string words, string english, string spanish)
    {
        var question = new Question { Verb = Verb.Nowhere, Notices = [new Notice(kind, [words])] };

        var inEnglish = await new Nowhere().AnswerAsync(question, TestContext.Current.CancellationToken);
        var inSpanish = await new Nowhere().AnswerAsync(question with { Language = Language.Spanish }, TestContext.Current.CancellationToken);

        Assert.Equal((english, "follow-up"), (inEnglish.Text, inEnglish.Intent));
        Assert.Equal(spanish, inSpanish.Text);
        Assert.Equal(["is:starred", "commitments", "help"], inEnglish.Choices.Select(choice => choice.Says));
        Assert.Null(inEnglish.Query);
        Assert.Empty(inEnglish.Items);
    }

    [Fact]
    public async Task The_list_before_is_one_click_away()
    {
        var question = new Question { Verb = Verb.Nowhere, Filter = new Filter { Years = [new YearRange(2012, 2012)] }, Page = 5, Notices = [new Notice(NoticeKind.NoSuchPage, ["next"])] };

        var reply = await new Nowhere().AnswerAsync(question, TestContext.Current.CancellationToken);

        Assert.Equal(new Choice("Back to the list", "year:2012"), reply.Choices[0]);
    }
}
