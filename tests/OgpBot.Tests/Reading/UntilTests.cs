using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class UntilTests
{
    [Theory]
    [InlineData("monday", "2026-11-25", "2026-11-30")]
    [InlineData("wednesday", "2026-11-25", "2026-12-02")]
    [InlineData("14d", "2026-11-25", "2026-12-09")]
    [InlineData("1m", "2027-01-31", "2027-02-28")]
    [InlineData("15", "2026-11-25", "2026-12-15")]
    [InlineData("30", "2026-11-25", "2026-11-30")]
    [InlineData("31", "2026-11-30", "2026-12-31")]
    [InlineData("03-01", "2026-11-25", "2027-03-01")]
    [InlineData("11-25", "2026-11-25", "2027-11-25")]
    [InlineData("02-29", "2026-11-25", "2027-02-28")]
    [InlineData("2027-03-01", "2026-11-25", "2027-03-01")]
    public void A_pause_ends_on_the_first_such_day_to_come(string until, string today, string end)
    {
        Assert.Equal(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), Until.Parse(until)!.After(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0d")]
    [InlineData("32")]
    [InlineData("00")]
    [InlineData("13-01")]
    [InlineData("1999-01-01")]
    [InlineData("someday")]
    public void What_is_no_day_is_none(string text)
    {
        Assert.Null(Until.Parse(text));
    }
}
