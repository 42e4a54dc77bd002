using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads which plans and phases the participation table has. Its cells are lost, so every level is not in the source.</summary>
internal static class ParticipationTable
{
    public static IReadOnlyList<Participation> Read(Section section, string member)
    {
        var rows = new Dictionary<(int, string), Participation>();
        var phase = "";
        foreach (var line in section.Said)
        {
            phase = Keys.Phases.Contains(line.Text) ? line.Text : phase;
            if (phase.Length > 0 && PlanName.Number(line.Text) is { } plan)
            {
                rows.TryAdd((plan, phase), new Participation(member, plan, phase, Known.NotInSource, section.SourceOf(line)));
            }
        }

        return [.. rows.Values];
    }
}
