using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What is loaded, from which documents, and when it was imported.</summary>
public sealed class DescribeData(CatalogStore catalog) : IIntent
{
    private const int MostNamed = 5;

    public string Name => "describe-data";

    public IReadOnlyList<string> Examples => ["what data do you have?", "when was the data last updated?", "¿qué datos tienes?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Data);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = DataTexts.In(question.Language);
        var version = await catalog.VersionAsync(cancellationToken);
        var members = Named([.. (await catalog.MembersAsync(cancellationToken)).Select(member => member.Name)], texts);
        var plans = await catalog.PlansAsync(Filter.None, cancellationToken);
        var posts = await catalog.FindPostsAsync(Filter.None, 0, 1, cancellationToken);
        var terms = await catalog.TermsAsync(cancellationToken);
        return new Draft(question, Name, members.Length == 0 ? NothingTexts.In(question.Language).NothingLoaded : texts.Summary(members, version.Commitments, version.Resources))
        {
            Blocks =
            [
                new Facts(
                [
                    new(texts.Members, members),
                    new(texts.Plans, Phrase.Number(plans.Count)),
                    new(texts.Commitments, Phrase.Number(version.Commitments)),
                    new(texts.Resources, Phrase.Number(version.Resources)),
                    new(texts.Posts, Phrase.Number(posts.Total)),
                    new(texts.Terms, Phrase.Number(terms.Count)),
                    new(texts.Documents, Named(version.Documents, texts)),
                    new(texts.Built, SourceTexts.Time(version.BuiltAt)),
                    new(texts.Version, version.Version),
                    new(texts.Credit, Source.Credit),
                ]),
                new Note(texts.NotLive),
            ],
            Choices =
            [
                new(texts.Members, Queries.To(Verb.Find, Topic.Members)),
                new(texts.Plans, Queries.To(Verb.Find, Topic.Plans)),
                new(texts.Commitments, Queries.To(Verb.Find, Topic.Commitments)),
                new(texts.Resources, Queries.To(Verb.Find, Topic.Resources)),
                new(texts.Terms, Queries.To(Verb.Find, Topic.Glossary)),
                new(texts.Quirks, Queries.To(Verb.Find, Topic.Quirks)),
            ],
        }.ToReply();
    }

    private static string Named(IReadOnlyList<string> names, DataTexts texts) => names.Count <= MostNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNamed))}, {texts.AndMore(names.Count - MostNamed)}";
}
