using System.Globalization;
using OgpBot.Conversations;
using OgpBot.Digests;

namespace OgpBot.Texts;

/// <summary>Days and times: when a digest is due.</summary>
public abstract class CadenceTexts
{
    private static readonly CadenceTexts English = new InEnglish();

    private static readonly CadenceTexts Spanish = new InSpanish();

    private CadenceTexts() { }

    public static CadenceTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>"every Monday at 09:00 (America/Lima)", for inside a sentence.</summary>
    public string Of(Cadence cadence) => cadence.Rhythm == Rhythm.AtOnce ? Rhythmically(cadence) : At(Rhythmically(cadence), Clock(cadence.At), cadence.Zone);

    /// <summary>"Monday 30 November, 09:00 (America/Lima)", as the clocks of the zone show it.</summary>
    public string When(DateTimeOffset instant, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Schedule.Zone(zone) ?? TimeZoneInfo.Utc);
        return $"{Date(local)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)} ({zone})";
    }

    /// <summary>"Monday 30 November", as the calendar of the zone shows it.</summary>
    public string DateIn(DateTimeOffset instant, string zone) => Date(TimeZoneInfo.ConvertTime(instant, Schedule.Zone(zone) ?? TimeZoneInfo.Utc));

    /// <summary>"Monday 30 November".</summary>
    public abstract string Date(DateTimeOffset day);

    /// <summary>From 0 for Sunday.</summary>
    public abstract string Weekday(int day);

    protected abstract string Rhythmically(Cadence cadence);

    protected abstract string At(string rhythm, string time, string zone);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static CultureInfo Culture(string name) => CultureInfo.GetCultureInfo(name);

    private sealed class InEnglish : CadenceTexts
    {
        public override string Date(DateTimeOffset day) => day.ToString("dddd d MMMM", Culture("en"));

        public override string Weekday(int day) => Culture("en").DateTimeFormat.DayNames[day];

        protected override string Rhythmically(Cadence cadence) => cadence.Rhythm switch
        {
            Rhythm.AtOnce => "at once",
            Rhythm.Daily => "every day",
            Rhythm.Weekdays => "Monday to Friday",
            Rhythm.Weekly => $"every {Weekday(cadence.Day)}",
            _ => cadence.Day >= 31 ? "on the last day of each month" : $"on day {cadence.Day} of each month",
        };

        protected override string At(string rhythm, string time, string zone) => $"{rhythm} at {time} ({zone})";
    }

    private sealed class InSpanish : CadenceTexts
    {
        public override string Date(DateTimeOffset day) => day.ToString("dddd d 'de' MMMM", Culture("es"));

        public override string Weekday(int day) => Culture("es").DateTimeFormat.DayNames[day];

        protected override string Rhythmically(Cadence cadence) => cadence.Rhythm switch
        {
            Rhythm.AtOnce => "de inmediato",
            Rhythm.Daily => "todos los días",
            Rhythm.Weekdays => "de lunes a viernes",
            Rhythm.Weekly => $"cada {Weekday(cadence.Day)}",
            _ => cadence.Day >= 31 ? "el último día de cada mes" : $"el día {cadence.Day} de cada mes",
        };

        protected override string At(string rhythm, string time, string zone) => $"{rhythm} a las {time} ({zone})";
    }
}
