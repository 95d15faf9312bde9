using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Discovery;

/// <summary>Makes of a service as Amazon ECS describes it what planning needs: its units with everything they refer to.</summary>
internal sealed class ServiceReader(TaskDefinitionCache definitions)
{
    private const int MostEvents = 5;

    /// <summary>Reads a service. Lists that are empty may be null.</summary>
    public async Task<ServiceSnapshot> ReadAsync(Service service, CancellationToken cancellationToken)
    {
        var home = Arn.TryParse(service.ServiceArn, out var arn) ? arn.Location : new Location("aws", "", "");
        var units = new List<ServiceUnit>();
        foreach (var deployment in service.Deployments ?? [])
        {
            units.Add(await WithReferencesAsync(UnitOf(deployment), deployment.ServiceConnectConfiguration, home, cancellationToken));
        }

        foreach (var taskSet in service.TaskSets ?? [])
        {
            units.Add(await WithReferencesAsync(UnitOf(taskSet), null, home, cancellationToken));
        }

        // A service that Amazon ECS shows without deployments is judged by its own fields: as old as it is, and all its tasks
        // alike.
        if (units.Count == 0 && !string.IsNullOrEmpty(service.TaskDefinition))
        {
            units.Add(await WithReferencesAsync(UnitOf(service), null, home, cancellationToken));
        }

        return new ServiceSnapshot
        {
            CreatedAt = Moment(service.CreatedAt),
            Arn = service.ServiceArn,
            Cluster = service.ClusterArn,
            Name = service.ServiceName,
            Status = service.Status ?? ServiceSnapshot.Active,
            Controller = ControllerOf(service),
            IsManaged = service.ResourceManagementType == ResourceManagementType.ECS,
            IsDaemon = service.SchedulingStrategy == SchedulingStrategy.DAEMON,
            DesiredCount = service.DesiredCount ?? 0,
            Settings = DeploymentSettingsReader.Read(
                service.DeploymentConfiguration, service.SchedulingStrategy == SchedulingStrategy.DAEMON, ControllerOf(service)),
            Events = EventsOf(service),
            Tags = ServiceTags.Read(
                (service.Tags ?? []).Select(tag => System.Collections.Generic.KeyValuePair.Create(tag.Key, tag.Value ?? "")), home),
            Units = units,
        };
    }

    /// <summary>Describes the service's revisions anew when they are read the next time.</summary>
    public void Forget(ServiceSnapshot service) => service.Units.ToList().ForEach(unit => definitions.Forget(unit.TaskDefinition));

    private async Task<ServiceUnit> WithReferencesAsync(
        ServiceUnit unit, ServiceConnectConfiguration? connect, Location home, CancellationToken cancellationToken)
    {
        var facts = await definitions.GetAsync(unit.TaskDefinition, cancellationToken);
        var ofService = TaskDefinitionReader.ReadServiceConnect(connect, home);
        return unit with
        {
            References = ofService.Count == 0 ? facts.References : [.. facts.References, .. ofService],
            MovingImages = facts.MovingImages,
            IsDeregistered = facts.IsDeregistered,
        };
    }

    private static ServiceUnit UnitOf(Deployment deployment) => new()
    {
        Id = deployment.Id,
        IsPrimary = deployment.Status == "PRIMARY",
        TaskDefinition = deployment.TaskDefinition,
        CreatedAt = Moment(deployment.CreatedAt),
        UpdatedAt = Moment(deployment.UpdatedAt ?? deployment.CreatedAt),
        Rollout = RolloutOf(deployment.RolloutState),
        RolloutReason = deployment.RolloutStateReason,
        RunningCount = deployment.RunningCount ?? 0,
        TaskCount = (deployment.RunningCount ?? 0) + (deployment.PendingCount ?? 0),
        FailedTaskCount = deployment.FailedTasks ?? 0,
    };

    private static ServiceUnit UnitOf(TaskSet taskSet) => new()
    {
        Id = taskSet.Id,
        IsPrimary = taskSet.Status == "PRIMARY",
        TaskDefinition = taskSet.TaskDefinition,
        CreatedAt = Moment(taskSet.CreatedAt),
        UpdatedAt = Moment(taskSet.UpdatedAt ?? taskSet.CreatedAt),
        ExternalId = taskSet.ExternalId,
        RunningCount = taskSet.RunningCount ?? 0,
        TaskCount = (taskSet.RunningCount ?? 0) + (taskSet.PendingCount ?? 0),
    };

    private static ServiceUnit UnitOf(Service service) => new()
    {
        Id = service.ServiceArn,
        IsPrimary = true,
        TaskDefinition = service.TaskDefinition,
        CreatedAt = Moment(service.CreatedAt),
        UpdatedAt = Moment(service.CreatedAt),
        RunningCount = service.RunningCount ?? 0,
        TaskCount = (service.RunningCount ?? 0) + (service.PendingCount ?? 0),
    };

    /// <summary>DescribeServices returns up to a hundred events; the newest show what holds a deployment up.</summary>
    private static IReadOnlyList<(DateTimeOffset At, string Text)> EventsOf(Service service) =>
        [.. (service.Events ?? []).OrderByDescending(e => e.CreatedAt).Take(MostEvents)
            .Select(e => (Moment(e.CreatedAt), e.Message ?? ""))];

    private static ControllerKind ControllerOf(Service service) =>
        service.DeploymentController?.Type is not { } type || type == DeploymentControllerType.ECS ? ControllerKind.Ecs
        : type == DeploymentControllerType.CODE_DEPLOY ? ControllerKind.CodeDeploy
        : ControllerKind.External;

    private static RolloutState RolloutOf(DeploymentRolloutState? state) =>
        state == DeploymentRolloutState.IN_PROGRESS ? RolloutState.InProgress
        : state == DeploymentRolloutState.COMPLETED ? RolloutState.Completed
        : state == DeploymentRolloutState.FAILED ? RolloutState.Failed
        : RolloutState.Unknown;

    private static DateTimeOffset Moment(DateTime? time) =>
        time is { } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.MinValue;
}
