using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>Answers slash commands inside the response, visible to the person who typed them alone.</summary>
internal sealed class SlackCommands(Bot bot)
{
    public async Task<SlackAnswer> HandleAsync(SlackCommand command, CancellationToken cancellationToken)
    {
        if (command is not { TeamId: { } team, ChannelId: { } channel, UserId: { } user })
        {
            return SlackAnswer.Malformed;
        }

        var reply = await bot.AnswerAsync(new Utterance(command.Text ?? "", new("slack", team, $"{channel}/{user}")), cancellationToken);
        return SlackMessages.Ephemeral(reply);
    }
}
