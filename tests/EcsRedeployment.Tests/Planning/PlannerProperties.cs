using FsCheck;
using FsCheck.Fluent;

namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class PlannerProperties
{
    private static readonly Planner Planner = new(new RedeploymentOptions { MinimumInterval = TimeSpan.Zero });
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly string[] Names = ["db", "db-replica", "d", "db-AbC123", "prod/db", "my-secret"];

    private static readonly Gen<SecretReference> References =
        from name in Gen.Elements(Names)
        from complete in ArbMap.Default.GeneratorFor<bool>()
        from ending in Gen.Elements("", ":password::", "::AWSPREVIOUS:", "::blue:", $":::{VersionId}", ":::")
        from place in Gen.Elements(Enum.GetValues<ReferencePlace>().Where(place => place is not ReferencePlace.CredentialSpec).ToArray())
        select Reference($"arn:aws:secretsmanager:eu-west-1:123456789012:secret:{name}{(complete ? "-Xyz789" : "")}{ending}", place);

    private static readonly Gen<ServiceUnit> Units =
        from minutes in Gen.Choose(-120, 120)
        from updated in Gen.Choose(0, 60)
        from tasks in Gen.Choose(0, 3)
        from failed in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from rollout in Gen.Elements(Enum.GetValues<RolloutState>())
        from count in Gen.Choose(0, 3)
        from references in References.ListOf(count)
        select Unit(Changed.AddMinutes(minutes), [.. references]) with
        {
            UpdatedAt = Changed.AddMinutes(minutes + updated),
            TaskCount = tasks,
            FailedTaskCount = failed,
            Rollout = rollout,
        };

    private static readonly Gen<ServiceSnapshot> Services =
        from count in Gen.Choose(0, 5)
        from units in Units.ListOf(count)
        from controller in Gen.Frequency(
            (6, Gen.Constant(ControllerKind.Ecs)), (1, Gen.Elements(ControllerKind.CodeDeploy, ControllerKind.External)))
        from mode in Gen.Elements(null, null, null, "false", "notify", "stop-tasks", "maybe")
        from status in Gen.Frequency((8, Gen.Constant("ACTIVE")), (1, Gen.Constant("DRAINING")))
        from daemon in ArbMap.Default.GeneratorFor<bool>()
        from read in ArbMap.Default.GeneratorFor<bool>()
        from delays in Gen.Choose(0, 180).ListOf(20)
        select WithTasks(
            read, [.. delays], Service([.. units.Select((unit, i) => unit with { Id = $"ecs-svc/{i}", IsPrimary = i == 0 })]) with
            {
                Controller = controller,
                Status = status,
                IsDaemon = daemon,
                Tags = mode is null ? ServiceTags.None : ServiceTags.Read([new("rotation:redeploy", mode)], Home),
            });

    private static readonly Gen<IReadOnlyList<Change>> Changes =
        from names in Gen.SubListOf(Names)
        from minutes in Gen.Choose(-30, 30).ListOf(Names.Length)
        from doubt in Gen.Choose(0, 60).ListOf(Names.Length)
        select (IReadOnlyList<Change>)[.. names.Select((name, i) => ChangeOf($"{name}-Xyz789", name, new Dictionary<string, ChangeTime>
        {
            ["AWSCURRENT"] = new(Changed.AddMinutes(minutes[i]), Changed.AddMinutes(minutes[i] + doubt[i])),
        }))];

    [Fact]
    public void A_plan_after_its_own_rollout_does_nothing_more() => Check.One(Thorough, Prop.ForAll(
        Services.ToArbitrary(), Changes.ToArbitrary(), (service, changes) =>
        {
            var first = Planner.Plan(service, changes, Changed.AddDays(2));
            if (first is null)
            {
                return true;
            }

            var second = Planner.Plan(AfterRollout(first), changes, Changed.AddDays(2));
            return second is null || second.Decision is not (Decision.Redeploy or Decision.StopTasks)
                || (first.Decision is not (Decision.Redeploy or Decision.StopTasks) && second.Decision == first.Decision);
        }));

    [Fact]
    public void A_service_that_holds_no_reference_is_never_touched() => Check.One(Thorough, Prop.ForAll(
        Services.ToArbitrary(), Changes.ToArbitrary(), (service, changes) =>
        {
            var held = service.References.Select(reference => reference.Source).ToHashSet();
            return changes.Any(change => change.Keys.Any(held.Contains)) || Planner.Plan(service, changes) is null;
        }));

    [Fact]
    public void Every_task_older_than_its_value_is_reported() => Check.One(Thorough, Prop.ForAll(
        Services.ToArbitrary(), Changes.ToArbitrary(), (service, changes) =>
        {
            var plan = Planner.Plan(service, changes);
            var olderThanItsValue = service.Tasks?.Any(task => changes.Any(change =>
                service.Units.First(unit => unit.Id == task.StartedBy).References.Any(reference =>
                    reference is { IsReadAtTaskStart: true, VersionId: null } && change.IsReadBy(reference)
                    && change.TimeFor(reference) is { } time && task.CreatedAt < time.Known))) ?? false;
            return !olderThanItsValue || plan!.Reason is not (Reason.AlreadyFresh or Reason.Unverified or Reason.NoRunningTasks
                or Reason.OnlyAtImagePull or Reason.OtherStage or Reason.PinnedVersion);
        }));

    [Fact]
    public void The_order_in_which_secrets_changed_makes_no_difference() => Check.One(Thorough, Prop.ForAll(
        Services.ToArbitrary(), Changes.ToArbitrary(), (service, changes) =>
        {
            var (one, other) = (Planner.Plan(service, changes), Planner.Plan(service, [.. changes.Reverse()]));
            return (one?.Decision, one?.Reason) == (other?.Decision, other?.Reason);
        }));

    /// <summary>Tasks are as many as their unit has and none is older than it.</summary>
    private static ServiceSnapshot WithTasks(bool read, IReadOnlyList<int> delays, ServiceSnapshot service) =>
        !read ? service : service with
        {
            Tasks = [.. service.Units.SelectMany((unit, i) => Enumerable.Range(0, unit.TaskCount)
            .Select(n => Task($"{i}-{n}", unit.CreatedAt.AddMinutes(delays[(i * 3) + n]), unit)))],
        };

    private static ServiceSnapshot AfterRollout(ServicePlan plan)
    {
        var service = plan.Service;
        var now = Changed.AddDays(1);
        if (plan.Decision is Decision.StopTasks)
        {
            return service with { Tasks = [.. service.Units.Select(unit => Task(unit.Id, now, unit))] };
        }

        if (plan.Decision is not Decision.Redeploy)
        {
            return service;
        }

        var primary =
            service.Primary! with
            {
                Id = "ecs-svc/new",
                CreatedAt = now,
                UpdatedAt = now,
                Rollout = RolloutState.InProgress,
                FailedTaskCount = 0
            };
        return service with { Units = [primary, .. service.Units.Select(unit => unit with { IsPrimary = false })] };
    }
}
