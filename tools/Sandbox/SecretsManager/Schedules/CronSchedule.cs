using System.Globalization;

namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary>
/// <c>cron(Minutes Hours Day-of-month Month Day-of-week Year)</c> in UTC, where minutes must be 0 and year <c>*</c>.
/// Day-of-month may be <c>L</c> (the last), day-of-week <c>5L</c> (the month's last Thursday) or <c>5#3</c> (its third).
/// </summary>
internal sealed class CronSchedule : IRotationSchedule
{
    private const int DaysLookedAhead = 366 * 4 + 1; // 29 February comes at least this often, but for one century in four.
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly CronField _hours;
    private readonly CronField _months;
    private readonly Func<DateTime, bool> _dayOfMonth;
    private readonly Func<DateTime, bool> _dayOfWeek;
    private readonly bool _everyFewHours;

    /// <exception cref="FormatException">The expression is none that Secrets Manager takes.</exception>
    public CronSchedule(string fields)
    {
        var parts = fields.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 6 || parts[0] != "0" || parts[5] != "*")
        {
            throw new FormatException("A cron expression has six fields; minutes must be 0 and year must be *.");
        }

        _hours = CronField.Parse(parts[1], 0, 23);
        _months = CronField.Parse(parts[3], 1, 12, Months);
        _dayOfMonth = DayOfMonth(parts[2]);
        _dayOfWeek = DayOfWeek(parts[4]);
        _everyFewHours = parts[1].Contains('/', StringComparison.Ordinal) || _hours.IsAny;
    }

    public RotationWindow After(DateTimeOffset time)
    {
        var hour = time.UtcDateTime.Date.AddHours(time.UtcDateTime.Hour + 1);
        for (var end = hour.AddDays(DaysLookedAhead); hour < end; hour = hour.AddHours(1))
        {
            if (_months.Admits(hour.Month) && _dayOfMonth(hour) && _dayOfWeek(hour) && _hours.Admits(hour.Hour))
            {
                var start = new DateTimeOffset(hour, TimeSpan.Zero);
                return new RotationWindow(start, _everyFewHours ? start.AddHours(1) : WindowEnd.OfDay(start));
            }
        }

        throw new FormatException("The cron expression names a day that never comes.");
    }

    private static Func<DateTime, bool> DayOfMonth(string text)
    {
        if (text == "L")
        {
            return day => day.AddDays(1).Day == 1;
        }

        var field = CronField.Parse(text, 1, 31);
        return day => field.Admits(day.Day);
    }

    private static Func<DateTime, bool> DayOfWeek(string text)
    {
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash > 0)
        {
            var nth = int.Parse(text[(hash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
            var weekday = CronField.Parse(text[..hash], 1, 7, Weekdays);
            return day => weekday.Admits(NumberOf(day)) && (day.Day - 1) / 7 + 1 == nth;
        }

        if (text.Length > 1 && text[^1] == 'L')
        {
            var weekday = CronField.Parse(text[..^1], 1, 7, Weekdays);
            return day => weekday.Admits(NumberOf(day)) && day.AddDays(7).Month != day.Month;
        }

        var field = CronField.Parse(text, 1, 7, Weekdays);
        return day => field.Admits(NumberOf(day));
    }

    private static int NumberOf(DateTime day) => (int)day.DayOfWeek + 1;
}
