using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>Which questions want records, whatever their verb.</summary>
internal static class Asking
{
    /// <summary>Topics other than commitments have one answer for all of these verbs, or two: a list and figures.</summary>
    public static bool AsksAbout(this Question question, Topic topic) =>
        question.Topic == topic && question.Verb is (Verb.Find or Verb.Show or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot or Verb.Brief or Verb.Cite);
}
