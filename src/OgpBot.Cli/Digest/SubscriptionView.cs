using System.Globalization;
using OgpBot.Cli.Terminal;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Digest;

/// <summary>Subscriptions for a terminal.</summary>
internal static class SubscriptionView
{
    /// <param name="most">As many were asked for.</param>
    public static IRenderable Draw(IReadOnlyList<Subscription> subscriptions, int most)
    {
        var grid = new Spectre.Console.Grid();
        foreach (var _ in Enumerable.Range(0, 6))
        {
            grid.AddColumn(new GridColumn().PadLeft(0).PadRight(2));
        }

        foreach (var subscription in subscriptions)
        {
            grid.AddRow(
                Styled.Line(subscription.Id.ToString(CultureInfo.InvariantCulture), Styled.Key),
                Styled.Line(subscription.State.ToString().ToLowerInvariant()),
                Styled.Line(subscription.Place.Channel),
                Styled.Line(string.Join(", ", subscription.Queries)),
                Styled.Line(CadenceTexts.In(Language.English).Of(subscription.Cadence), Styled.Dim),
                Styled.Line(subscription.Reason ?? ""));
        }

        var told = subscriptions.Count == most ? $"The first {most}." : $"{subscriptions.Count} in all.";
        return new Rows(new WithoutTrailingSpace(grid), Styled.Line(told, Styled.Dim));
    }
}
