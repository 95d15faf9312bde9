namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary><c>rate(10 days)</c>, <c>rate(4 hours)</c>, and AutomaticallyAfterDays, which is a rate in days.</summary>
internal sealed class RateSchedule(int count, bool hours) : IRotationSchedule
{
    public static RateSchedule Days(int count) => new(count, hours: false);

    public static RateSchedule Hours(int count) => new(count, hours: true);

    public RotationWindow After(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        if (hours)
        {
            var hour = new DateTimeOffset(utc.Date.AddHours(utc.Hour), TimeSpan.Zero).AddHours(count);
            return new RotationWindow(hour, hour.AddHours(1));
        }

        var day = new DateTimeOffset(utc.Date, TimeSpan.Zero).AddDays(count);
        return new RotationWindow(day, WindowEnd.OfDay(day));
    }
}
