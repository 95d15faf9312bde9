namespace RotationLambdas.EcsRedeployment.Planning;

/// <summary>Finds what an operator should know about a service besides what is done.</summary>
internal static class Warnings
{
    public static IReadOnlyList<Warning> About(
        ServiceSnapshot service, IReadOnlyList<SecretFreshness> states, Decision decision, DateTimeOffset now)
    {
        var warnings = new List<Warning>();
        foreach (var reference in service.References.Where(r => states.Any(state => state.Change.IsReadBy(r))))
        {
            if (reference.Place is ReferencePlace.EnvironmentValue)
            {
                warnings.Add(new(WarningKind.ArnInEnvironment, reference.Holder));
            }

            if (reference is { VersionId: not null, IsReadAtTaskStart: true })
            {
                warnings.Add(new(WarningKind.PinnedVersion, reference.Text));
            }
        }

        if (decision is Decision.Redeploy)
        {
            warnings.AddRange((service.Primary?.MovingImages ?? []).Select(image => new Warning(WarningKind.MovingImageTag, image)));
            if (service.IsDaemon)
            {
                warnings.Add(new(WarningKind.DaemonStopsFirst, service.Name));
            }
            else if (service.Settings is { Strategy: TrafficShift.Rolling, MinimumHealthyPercent: < 50 })
            {
                warnings.Add(new(WarningKind.LowMinimumHealthy, $"{service.Settings.MinimumHealthyPercent} %"));
            }

            if (service.CannotMove)
            {
                warnings.Add(
                    new(WarningKind.CannotMove, $"{service.Settings.MinimumHealthyPercent} % to {service.Settings.MaximumPercent} %"));
            }
        }

        if (states.Any(state => state.State is FreshnessState.Stale) && RestartInterval.IsLoop(service, now))
        {
            warnings.Add(new(WarningKind.RestartLoop, service.Name));
        }

        if (decision is Decision.StopTasks && service.DesiredCount == 1)
        {
            warnings.Add(new(WarningKind.SingleTaskStops, service.Name));
        }

        if (service.Tags is { Mode: RedeployMode.Unknown, ModeText: { } text })
        {
            warnings.Add(new(WarningKind.TagNotUnderstood, text));
        }

        return [.. warnings.Distinct()];
    }
}
