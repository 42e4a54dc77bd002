using System.Text.Json;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>What Teams sends: messages in one-to-one chats of several tenants.</summary>
internal sealed class TeamsTraffic(Uri service)
{
    private const int Tenants = 20;

    /// <param name="places">Chats in all tenants together.</param>
    public Question Ask(int number, int places)
    {
        var expected = $"PE{(number % 104) + 1:0000}";
        var chat = number % places;
        return new($"t{number}", "teams", $"a:chat-{chat}", expected, [Say(number, chat, expected)]);
    }

    /// <summary>A message with these words in a chat.</summary>
    public Delivery Say(int number, int chat, string text)
    {
        var conversation = $"a:chat-{chat}";
        var tenant = $"00000000-0000-0000-0000-{chat % Tenants:000000000000}";
        var id = $"t{number}";
        var activity = new
        {
            type = "message",
            id,
            timestamp = TimeProvider.System.GetUtcNow(),
            serviceUrl = $"{service}teams/",
            channelId = "msteams",
            from = new { id = $"29:person-{chat}", name = "Alex", aadObjectId = $"00000000-0000-0000-0001-{chat:000000000000}" },
            conversation = new { id = conversation, conversationType = "personal", tenantId = tenant },
            recipient = new { id = "28:ogpbot", name = "OgpBot" },
            text,
            textFormat = "plain",
            locale = "en-US",
            channelData = new { tenant = new { id = tenant } },
        };
        return new("/api/messages", JsonSerializer.SerializeToUtf8Bytes(activity));
    }
}
