namespace OgpBot.Reading;

/// <summary>The terms of a question about one kind of oddity; without a term it asks for all kinds.</summary>
public static class QuirkKinds
{
    public const string Typos = "typos";

    public const string Twins = "twins";
}
