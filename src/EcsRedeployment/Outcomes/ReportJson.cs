using System.Text.Json.Serialization;

namespace RotationLambdas.EcsRedeployment.Outcomes;

/// <summary>The JSON of events and answers. docs/reference/events has a schema of each kind.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SecretDetail))]
[JsonSerializable(typeof(ServiceDetail))]
[JsonSerializable(typeof(ReportAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>An event holds 256 KB; a service takes up to about two.</summary>
    public const int MostServices = 50;

    private const int MostSentences = 5;

    /// <summary>The members of a secret's event.</summary>
    public static SecretDetail Of(SecretReport report, DateTimeOffset now, int mostServices) => new()
    {
        Id = report.Id,
        Secret = report.Origin.Change.Arn,
        CurrentVersion = report.CurrentVersion,
        State = report.State.ToString(),
        Final = report.IsFinal,
        Reminder = report.IsReminder,
        ChangedAt = report.ChangedAt,
        SecondsSinceChange = report.ChangedAt is { } at ? Math.Round((now - at).TotalSeconds) : null,
        Counts = Enum.GetValues<ServiceState>().ToDictionary(state => state.ToString(), report.CountOf),
        Services = [.. report.Services.Take(mostServices).Select(service => Of(service, null))],
        ServicesLeftOut = Math.Max(0, report.Services.Count - mostServices),
        StandaloneTasks = [
            .. report.Standalone.Take(mostServices)
                .Select(task => new TaskDetail(task.Arn, task.Cluster, task.Group, task.StartedBy, task.CreatedAt))],
        StandaloneTasksLeftOut = Math.Max(0, report.Standalone.Count - mostServices),
        Scope = new(
            [.. report.Scope.Clusters.Take(mostServices)], Math.Max(0, report.Scope.Clusters.Count - mostServices), report.Scope.Services,
            report.Scope.IsComplete, report.Scope.Unreadable is [] ? null : [.. report.Scope.Unreadable.Take(MostSentences)]),
    };

    /// <summary>The members of a service's event.</summary>
    /// <param name="secret">The secret, where the service is reported alone.</param>
    public static ServiceDetail Of(ServiceReport service, string? secret)
    {
        var (plan, result) = (service.Result.Plan, service.Result);
        return new ServiceDetail
        {
            Secret = secret,
            Service = plan.Service.Arn,
            Cluster = plan.Service.Cluster,
            State = service.State.ToString(),
            Decision = plan.Decision.ToString(),
            Reason = plan.Reason.ToString(),
            Explanation = ReasonText.Of(plan),
            Window = plan.Service.Tags.Window?.Text,
            Message = result.Message,
            DeploymentId = result.DeploymentId,
            EcsReason = service.Cause?.Quoted,
            LikelyCause = service.Cause?.Likely,
            Warnings = plan.Warnings.Count == 0
                ? null : [.. plan.Warnings.Select(warning => new WarningDetail(warning.Kind.ToString(), warning.Subject))],
        };
    }

    public static string Text(SecretDetail detail) => JsonSerializer.Serialize(detail, Default.SecretDetail);

    public static string Text(ServiceDetail detail) => JsonSerializer.Serialize(detail, Default.ServiceDetail);
}
