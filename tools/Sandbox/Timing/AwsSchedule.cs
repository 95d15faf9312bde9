using Cronos;

namespace RotationLambdas.Sandbox.Timing;

/// <summary><c>rate(value unit)</c> or <c>cron(minutes hours day-of-month month day-of-week year)</c>, in UTC.</summary>
/// <remarks>Source: EventBridge User Guide, "Schedule expressions reference"; Secrets Manager takes the same forms with fewer
/// values.</remarks>
internal sealed partial class AwsSchedule
{
    private readonly CronExpression? _cron;
    private readonly HashSet<int>? _years;

    private AwsSchedule(int count, string unit) => (Count, Unit) = (count, unit.TrimEnd('s'));

    private AwsSchedule(string[] fields)
    {
        Fields = fields;
        // AWS counts the days of the week from 1, Sunday; Cronos from 0.
        var weekdays = Weekday().Replace(fields[4], static day =>
            day.Value is [>= '1' and <= '7'] ? (day.Value[0] - '1').ToString(CultureInfo.InvariantCulture) : throw Invalid());
        var others = fields[..4].Select(static field => field.StartsWith('/') ? "*" + field : field);
        _cron = CronExpression.Parse(string.Join(' ', [.. others, weekdays]));
        _years = fields[5] == "*" ? null : [.. fields[5].Split(',').Select(static year => int.Parse(year, CultureInfo.InvariantCulture))];
    }

    /// <summary>The six fields of a cron expression; empty for a rate.</summary>
    public IReadOnlyList<string> Fields { get; } = [];

    public int Count { get; }

    /// <summary><c>minute</c>, <c>hour</c> or <c>day</c>; empty for a cron expression.</summary>
    public string Unit { get; } = "";

    /// <exception cref="FormatException">EventBridge refuses the expression.</exception>
    public static AwsSchedule Parse(string text)
    {
        if (Rate().Match(text) is { Success: true } rate)
        {
            var (count, unit) = (int.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture), rate.Groups[2].Value);
            // "If the value is equal to 1, then the unit must be singular."
            return count > 0 && (count == 1) != unit.EndsWith('s') ? new AwsSchedule(count, unit) : throw Invalid();
        }

        var fields = Cron().Match(text).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // "If you specify a value in one of Day-of-month and Day-of-week, you must use a ? in the other."
        return fields.Length == 6 && (fields[2] == "?") != (fields[4] == "?") ? Read(fields) : throw Invalid();
    }

    /// <summary>The first time after another; <see langword="null"/> because the years of the expression are over.</summary>
    public DateTimeOffset? Next(DateTimeOffset time)
    {
        if (_cron is null)
        {
            return time
                + (Unit switch
                {
                    "minute" =>
                TimeSpan.FromMinutes(Count),
                    "hour" => TimeSpan.FromHours(Count),
                    _ => TimeSpan.FromDays(Count)
                });
        }

        var next = _cron.GetNextOccurrence(time, TimeZoneInfo.Utc);
        while (_years is not null && next is { } occurrence && !_years.Contains(occurrence.Year))
        {
            next = _years.Any(year => year > occurrence.Year) ? _cron.GetNextOccurrence(occurrence, TimeZoneInfo.Utc) : null;
        }

        return next;
    }

    private static AwsSchedule Read(string[] fields)
    {
        try
        {
            return new AwsSchedule(fields);
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
