using RotationLambdas.Sandbox.Timing;

namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary>RotationRules of the API: AutomaticallyAfterDays or a ScheduleExpression, and the window's Duration, as the caller wrote
/// them.</summary>
/// <remarks>Source: Secrets Manager User Guide, "Schedule expressions in Secrets Manager rotation".</remarks>
internal sealed partial record RotationRules(int? AutomaticallyAfterDays = null, string? ScheduleExpression = null, string? Duration = null)
{
    public RotationWindow? WindowAfter(DateTimeOffset time)
    {
        var expression = AutomaticallyAfterDays is { } days ? $"rate({days} {(days == 1 ? "day" : "days")})" : ScheduleExpression;
        if (expression is null)
        {
            return null;
        }

        var window = Window(Schedule(expression), time);
        return Duration is null ? window : window with { End = window.Start.AddHours(HoursOf(Duration)) };
    }

    /// <exception cref="FormatException">A member is not valid; the text names it and what is allowed.</exception>
    public void Validate()
    {
        if (AutomaticallyAfterDays is not null && ScheduleExpression is not null)
        {
            throw new FormatException("You can't specify both AutomaticallyAfterDays and ScheduleExpression.");
        }

        if (AutomaticallyAfterDays is < 1 or > 1000)
        {
            throw new FormatException("AutomaticallyAfterDays must be between 1 and 1000.");
        }

        WindowAfter(DateTimeOffset.UnixEpoch);
    }

    private static AwsSchedule Schedule(string expression)
    {
        var schedule = AwsSchedule.Parse(expression);
        return schedule switch
        {
            { Fields: ["0", .., "*"] } => schedule,
            { Fields: not [] } => throw new FormatException("In a cron expression minutes must be 0 and year must be *."),
            { Unit: "minute" } or { Unit: "hour", Count: < 4 } =>
                throw new FormatException("A rotation can take place every four hours at most."),
            { Count: > 1000 } => throw new FormatException("A rate is between 1 and 1000."),
            _ => schedule,
        };
    }

    // Without a duration a window ends with the day in UTC, and after an hour if there are several in a day.
    private static RotationWindow Window(AwsSchedule schedule, DateTimeOffset time)
    {
        var next = schedule.Next(time) ?? throw new FormatException("The cron expression names a day that does not exist.");
        var hourly = schedule.Unit == "hour"
            || (schedule.Fields is [_, var hours, ..] && (hours.Contains('/', StringComparison.Ordinal) || hours == "*"));
        var day = new DateTimeOffset(next.UtcDateTime.Date, TimeSpan.Zero);
        var start = schedule.Unit == "day" ? day : day.AddHours(next.UtcDateTime.Hour);
        return new RotationWindow(start, hourly ? start.AddHours(1) : day.AddDays(1).AddSeconds(-1));
    }

    private static int HoursOf(string duration) => DurationText().Match(duration) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new FormatException($"The duration {duration} is not a number of hours such as 3h.");

    [GeneratedRegex(@"^([1-9][0-9]?)h$")]
    private static partial Regex DurationText();
}
