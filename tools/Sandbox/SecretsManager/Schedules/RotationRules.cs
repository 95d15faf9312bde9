using System.Globalization;
using System.Text.RegularExpressions;

namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary>RotationRules of the API: AutomaticallyAfterDays or a ScheduleExpression, and the window's Duration, as the caller wrote them.</summary>
internal sealed partial record RotationRules(int? AutomaticallyAfterDays = null, string? ScheduleExpression = null, string? Duration = null)
{
    private const int ShortestHours = 4; // RotateSecret: "You can use a schedule expression to rotate as often as every four hours."

    /// <summary>The next window after a time, or <see langword="null"/> without a schedule.</summary>
    public RotationWindow? WindowAfter(DateTimeOffset time)
    {
        if (Schedule() is not { } schedule)
        {
            return null;
        }

        var window = schedule.After(time);
        return Duration is null ? window : window with { End = window.Start.AddHours(HoursOf(Duration)) };
    }

    /// <summary>Reads everything once, so that what is stored can be read again.</summary>
    /// <exception cref="FormatException">A member makes no sense; the text says which, and what is allowed.</exception>
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

    private IRotationSchedule? Schedule()
    {
        if (AutomaticallyAfterDays is { } days)
        {
            return RateSchedule.Days(days);
        }

        if (ScheduleExpression is null)
        {
            return null;
        }

        if (Cron().Match(ScheduleExpression) is { Success: true } cron)
        {
            return new CronSchedule(cron.Groups[1].Value);
        }

        var rate = Rate().Match(ScheduleExpression);
        if (!rate.Success)
        {
            throw new FormatException($"{ScheduleExpression} is neither rate(number unit) nor cron(fields).");
        }

        var count = int.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture);
        var hours = rate.Groups[2].Value.StartsWith("hour", StringComparison.Ordinal);
        return hours && count < ShortestHours ? throw new FormatException("A rotation can take place every four hours at most.")
            : count is < 1 or > 999 ? throw new FormatException("A rate is between 1 and 999.")
            : hours ? RateSchedule.Hours(count) : RateSchedule.Days(count);
    }

    private static int HoursOf(string duration) => DurationText().Match(duration) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new FormatException($"The duration {duration} is not a number of hours such as 3h.");

    [GeneratedRegex(@"^cron\((.+)\)$")]
    private static partial Regex Cron();

    [GeneratedRegex(@"^rate\(([0-9]{1,4}) (hours?|days?)\)$")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^([1-9][0-9]?)h$")]
    private static partial Regex DurationText();
}
