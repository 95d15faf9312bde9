namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>The time between two deployments of one service. It doubles with each deployment of the last hours, so that a service that
/// changes its own secret when it starts, or a parameter that changes every minute, does not restart it all day.</summary>
internal static class RestartInterval
{
    /// <summary>Deployments of a service within <see cref="Remembered"/> from which on it is reported as a restart loop.</summary>
    public const int LoopFrom = 4;

    private const int MostDoublings = 8;

    /// <summary>The deployment that comes with the service is not a restart.</summary>
    private static readonly TimeSpan FirstDeployment = TimeSpan.FromSeconds(5);

    /// <summary>How far back deployments count.</summary>
    public static TimeSpan Remembered { get; } = TimeSpan.FromHours(6);

    /// <summary>When the service may be deployed next; null when it was not deployed lately.</summary>
    public static DateTimeOffset? EndOf(ServiceSnapshot service, TimeSpan interval, DateTimeOffset now)
    {
        var recent = Recent(service, now);
        return recent.Count == 0 ? null : recent.Max() + (interval * Math.Pow(2, Math.Min(recent.Count - 1, MostDoublings)));
    }

    /// <summary>The service was deployed suspiciously often.</summary>
    public static bool IsLoop(ServiceSnapshot service, DateTimeOffset now) => Recent(service, now).Count >= LoopFrom;

    private static List<DateTimeOffset> Recent(ServiceSnapshot service, DateTimeOffset now) =>
        [.. (service.History is { } history ? history.Select(past => past.CreatedAt) : service.Units.Select(unit => unit.CreatedAt))
            .Where(at => at > now - Remembered && at > service.CreatedAt + FirstDeployment)];
}
