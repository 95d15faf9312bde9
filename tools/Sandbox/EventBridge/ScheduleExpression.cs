using System.Globalization;

namespace RotationLambdas.Sandbox.EventBridge;

/// <summary>When a scheduled rule fires: a rate or a cron expression, in UTC (EventBridge User Guide, "Creating an Amazon EventBridge rule that runs on a schedule").</summary>
internal abstract record ScheduleExpression
{
    /// <summary>Reads an expression.</summary>
    /// <param name="text"><c>rate(value unit)</c> or <c>cron(minutes hours day-of-month month day-of-week year)</c>.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="FormatException">EventBridge would refuse it.</exception>
    public static ScheduleExpression Parse(string text)
    {
        if (text.StartsWith("rate(", StringComparison.Ordinal) && text.EndsWith(')'))
        {
            return Rate(text[5..^1].Split(' '));
        }

        return text.StartsWith("cron(", StringComparison.Ordinal) && text.EndsWith(')')
            ? CronSchedule.Read(text[5..^1])
            : throw new FormatException("Parameter ScheduleExpression is not valid.");
    }

    /// <summary>The first time after another.</summary>
    /// <param name="time">The other time.</param>
    /// <returns>The time, or <see langword="null"/> when there is none any more.</returns>
    public abstract DateTimeOffset? Next(DateTimeOffset time);

    private static RateSchedule Rate(string[] parts)
    {
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1)
        {
            throw new FormatException("Parameter ScheduleExpression is not valid.");
        }

        // "If the value is equal to 1, then the unit must be singular."
        return (parts[1], value) switch
        {
            ("minute", 1) or ("minutes", > 1) => new RateSchedule(TimeSpan.FromMinutes(value)),
            ("hour", 1) or ("hours", > 1) => new RateSchedule(TimeSpan.FromHours(value)),
            ("day", 1) or ("days", > 1) => new RateSchedule(TimeSpan.FromDays(value)),
            _ => throw new FormatException("Parameter ScheduleExpression is not valid."),
        };
    }
}
