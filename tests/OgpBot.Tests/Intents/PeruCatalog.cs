using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot.Tests.Intents;

/// <summary>The shipped catalog in a folder of its own, asked through the intents about commitments.</summary>
public sealed class PeruCatalog : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ogpbot-intents-").FullName;

    private readonly CatalogFile file;

    private readonly IIntent[] intents;

    public PeruCatalog()
    {
        file = new CatalogFile(new DataFolder(folder), TimeProvider.System);
        Store = new CatalogStore(file);
        intents = CommitmentIntents.Over(Store);
    }

    public CatalogStore Store { get; }

    /// <summary>Exactly one intent must answer.</summary>
    public Task<Reply> AskAsync(Question question) =>
        Assert.Single(intents, intent => intent.Answers(question)).AnswerAsync(question, TestContext.Current.CancellationToken);

    public bool IsAboutCommitments(Question question) => intents.Any(intent => intent.Answers(question));

    public async Task<IReadOnlyList<string>> AllPagesAsync(Question question)
    {
        List<string> ids = [];
        Reply reply;
        do
        {
            reply = await AskAsync(question);
            ids.AddRange(reply.Items.Select(item => item.Id));
            question = question with { Page = question.Page + 1 };
        }
        while (reply.Page < reply.Pages);

        return ids;
    }

    public void Dispose()
    {
        file.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
