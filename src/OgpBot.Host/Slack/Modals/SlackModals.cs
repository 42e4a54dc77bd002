using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Host.Operations;
using OgpBot.Texts;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>Opens modals and answers in them.</summary>
internal sealed partial class SlackModals(Bot bot, SlackSurfaces surfaces, SlackForm form, SlackLookUp lookUp, SlackTokens tokens, SlackClient client, ILogger<SlackModals> log)
{
    /// <summary>A modal that shows an answer.</summary>
    public static JsonObject Result(Reply reply, string title, params IReadOnlyList<JsonObject> below) =>
        View(SlackNames.Result, title, FinderTexts.In(reply.Language).Close, BlockKitRenderer.Render(reply, inView: true, below));

    /// <param name="submit">What the button that sends it says; null when there is nothing to send.</param>
    public static JsonObject View(string callbackId, string title, string close, JsonArray blocks, string? submit = null)
    {
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = callbackId,
            ["title"] = Plain(title),
            ["close"] = Plain(close),
            ["blocks"] = blocks,
        };
        if (submit is not null)
        {
            view["submit"] = Plain(submit);
        }

        return view;
    }

    public async Task<SlackAnswer> OpenFormAsync(SlackInteraction interaction, SlackOrigin origin, CancellationToken cancellationToken) =>
        await OpenAsync(interaction, origin, await form.DrawAsync(LanguageOf(interaction), cancellationToken), cancellationToken);

    /// <summary>The IDs in the message that the shortcut is about.</summary>
    public async Task<SlackAnswer> LookUpAsync(SlackInteraction interaction, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var view = await lookUp.DrawAsync(interaction.Message, AddressOf(interaction, origin), LanguageOf(interaction), cancellationToken);
        return await OpenAsync(interaction, origin, view, cancellationToken);
    }

    /// <summary>The form was sent: its answer takes its place, or each field says what is wrong with it.</summary>
    public async Task<SlackAnswer> SubmitAsync(SlackInteraction interaction, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var language = LanguageOf(interaction);
        var (says, errors) = await form.ReadAsync(interaction.View?.State, language, cancellationToken);
        if (errors.Count > 0)
        {
            return new(200, new JsonObject { ["response_action"] = "errors", ["errors"] = errors }.ToJsonString());
        }

        var reply = await bot.AnswerAsync(Said(says, interaction, origin), cancellationToken);
        return Update(Result(reply, FinderTexts.In(reply.Language).Result));
    }

    public static SlackAnswer Update(JsonObject view) => new(200, new JsonObject { ["response_action"] = "update", ["view"] = view }.ToJsonString());

    /// <summary>A click in a view: a modal shows the answer in its own place, the home page in a modal above it.</summary>
    public async Task<SlackAnswer> SayAsync(string says, SlackInteraction interaction, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var reply = await bot.AnswerAsync(Said(says, interaction, origin), cancellationToken);
        if (reply.Query is null && interaction.User?.Id is { Length: > 0 } user)
        {
            // Something was done, and not only looked up.
            await surfaces.RefreshHomeAsync(user, origin, cancellationToken);
        }

        var view = Result(reply, FinderTexts.In(reply.Language).Result);
        if (interaction.View is not { Type: "modal", Id: { } id })
        {
            return await OpenAsync(interaction, origin, view, cancellationToken);
        }

        var arguments = new JsonObject { ["view_id"] = id, ["view"] = view };
        if (interaction.View.Hash is { } hash)
        {
            // Two quick clicks: the later answer stays.
            arguments["hash"] = hash;
        }

        return await CallAsync("views.update", arguments, origin, cancellationToken);
    }

    public static Language LanguageOf(SlackInteraction interaction) => PreferredLanguage.Named(interaction.User?.Locale) ?? Language.English;

    private Task<SlackAnswer> OpenAsync(SlackInteraction interaction, SlackOrigin origin, JsonObject view, CancellationToken cancellationToken) => interaction.TriggerId is { } trigger
        ? CallAsync("views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = view }, origin, cancellationToken)
        : Task.FromResult(SlackAnswer.Malformed);

    private async Task<SlackAnswer> CallAsync(string method, JsonObject arguments, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var access = await tokens.OfAsync(origin.Team, cancellationToken);
        var trouble = access.Body is { } may ? (await client.WriteAsync(may.Token, method, arguments, SlackApiJson.Default.SlackBody, cancellationToken)).Trouble : access.Trouble;
        if (trouble is null)
        {
            return SlackAnswer.Acknowledged;
        }

        // Without an acknowledgement Slack tells the person that it did not work.
        LogFailed(log, method, trouble);
        return SlackAnswer.Busy;
    }

    private static Utterance Said(string says, SlackInteraction interaction, SlackOrigin origin) => new(says, AddressOf(interaction, origin), LanguageOf(interaction))
    {
        Asker = interaction.User?.Id is { Length: > 0 } user ? SlackAskers.Alone(user) : null,
    };

    /// <summary>What a person does in views is a conversation of its own.</summary>
    private static Address AddressOf(SlackInteraction interaction, SlackOrigin origin) => origin.At($"view/{interaction.User?.Id}");

    [LoggerMessage(1, LogLevel.Warning, "{Method} did not work: {Trouble}")]
    private static partial void LogFailed(ILogger logger, string method, Delivery.Outcome trouble);
}
