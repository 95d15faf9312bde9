namespace RotationLambdas.Sandbox.SecretsManager.Schedules;

/// <summary>Where windows end that state no duration.</summary>
internal static class WindowEnd
{
    /// <summary>The last second of the day in UTC.</summary>
    public static DateTimeOffset OfDay(DateTimeOffset time) => new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddSeconds(-1);
}
