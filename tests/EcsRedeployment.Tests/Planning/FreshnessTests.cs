namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class FreshnessTests
{
    private const string Specification = "credentialspec:arn:aws:ssm:eu-west-1:123456789012:parameter/aws/reference/secretsmanager/db";
    private const string Pinned = SecretArn + ":::" + VersionId;
    private const string Blue = SecretArn + "::blue:";

    private static readonly Change BothLabels = ChangeOf("db-AbC123", "db", new Dictionary<string, ChangeTime>
    {
        ["AWSCURRENT"] = ChangeTime.Certain(Changed.AddHours(-2)),
        ["blue"] = ChangeTime.Certain(Changed),
    });

    private const string OtherRevision = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7";
    private static readonly ServiceUnit New = Unit(After, Reference());
    private static readonly ServiceUnit Released = Unit(Before.AddMinutes(10), Reference());
    private static readonly ServiceUnit Old = Unit(Before, Reference()) with { IsPrimary = false };
    private static readonly ServiceUnit OldOfOther = Old with { TaskDefinition = OtherRevision };

    private static readonly (string Shape, ServiceSnapshot Service, FreshnessState State)[] Shapes =
    [
        ("a rollback to the old deployment",
            Service(Old with { IsPrimary = true }, New with { IsPrimary = false, TaskCount = 0 }), FreshnessState.Stale),
        ("old tasks that never had the secret", Service(New, Unit(Before) with { IsPrimary = false }), FreshnessState.Fresh),
        ("created at the moment of the change", Service(Unit(Changed, Reference())), FreshnessState.Fresh),
        ("no task is listed: its age counts", Service(Old with { IsPrimary = true }) with { Tasks = [] }, FreshnessState.Stale),
        ("old tasks under a young primary after a rollback",
            Service(New) with { Tasks = [Task("a", Before, New)], History = [Failed(Changed.AddSeconds(10))] }, FreshnessState.Stale),
        ("no task and no primary", Service(Old with { TaskCount = 0, FailedTaskCount = 1 }), FreshnessState.NoRunningTasks),
        ("old tasks without a primary", Service(Old), FreshnessState.Stale),
        ("a task counts with the deployment that started it",
            WithTasks([Task("a", After, Released), Task("b", Before, Old)], Released, Old), FreshnessState.Rolling),
        ("a task of an unlisted deployment counts by its revision",
            WithTasks([Task("a", After, Released), Task("b", Before, OldOfOther) with { StartedBy = "ecs-svc/missing" }],
                Released, OldOfOther), FreshnessState.Rolling),
        ("a task whose revision runs nowhere else counts with the primary",
            WithTasks([Task("a", After, Released), Task("b", Before, OldOfOther) with { StartedBy = null }, Task("c", After, Old)],
                Old, Released), FreshnessState.Stale),
        ("a task created at the moment of the change", WithTasks([Task("a", Changed, Released)], Released), FreshnessState.Fresh),
    ];

    public static TheoryData<string> Names => [.. Shapes.Select(one => one.Shape)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_the_state_of_its_tasks(string shape)
    {
        var (_, service, state) = Shapes.Single(one => one.Shape == shape);

        FreshnessOf(service).ShouldBe(state);
    }

    [Fact]
    public void A_task_created_at_the_moment_of_the_change_is_not_named() =>
        Freshness.Of(WithTasks([Task("a", Changed, Released), Task("b", Before, Released)], Released), Change())!.StaleTasks
            .ShouldBe(["arn:aws:ecs:eu-west-1:123456789012:task/blue/b"]);

    [Fact]
    public void Unread_tasks_are_not_named() => Freshness.Of(Service(Released), Change())!.StaleTasks.ShouldBeEmpty();

    [Fact]
    public void A_service_without_deployments_holds_nothing() => Freshness.Of(Service(), Change()).ShouldBeNull();

    [Theory]
    // minutes of doubt about the change; created, updated, in progress: the state, and whether tasks have to be read
    [InlineData(0, -60, -50, false, FreshnessState.Stale, false)] // nothing happened since the change: all tasks are old
    [InlineData(0, -60, 10, false, FreshnessState.Stale, true)]   // something happened: some may have been replaced
    [InlineData(0, -60, -50, true, FreshnessState.Stale, true)]   // was rolling out when the secret changed
    [InlineData(0, 10, 20, true, FreshnessState.Fresh, true)]     // younger than the change: a rollback may have kept old tasks
    [InlineData(60, 10, 59, false, FreshnessState.Unverified, true)]
    [InlineData(60, 10, 60, false, FreshnessState.Unverified, true)]
    [InlineData(60, 10, 20, true, FreshnessState.Unverified, true)]
    [InlineData(60, 60, 60, true, FreshnessState.Fresh, true)]
    internal void Tasks_are_read_only_where_a_deployment_may_be_mixed(
        int doubt, int created, int updated, bool inProgress, FreshnessState state, bool needsTasks)
    {
        var unit = Unit(Changed.AddMinutes(created), Reference()) with
        {
            UpdatedAt = Changed.AddMinutes(updated),
            Rollout = inProgress ? RolloutState.InProgress : RolloutState.Completed,
        };

        var found = Freshness.Of(Service(unit), Change(new ChangeTime(Changed, Changed.AddMinutes(doubt))))!;

        (found.State, found.NeedsTasks).ShouldBe((state, needsTasks));
    }

    [Fact]
    public void Tasks_are_read_once()
    {
        var mixed = Released with { UpdatedAt = After };

        Freshness.Of(Service(mixed), Change())!.NeedsTasks.ShouldBeTrue();
        Freshness.Of(WithTasks([Task("a", Before, mixed)], mixed), Change())!.NeedsTasks.ShouldBeFalse();
    }

    [Fact]
    public void Tasks_that_are_being_replaced_are_not_read()
    {
        var found = Freshness.Of(
            Service(Unit(After, Reference()) with { Rollout = RolloutState.InProgress }, Old with { UpdatedAt = After }), Change())!;

        (found.State, found.NeedsTasks).ShouldBe((FreshnessState.Rolling, false));
    }

    [Fact]
    public void Tasks_are_not_read_where_none_reads_the_value()
    {
        var stopped = Unit(Before, Reference()) with { TaskCount = 0, UpdatedAt = After };
        var pinned = Unit(Before, Reference($"{SecretArn}:::{VersionId}")) with { UpdatedAt = After };

        Freshness.Of(Service(stopped), Change())!.NeedsTasks.ShouldBeFalse();
        Freshness.Of(Service(pinned), Change())!.NeedsTasks.ShouldBeFalse();
    }

    [Fact]
    public void A_secret_that_was_only_touched_is_only_reported()
    {
        var touched = new ChangeTime(Changed, Changed.AddDays(1));

        Freshness.Of(Service(Unit(After, Reference())), Change(touched))!.State.ShouldBe(FreshnessState.Unverified);
        Freshness.Of(Service(Unit(Before, Reference())), Change(touched))!.State.ShouldBe(FreshnessState.Stale);
        Freshness.Of(Service(Unit(Changed.AddDays(2), Reference())), Change(touched))!.State.ShouldBe(FreshnessState.Fresh);
    }

    [Theory]
    [InlineData(2, Reason.Stale)]
    [InlineData(3, Reason.RolloutFailed)]
    internal void A_service_is_not_deployed_after_too_many_failures(int failed, Reason reason)
    {
        var service = Stale() with { History = [.. Enumerable.Repeat(Failed(After), failed), Failed(Before)] };

        new Planner(new RedeploymentOptions { RolloutAttempts = 3, MinimumInterval = TimeSpan.Zero })
            .Plan(service, [Change()])!.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData(RolloutState.Failed, 0, 1, FreshnessState.Failed)]
    [InlineData(RolloutState.InProgress, 3, 1, FreshnessState.Failed)]
    [InlineData(RolloutState.InProgress, 2, 1, FreshnessState.NoRunningTasks)]
    [InlineData(RolloutState.Failed, 0, -1, FreshnessState.Stale)]
    [InlineData(RolloutState.InProgress, 2, -1, FreshnessState.NoRunningTasks)]
    [InlineData(RolloutState.InProgress, 9, -1, FreshnessState.Stale)]
    internal void Without_tasks_a_failed_deployment_counts(RolloutState rollout, int failed, int minutes, FreshnessState state)
    {
        var unit = Unit(Changed.AddMinutes(minutes), Reference()) with { TaskCount = 0, FailedTaskCount = failed, Rollout = rollout };

        FreshnessOf(Service(unit)).ShouldBe(state);
    }

    [Fact]
    public void A_crash_loop_does_not_blame_a_secret_that_never_changed()
    {
        var unit = Unit(After, Reference()) with { TaskCount = 0, FailedTaskCount = 9 };

        Freshness.Of(Service(unit), Change() with { IsFirstValue = true })!.State.ShouldBe(FreshnessState.NoRunningTasks);
    }

    [Theory]
    [InlineData(-1, FreshnessState.Stale)]
    [InlineData(1, FreshnessState.Failed)]
    internal void A_failed_primary_blames_only_an_older_change(int minutes, FreshnessState state)
    {
        var failed = Unit(Changed.AddMinutes(minutes), Reference()) with { TaskCount = 0, Rollout = RolloutState.Failed };

        FreshnessOf(Service(failed, Unit(Before, Reference()) with { IsPrimary = false })).ShouldBe(state);
    }

    [Fact]
    public void A_deployment_with_two_labels_is_judged_by_the_last_moved()
    {
        var created = Changed.AddHours(-1);

        Freshness.Of(Service(Unit(created, Reference(), Reference(Blue))), BothLabels)!.State.ShouldBe(FreshnessState.Stale);
        Freshness.Of(Service(Unit(created, Reference(Blue), Reference())), BothLabels)!.State.ShouldBe(FreshnessState.Stale);
        Freshness.Of(Service(Unit(created, Reference())), BothLabels)!.State.ShouldBe(FreshnessState.Fresh);
    }

    [Fact]
    public void The_last_moved_label_of_a_service_counts()
    {
        var (current, blue) = (Unit(Before, Reference()), Unit(Before, Reference(Blue)) with { IsPrimary = false });

        Freshness.Of(Service(current, blue), BothLabels)!.ChangedAt.ShouldBe(Changed);
        Freshness.Of(Service(current), BothLabels)!.ChangedAt.ShouldBe(Changed.AddHours(-2));
    }

    [Theory]
    [InlineData(FreshnessState.Indirect, Specification)]
    [InlineData(FreshnessState.OtherStage, Specification + ":blue")]
    [InlineData(FreshnessState.OtherStage, Specification + ":" + VersionId)]
    [InlineData(FreshnessState.Indirect, Specification, Pinned, Blue)]
    [InlineData(FreshnessState.Pinned, Specification + ":" + VersionId, Blue, Pinned)]
    [InlineData(FreshnessState.OtherStage, Blue, "registry:" + Pinned)]
    [InlineData(FreshnessState.OtherStage, Blue, "registry:" + SecretArn)]
    [InlineData(FreshnessState.OnlyAtImagePull, "registry:" + SecretArn)]
    [InlineData(FreshnessState.OnlyAtImagePull, "registry:" + Pinned)]
    [InlineData(FreshnessState.OnlyAtImagePull, Specification + ":blue", "registry:" + SecretArn)]
    internal void Without_a_task_that_reads_the_value_the_most_telling_reference_counts(FreshnessState state, params string[] texts) =>
        Freshness.Of(Stale([.. texts.Select(Written)]), Change())!.State.ShouldBe(state);

    private static ServiceSnapshot WithTasks(IReadOnlyList<TaskSnapshot> tasks, params IReadOnlyList<ServiceUnit> units) =>
        Service(units) with { Tasks = tasks };

    private static SecretReference Written(string text) =>
        text.StartsWith("registry:", StringComparison.Ordinal) ? Reference(text["registry:".Length..], ReferencePlace.RepositoryCredentials)
        : text.StartsWith("credentialspec:", StringComparison.Ordinal) ? Reference(text, ReferencePlace.CredentialSpec)
        : Reference(text);

    private static FreshnessState FreshnessOf(ServiceSnapshot service) => Freshness.Of(service, Change()).ShouldNotBeNull().State;
}
