namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>
/// A cron expression of six fields, with lists, ranges, steps, <c>*</c>, <c>?</c>, and names of months and days. <c>L</c>, <c>W</c> and <c>#</c> are refused: the sandbox does not reckon with them.
/// </summary>
internal sealed record CronSchedule : ScheduleExpression
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _daysOfMonth;
    private readonly CronField _months;
    private readonly CronField _daysOfWeek;
    private readonly CronField _years;

    private CronSchedule(string[] fields)
    {
        _minutes = CronField.Read(fields[0], 0, 59, []);
        _hours = CronField.Read(fields[1], 0, 23, []);
        _daysOfMonth = CronField.Read(fields[2], 1, 31, []);
        _months = CronField.Read(fields[3], 1, 12, Months);
        // Days of the week are 1 to 7, Sunday first.
        _daysOfWeek = CronField.Read(fields[4], 1, 7, Days);
        _years = CronField.Read(fields[5], 1970, 2199, []);
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The six fields, without <c>cron()</c>.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="FormatException">EventBridge would refuse it, or the sandbox cannot reckon with it.</exception>
    public static CronSchedule Read(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "You can't specify the Day-of-month and Day-of-week fields in the same cron expression. If you specify a value in one, you must use a ? in the other."
        return fields.Length == 6 && (fields[2] == "?") != (fields[4] == "?")
            ? new CronSchedule(fields)
            : throw new FormatException("Parameter ScheduleExpression is not valid.");
    }

    /// <inheritdoc/>
    public override DateTimeOffset? Next(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        var minute = new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, 0, TimeSpan.Zero).AddMinutes(1);
        // A day at a time while the date does not fit: four years hold every date there is, the rest is past or never.
        var last = minute.AddYears(8);
        while (minute < last)
        {
            if (!FitsDate(minute))
            {
                minute = new DateTimeOffset(minute.Year, minute.Month, minute.Day, 0, 0, 0, TimeSpan.Zero).AddDays(1);
            }
            else if (!_hours.Has(minute.Hour))
            {
                minute = new DateTimeOffset(minute.Year, minute.Month, minute.Day, minute.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
            }
            else if (!_minutes.Has(minute.Minute))
            {
                minute = minute.AddMinutes(1);
            }
            else
            {
                return minute;
            }
        }

        return null;
    }

    private bool FitsDate(DateTimeOffset date) => _years.Has(date.Year) && _months.Has(date.Month) && _daysOfMonth.Has(date.Day) && _daysOfWeek.Has((int)date.DayOfWeek + 1);
}
