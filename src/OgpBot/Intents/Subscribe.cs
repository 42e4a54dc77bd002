using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Follows a list for a channel or a person: first a preview of what it would say, and after a yes the real thing.</summary>
public sealed class Subscribe(Following following, Catalog.CatalogStore catalog) : IIntent
{
    public string Name => "subscribe";

    public IReadOnlyList<string> Examples =>
        ["new resources for Peru every Monday at 9:00", "follow PE0062", "avísame cada viernes de nuevos compromisos de justicia", "nuevos recursos de Perú cada lunes a las 9:00"];

    public bool Answers(Question question) => question.Verb == Verb.Subscribe;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (texts, follow) = (FollowTexts.In(question.Language), question.Follow ?? new Follow());
        if (follow.Dropped)
        {
            return FollowReplies.Say(Name, question, texts.NothingSet);
        }

        if (follow.Timing.Unread is { } words)
        {
            return FollowReplies.Ask(Name, question, $"{texts.NotATime(words)} {texts.TimesThatWork}", FollowChoices.Timings(question));
        }

        if (follow.Open)
        {
            var unknown = question.Notices.FirstOrDefault(notice => notice.Kind == NoticeKind.NotPublished)?.Words is [var typed, ..] ? typed : null;
            return FollowReplies.Ask(Name, question with { Notices = [] }, unknown is null ? texts.WhatToFollow : texts.NotPublished(unknown), FollowChoices.Lists(question));
        }

        var due = await following.DueAsync(question, cancellationToken);
        return follow.Confirmed && Following.CanTell(question)
            ? await SetAsync(question, due.Cadence, cancellationToken)
            : await PreviewAsync(question, due, cancellationToken);
    }

    private async Task<Reply> SetAsync(Question question, Cadence cadence, CancellationToken cancellationToken)
    {
        var (texts, origin, personal) = (FollowTexts.In(question.Language), Following.OriginOf(question)!, Following.IsPersonal(question));
        if (!personal && !await following.MaySpeakAsync(origin, cancellationToken))
        {
            return FollowReplies.Ask(Name, question, texts.Invite, [new(texts.Yes, CanonicalQuery.Print(question)), .. FollowChoices.Whom(question)]);
        }

        var lists = FollowQueries.Lists(question);
        var watch = question.Follow!.Changes ? Watch.Changes : Watch.New;
        var (outcome, set) = await following.Subscriptions.AddAsync(new NewSubscription(origin, personal, question.Language, lists, watch, cadence), cancellationToken);
        var what = FollowedWords.Of(await following.QuestionsAsync(lists, cancellationToken), question.Language);
        var when = CadenceTexts.In(question.Language).Of(cadence);
        var text = outcome switch
        {
            SubscribedAs.Added when cadence.Rhythm == Rhythm.AtOnce => texts.DoneAtOnce(personal, what),
            SubscribedAs.Added => texts.Done(personal, what, when),
            SubscribedAs.AlreadyThere => texts.AlreadyThere(personal, what, when),
            SubscribedAs.Changed => texts.ActiveAgain(what, when),
            SubscribedAs.TooMany => texts.TooMany(Subscriptions.MostPerPlace),
            SubscribedAs.TooLong => texts.TooLong(Subscriptions.MostQueries),
            _ => $"{texts.NotATime(cadence.Zone)} {texts.TimesThatWork}",
        };
        return set is null
            ? FollowReplies.Say(Name, question, text)
            : FollowReplies.Done(Name, question, FollowReplies.WithNext(text, set, question.Language), FollowChoices.Of(set, question.Language));
    }

    private async Task<Reply> PreviewAsync(Question question, Due due, CancellationToken cancellationToken)
    {
        var (texts, cadences, personal) = (FollowTexts.In(question.Language), CadenceTexts.In(question.Language), Following.IsPersonal(question));
        var lists = FollowQueries.Lists(question);
        var watch = question.Follow?.Changes == true ? Watch.Changes : Watch.New;
        if (lists.Count > Subscriptions.MostQueries || lists.Any(list => list.Length > Subscriptions.LongestQuery))
        {
            return FollowReplies.Say(Name, question, texts.TooLong(Subscriptions.MostQueries));
        }

        if (await following.Previews.PreviewAsync(lists, watch, due.Cadence, question.Language, cancellationToken) is not { } preview)
        {
            return FollowReplies.Ask(Name, question, texts.CannotFollow, FollowChoices.Lists(question));
        }

        var what = FollowedWords.Of(await following.QuestionsAsync(lists, cancellationToken), question.Language);
        var canTell = Following.CanTell(question);
        var would = (due.Cadence.Rhythm == Rhythm.AtOnce, canTell) switch
        {
            (true, true) => texts.WouldAtOnce(personal, what),
            (true, false) => texts.ElsewhereAtOnce(what),
            (false, true) => texts.Would(personal, what, cadences.Of(due.Cadence)),
            (false, false) => texts.Elsewhere(what, cadences.Of(due.Cadence)),
        };
        var text = $"{would} {Shown(preview, texts, cadences)}";
        var missing = (await LoadedMembers.ReadAsync(catalog, cancellationToken)).MissingOf(question.Filter);
        return new Draft(Whole(question, due), Name, text)
        {
            Title = texts.Title(what),
            Blocks =
            [
                .. preview.Items.Count > 0 ? new Block[] { new Listing([.. preview.Items.Take(FollowReplies.MostItems)]) } : [],
                .. preview.FirstRun is { } first && canTell ? new Block[] { new Note(texts.First(cadences.When(first, due.Cadence.Zone))) } : [],
                .. missing.Count > 0 ? new Block[] { new Note(texts.NotLoaded(Phrase.And([.. missing], question.Language))) } : [],
                .. due.IsZoneKnown || due.Cadence.Rhythm == Rhythm.AtOnce ? [] : new Block[] { new Note(texts.ZoneGuessed(due.Cadence.Zone)) },
                .. canTell ? [] : new Block[] { new Note(texts.OnlyElsewhere) },
            ],
            Choices = canTell ? FollowChoices.OfPreview(Whole(question, due), due) : FollowChoices.OfLists(question, what),
        }.ToReply();
    }

    private string Shown(DigestPreview preview, FollowTexts texts, CadenceTexts cadences) =>
        preview.Total == 0 && preview.Since > following.Now.AddDays(-1) ? texts.JustStarted
        : texts.Shown(preview.Total, preview.Since > following.Now.AddDays(-29) ? cadences.Date(preview.Since) : "");

    /// <summary>With day, time and zone as the preview says them, so that a yes is a yes to exactly that.</summary>
    private static Question Whole(Question question, Due due) => question with
    {
        Follow = (question.Follow ?? new Follow()) with { Timing = Following.TimingOf(due.Cadence), Confirmed = false },
    };
}
