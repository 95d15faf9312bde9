namespace RotationLambdas.EcsRedeployment.Tests.Planning;

/// <summary>Shapes of services, many of them rare. The secret `db` changed; `Before` and `After` count from there.</summary>
public sealed class FleetShapesTests
{
    private const string Specification = "credentialspec:arn:aws:ssm:eu-west-1:123456789012:parameter/aws/reference/secretsmanager/db";
    private const string NextRevision = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2";

    private static readonly ServiceUnit Old = Unit(Before.AddHours(-1), Reference()) with { IsPrimary = false };
    private static readonly ServiceUnit Failing = Unit(Before, Reference()) with { Rollout = RolloutState.Failed, TaskCount = 0 };
    private static readonly ServiceUnit NotBegun = Unit(Before, Reference()) with { Rollout = RolloutState.Unknown, TaskCount = 0 };
    private static readonly ServiceUnit Returned = Unit(After, Reference()) with { Rollout = RolloutState.InProgress, RunningCount = 1 };
    private static readonly ServiceTags StopTasks = ServiceTags.Read([new("rotation:redeploy", "stop-tasks")], Home);
    private static readonly DeploymentSettings BlueGreen =
        new() { Strategy = TrafficShift.BlueGreen, PlannedDuration = TimeSpan.FromDays(1) };

    private static readonly ServiceSnapshot ByCodeDeploy = Service(Unit(Before.AddDays(-1), Reference()) with { ExternalId = "d-1" }) with
    {
        Controller = ControllerKind.CodeDeploy,
    };

    private static readonly (string Shape, ServiceSnapshot Service, Decision Decision, Reason Reason)[] Shapes =
    [
        ("tasks older than the change", Stale(), Decision.Redeploy, Reason.Stale),
        ("tasks younger than the change", Service(Unit(After, Reference())), Decision.Skip, Reason.AlreadyFresh),
        ("the secret is named in a tag", Service(Unit(Before)) with
        {
            Tags = ServiceTags.Read([new("rotation:secrets", $"other {SecretArn}")], Home),
        }, Decision.Redeploy, Reason.Stale),
        ("draining", Stale() with { Status = "DRAINING" }, Decision.Skip, Reason.NotActive),
        ("inactive", Stale() with { Status = "INACTIVE" }, Decision.Skip, Reason.NotActive),
        ("draining, and pinned to an older version", Stale(Reference(SecretArn + ":::1" + VersionId[1..])) with { Status = "DRAINING" },
            Decision.Skip, Reason.NotActive),
        ("draining with young tasks", Service(Unit(After, Reference())) with { Status = "DRAINING" }, Decision.Skip, Reason.AlreadyFresh),
        ("the tag is false", Tagged("false"), Decision.Skip, Reason.OptedOut),
        ("the tag is notify", Tagged("notify"), Decision.Notify, Reason.NotifyOnly),
        ("the tag is stop-tasks", Tagged("stop-tasks"), Decision.StopTasks, Reason.Stale),
        ("the tag is true", Tagged("true"), Decision.Redeploy, Reason.Stale),
        ("the tag is not understood", Tagged("maybe"), Decision.Notify, Reason.TagNotUnderstood),
        ("a failed release beside the old revision", Service(Failing with { TaskDefinition = NextRevision }, Old), Decision.Notify,
            Reason.ForeignDeploymentStuck),
        ("a failed deployment of the same revision", Service(Failing, Old), Decision.Redeploy, Reason.Stale),
        ("a failed deployment of the same revision, and tasks are stopped", Service(Failing, Old) with { Tags = StopTasks },
            Decision.Notify, Reason.ForeignDeploymentStuck),
        ("a failed release, and no task is left", Service(Failing with { TaskDefinition = NextRevision }, Old with { TaskCount = 0 }),
            Decision.Redeploy, Reason.Stale),
        ("blue/green that pauses before its tasks start", Service(NotBegun, Old) with { Settings = BlueGreen }, Decision.Skip,
            Reason.RollingOut),
        ("a blue/green release that fails", Service(NotBegun with { TaskDefinition = NextRevision, FailedTaskCount = 3 }, Old) with
        {
            Settings = BlueGreen,
        }, Decision.Later, Reason.ForeignDeployment),
        ("a blue/green deployment of the same revision that fails", Service(NotBegun with { FailedTaskCount = 3 }, Old) with
        {
            Settings = BlueGreen,
        }, Decision.Redeploy, Reason.Stale),
        ("a Classic Load Balancer, and a release in progress", Service(NotBegun with { TaskCount = 1 }, Old) with
        {
            History = [Past(Changed.AddMinutes(-5), PastDeploymentState.InProgress)],
        }, Decision.Later, Reason.ForeignDeployment),
        ("CodeDeploy deploys since the change", ByCodeDeploy with { History = [Past(After, PastDeploymentState.InProgress)] },
            Decision.Skip, Reason.RollingOut),
        ("CodeDeploy deploys since before the change",
            ByCodeDeploy with { History = [Past(Changed.AddMinutes(-5), PastDeploymentState.InProgress)] }, Decision.Later,
            Reason.ForeignDeployment),
        ("CodeDeploy has deployed for hours", ByCodeDeploy with { History = [Past(Before, PastDeploymentState.InProgress)] },
            Decision.Notify, Reason.ForeignDeploymentStuck),
        ("CodeDeploy rolls back", ByCodeDeploy with { History = [Past(After, PastDeploymentState.RollingBack)] }, Decision.Later,
            Reason.RollbackInProgress),
        ("a deferred clean-up whose old deployment is not listed", WithTasks(Unit(After, Reference()), "ecs-svc/ended"), Decision.Skip,
            Reason.RollingOut),
        ("a deployment that returned in a rollback with its task", WithTasks(Unit(After, Reference()), Unit(After).Id),
            Decision.Redeploy, Reason.Stale),
        ("two old deployments behind a young one", Service(Unit(After, Reference()), Old, Old with { Id = "ecs-svc/2" }), Decision.Skip,
            Reason.RollingOut),
        ("a release without the secret, and old tasks that hold it", Service(Unit(After), Old), Decision.Skip, Reason.RollingOut),
        ("pinned to the version that is current", Stale(Reference($"{SecretArn}:::{VersionId}")), Decision.Skip, Reason.OtherStage),
        ("file system credentials that are pinned to it",
            Stale(Reference($"{SecretArn}:::{VersionId}", ReferencePlace.FileSystemCredentials)), Decision.Skip, Reason.OtherStage),
        ("EXTERNAL, and its tasks may be stopped", Stale() with
        {
            Controller = ControllerKind.External, Tags = StopTasks,
        }, Decision.StopTasks, Reason.Stale),
        ("Express Mode", Stale() with { IsManaged = true }, Decision.Notify, Reason.ManagedByEcs),
        ("a release from before the change that is rolled back", Service(Returned) with
        {
            Tasks = [Task("a", Before, Returned)], History = [],
        }, Decision.Later, Reason.RollbackInProgress),
        ("a credential specification that names the secret", Stale(Reference(Specification, ReferencePlace.CredentialSpec)),
            Decision.Notify, Reason.IndirectReference),
        ("no task, and new ones fail to start", Service(Unit(After, Reference()) with { TaskCount = 0, FailedTaskCount = 4 }),
            Decision.Notify, Reason.RolloutFailed),
        ("a daemon without a desired count", Stale() with { IsDaemon = true, DesiredCount = 0 }, Decision.Redeploy, Reason.Stale),
        ("nothing is desired, and a task still runs", Stale() with { DesiredCount = 0 }, Decision.Redeploy, Reason.Stale),
    ];

    public static TheoryData<string> Names => [.. Shapes.Select(one => one.Shape)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_planned_right(string shape)
    {
        var (_, service, decision, reason) = Shapes.Single(one => one.Shape == shape);
        var planner = new Planner(new RedeploymentOptions { DeployWithCodeDeploy = true, MinimumInterval = TimeSpan.Zero });

        var plan = planner.Plan(service, [Change() with { CurrentVersion = VersionId }]).ShouldNotBeNull();

        (plan.Decision, plan.Reason).ShouldBe((decision, reason));
    }

    private static ServiceSnapshot Tagged(string value) =>
        Stale() with { Tags = ServiceTags.Read([new("rotation:redeploy", value)], Home) };

    private static PastDeployment Past(DateTimeOffset at, PastDeploymentState state) =>
        new(at, state, state is PastDeploymentState.RollingBack ? EndCause.Superseded : EndCause.None);

    /// <summary>A service that lists its primary alone, and has an old task of another deployment besides.</summary>
    private static ServiceSnapshot WithTasks(ServiceUnit primary, string startedBy) => Service(primary) with
    {
        Tasks = [Task("a", After, primary), Task("b", Before, primary) with { StartedBy = startedBy }],
        History = [],
    };
}
