using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Answers a follow-up that leads nowhere, and shows ways on.</summary>
public sealed class Nowhere : IIntent
{
    public string Name => "follow-up";

    // A follow-up needs something before it, so none of these reaches it alone.
    public IReadOnlyList<string> Examples => [];

    public bool Answers(Question question) => question.Verb == Verb.Nowhere;

    public Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = FollowUpTexts.In(question.Language);
        var back = CanonicalQuery.Print(question with { Verb = question.Filter.Ids.Count > 0 ? Verb.Show : Verb.Find, Page = 1 });
        Choice[] list = question.Filter == Filter.None ? [] : [new Choice(texts.BackToList, back)];
        return Task.FromResult(new Draft(question, Name, Said(question, texts))
        {
            Choices =
            [
                .. list,
                new Choice(texts.StarredCommitments, Queries.Find(new Filter { Starred = true })),
                new Choice(texts.AllCommitments, Queries.Find(Filter.None)),
                new Choice(texts.Help, CanonicalQuery.Print(new Question { Verb = Verb.Help })),
            ],
        }.ToReply());
    }

    private static string Said(Question question, FollowUpTexts texts)
    {
        var notice = question.Notices.FirstOrDefault(notice => notice.Kind is NoticeKind.NoSuchPage or NoticeKind.NoSuchItem or NoticeKind.NothingBefore);
        return notice switch
        {
            { Kind: NoticeKind.NoSuchPage, Words: ["next", ..] } => texts.NoNextPage,
            { Kind: NoticeKind.NoSuchPage, Words: ["previous", ..] } => texts.NoPreviousPage,
            { Kind: NoticeKind.NoSuchPage, Words: [var page, ..] } => texts.NoPage(page),
            { Kind: NoticeKind.NoSuchPage } => texts.NoNextPage,
            { Kind: NoticeKind.NoSuchItem, Words: [var number, ..] } => texts.NoItem(number),
            _ => texts.NothingBefore,
        };
    }
}
