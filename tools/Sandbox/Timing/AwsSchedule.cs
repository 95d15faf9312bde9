using Cronos;

namespace RotationLambdas.Sandbox.Timing;

/// <summary><c>rate(value unit)</c> or <c>cron(minutes hours day-of-month month day-of-week *)</c>, in UTC.</summary>
/// <remarks>Source: EventBridge User Guide, "Schedule expressions reference". The sandbox takes no year but <c>*</c>.</remarks>
internal sealed partial class AwsSchedule
{
    private readonly TimeSpan _period;
    private readonly CronExpression? _cron;

    private AwsSchedule(TimeSpan period) => _period = period;

    private AwsSchedule(CronExpression cron) => _cron = cron;

    /// <exception cref="FormatException">EventBridge refuses the expression.</exception>
    public static AwsSchedule Parse(string text)
    {
        if (Rate().Match(text) is { Success: true } rate)
        {
            var (count, unit) = (int.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture), rate.Groups[2].Value);
            var one = unit[0] switch { 'm' => TimeSpan.FromMinutes(1), 'h' => TimeSpan.FromHours(1), _ => TimeSpan.FromDays(1) };
            // "If the value is equal to 1, then the unit must be singular."
            return count > 0 && (count == 1) != unit.EndsWith('s') ? new AwsSchedule(one * count) : throw Invalid();
        }

        var fields = Cron().Match(text).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "If you specify a value in one of Day-of-month and Day-of-week, you must use a ? in the other."
        return fields is [_, _, var day, _, var weekday, "*"] && (day == "?") != (weekday == "?") ? Read(fields) : throw Invalid();
    }

    public DateTimeOffset? Next(DateTimeOffset time) => _cron is null ? time + _period : _cron.GetNextOccurrence(time, TimeZoneInfo.Utc);

    private static AwsSchedule Read(string[] fields)
    {
        try
        {
            // AWS counts the days of the week from 1, Sunday; Cronos from 0.
            var weekdays = Weekday().Replace(fields[4], static day =>
                day.Value is [>= '1' and <= '7'] ? $"{day.Value[0] - '1'}" : throw Invalid());
            return new AwsSchedule(CronExpression.Parse(string.Join(' ', [.. fields[..4], weekdays])));
        }
        catch (FormatException)
        {
            // Cronos names the field; EventBridge does not.
            throw Invalid();
        }
    }

    private static FormatException Invalid() => new("Parameter ScheduleExpression is not valid.");

    [GeneratedRegex(@"^rate\(([0-9]{1,9}) (minutes?|hours?|days?)\)$")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^cron\((.+)\)$")]
    private static partial Regex Cron();

    [GeneratedRegex("(?<![#/0-9])[0-9]+")]
    private static partial Regex Weekday();
}
