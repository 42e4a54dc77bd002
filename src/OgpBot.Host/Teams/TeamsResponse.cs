using System.Text.Json.Nodes;

namespace OgpBot.Host.Teams;

/// <summary>What Teams gets in return for an activity.</summary>
/// <param name="Body">Of invokes, and where replies are expected in the response; null for none.</param>
internal sealed record TeamsResponse(int Status, JsonObject? Body = null)
{
    public static TeamsResponse Acknowledged { get; } = new(StatusCodes.Status200OK);

    /// <summary>Not stored: Teams tries again.</summary>
    public static TeamsResponse Busy { get; } = new(StatusCodes.Status503ServiceUnavailable);

    public static TeamsResponse Malformed { get; } = new(StatusCodes.Status400BadRequest);

    /// <summary>An invoke that asks for what the bot does not have.</summary>
    public static TeamsResponse Unknown { get; } = new(StatusCodes.Status501NotImplemented);

    public static TeamsResponse Of(JsonObject body) => new(StatusCodes.Status200OK, body);
}
