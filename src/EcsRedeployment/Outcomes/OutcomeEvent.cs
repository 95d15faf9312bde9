namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <param name="DetailType">Its kind; docs/reference/events.md lists them.</param>
/// <param name="Resources">The ARNs it is about.</param>
/// <param name="Detail">JSON.</param>
internal sealed record OutcomeEvent(string DetailType, IReadOnlyList<string> Resources, string Detail)
{
    public const string Source = "rotation-lambdas";

    /// <summary>The state of a changed secret: all the services that refer to it.</summary>
    public const string SecretStatus = "Secret Consumers Status";

    /// <summary>A service could not be redeployed, or its deployment has failed.</summary>
    public const string ServiceFailed = "Service Redeployment Failed";

    /// <summary>A service holds an old value and a person has to act.</summary>
    public const string ServiceNeedsAttention = "Service Needs Attention";

    /// <summary>Its size as Amazon EventBridge reckons it (EventBridge User Guide, "Calculating PutEvents event entry size").</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(Source) + Encoding.UTF8.GetByteCount(DetailType) + Encoding.UTF8.GetByteCount(Detail)
        + Resources.Sum(Encoding.UTF8.GetByteCount);

    /// <summary>One event a secret, and one for each service that failed or needs a person, however many of its secrets changed.</summary>
    public static IEnumerable<OutcomeEvent> Of(IReadOnlyList<SecretReport> secrets, DateTimeOffset now)
    {
        foreach (var secret in secrets)
        {
            yield return new(
                SecretStatus, [secret.Origin.Change.Arn], ReportJson.Text(ReportJson.Of(secret, now, ReportJson.MostServices)));
        }

        var troubled = secrets.SelectMany(secret => secret.Services)
            .Where(service => service.State is ServiceState.Failed or ServiceState.NeedsAttention)
            .GroupBy(service => service.Result.Plan.Service.Key)
            .Select(group => group.MaxBy(service => ServiceReport.Severity(service.State))!);
        foreach (var service in troubled)
        {
            var secret = service.Freshness.Change.Arn;
            yield return new(
                service.State is ServiceState.Failed ? ServiceFailed : ServiceNeedsAttention,
                [service.Result.Plan.Service.Arn, secret],
                ReportJson.Text(ReportJson.Of(service, secret)));
        }
    }
}
