using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace OgpBot.Tests.Teams;

/// <summary>With a host of its own: what changed bodies ask is still being answered afterwards.</summary>
public sealed class TeamsHostileBodyTests(TeamsEndpointTests.Open open) : IClassFixture<TeamsEndpointTests.Open>
{
    private TeamsHost Host => open.Host;

    [Fact]
    public void No_body_makes_it_fail()
    {
        var seeds = new[] { Host.Activity("message", "PE0062"), Mention(), Host.Invoke("adaptiveCard/action", Click("PE0062")), Host.Invoke("composeExtension/query", Search("justice")), Host.Activity("conversationUpdate") }
            .Select(activity => Encoding.UTF8.GetBytes(activity.ToJsonString())).ToArray();
        var mutated = Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Select(Gen.Int[0, 5_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 6], (seed, changes) => changes.Aggregate(seeds[seed], Change));

        mutated.Sample(
            body =>
            {
                using var response = Host.SendBytesAsync(body).GetAwaiter().GetResult();
                Assert.True((int)response.StatusCode is 200 or 400 or 403 or 501, $"{response.StatusCode}: {Encoding.UTF8.GetString(body)}");
            },
            iter: 2_000,
            threads: 2);
    }

    private static byte[] Change(byte[] body, (int At, byte Value, int Kind) change)
    {
        var at = body.Length == 0 ? 0 : change.At % body.Length;
        return change.Kind switch
        {
            0 => [.. body[..at], change.Value, .. body[Math.Min(at + 1, body.Length)..]],
            1 => [.. body[..at], .. body[Math.Min(at + 1, body.Length)..]],
            2 => [.. body[..at], change.Value, .. body[at..]],
            _ => [.. body[..at], .. "\\ud800"u8, .. body[at..]],
        };
    }

    private JsonObject Mention()
    {
        var activity = Host.Activity("message", "<at>OgpBot</at> PE0062");
        activity["entities"] = JsonNode.Parse("""[{"type":"mention","mentioned":{"id":"28:bot","name":"OgpBot"},"text":"<at>OgpBot</at>"}]""");
        return activity;
    }

    private static JsonObject Click(string says) => new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "say", ["data"] = new JsonObject { ["says"] = says } } };

    private static JsonObject Search(string words) => new() { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = words }) };
}
