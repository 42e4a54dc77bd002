namespace OgpBot.Reading;

/// <summary>Which members are meant: by name, by region, or all of them in so many words.</summary>
internal static class PlaceReading
{
    public static bool Read(Piece piece, bool negated, FilterReading reading)
    {
        if (piece.Value(SenseKind.Member) is { } member)
        {
            reading.Add(filter => negated
                ? filter with { NotMembers = [.. filter.NotMembers.Except([member]), member] }
                : filter with { Members = [.. filter.Members.Except([member]), member] });
            return true;
        }

        if (piece.Is(SenseKind.AllMembers))
        {
            reading.Add(filter => filter with { AllMembers = true });
            return true;
        }

        return piece.IsAny(SenseKind.Region, SenseKind.RegionPart) && Region(piece, negated, reading);
    }

    private static bool Region(Piece piece, bool negated, FilterReading reading)
    {
        var whole = piece.Value(SenseKind.Region);
        var region = whole ?? piece.Value(SenseKind.RegionPart)!;
        reading.Add(filter => negated
            ? filter with { NotRegions = [.. filter.NotRegions.Except([region]), region] }
            : filter with { Regions = [.. filter.Regions.Except([region]), region] });
        if (whole is null)
        {
            // The source divides the world coarsely: who asks for Africa gets the Middle East too, and is told.
            reading.Note(new Notice(NoticeKind.RegionIs, [piece.Text, region]));
        }

        return true;
    }
}
