using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Oddities of the source, worked out from the catalog, one member at a time.</summary>
public sealed class SourceQuirks(CatalogStore catalog) : IIntent
{
    /// <summary>The largest members have about 200 commitments.</summary>
    private const int MostCommitments = 1000;

    public string Name => "source-quirks";

    public IReadOnlyList<string> Examples => ["known typos in the source", "which commitments share a title?", "errores en la fuente"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Quirks);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var texts = QuirkTexts.In(question.Language);
        string[] members = [.. question.Filter.Members.Count == 0 ? loaded.Names : question.Filter.Members.Where(loaded.Names.Contains)];
        if (members is not [var member])
        {
            return new Draft(question, Name, members.Length == 0 ? NothingTexts.In(question.Language).NothingLoaded : texts.WhichMember)
            {
                Choices = members.Select(name => new Choice(name, Queries.To(Verb.Find, Topic.Quirks, new Filter { Members = [name] }))),
            }.ToReply();
        }

        var filter = new Filter { Members = [member] };
        var commitments = (await catalog.FindCommitmentsAsync(filter, Sort.Id, 0, MostCommitments, cancellationToken)).Items;
        if (question.Term is { } kind)
        {
            return OfKind(question, kind, commitments, texts);
        }

        Fact[] rows =
        [
            .. Quirks.OfTitles(commitments, texts),
            .. Quirks.OfPlans(await catalog.PlansAsync(filter, cancellationToken), texts),
            .. Quirks.OfPerformance(await catalog.PerformanceAsync(filter, cancellationToken), texts),
            .. Quirks.OfParticipation(await catalog.ParticipationAsync(filter, cancellationToken), texts),
            .. Quirks.OfGlobalReport(await catalog.GlobalReportAsync(filter, cancellationToken), texts),
        ];
        return new Draft(question, Name, rows.Length == 0 ? texts.None(member) : texts.Known(member, rows.Length))
        {
            Blocks = [new Facts(rows), new Note(texts.Intro)],
            Choices = Choices(filter, commitments, texts),
            Sources = commitments.Take(1).Select(commitment => commitment.Source),
        }.ToReply();
    }

    /// <summary>The commitments with one kind of oddity: a typo, or a title that another has too.</summary>
    private Reply OfKind(Question question, string kind, IReadOnlyList<Commitment> commitments, QuirkTexts texts)
    {
        var typos = kind == QuirkKinds.Typos;
        Commitment[] odd = [.. typos ? commitments.Where(commitment => commitment.Misspellings.Count > 0) : Quirks.Twins(commitments).SelectMany(twins => twins)];
        var pages = Math.Max(1, (odd.Length + Paging.Size - 1) / Paging.Size);
        var paging = new Paging(Math.Clamp(question.Page, 1, pages), pages, question.Page);
        Commitment[] shown = [.. odd.Skip(paging.First - 1).Take(Paging.Size)];
        var words = typos ? shown.SelectMany(commitment => commitment.Misspellings.Select(word => texts.Word(word.Written, word.Right, commitment.Id))) : [];
        return new Draft(question, Name, typos ? texts.MisspeltCount(odd.Length) : texts.TwinsCount(odd.Length))
        {
            Blocks = [paging.List(Items.Of(shown, question.Language, withMember: false)), .. words.Select(word => new Note(word))],
            Total = odd.Length,
            Paging = paging,
            Choices = [new Choice(texts.All, Queries.To(Verb.Find, Topic.Quirks, question.Filter))],
            Sources = shown.Select(commitment => commitment.Source),
        }.ToReply();
    }

    private static IEnumerable<Choice> Choices(Filter member, IReadOnlyList<Commitment> commitments, QuirkTexts texts) =>
    [
        .. Quirks.Twins(commitments).Take(2).Select(twins => new Choice(twins[0].Title, Queries.To(Verb.Find, Topic.Commitments, Queries.OfIds([.. twins.Select(twin => twin.Id)])))),
        .. commitments.Any(commitment => commitment.Areas.Count == 0) ? [new Choice(texts.ShowNoArea, Queries.To(Verb.Find, Topic.Commitments, member with { NoArea = true }))] : Array.Empty<Choice>(),
        .. commitments.Where(commitment => commitment.Misspellings.Count > 0).Take(3).Select(commitment => new Choice(commitment.Id, Queries.Show(commitment.Id))),
    ];
}
