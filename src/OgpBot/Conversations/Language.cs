namespace OgpBot.Conversations;

/// <summary>A language that the bot speaks. Titles and quotes stay in the language of their source.</summary>
public enum Language
{
    English,
    Spanish,
}
