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

    private static readonly ServiceUnit New = Unit(After, Reference());

    [Fact]
    public void A_deployment_that_was_rolled_back_to_leaves_the_service_stale() =>
        FreshnessOf(Service(Unit(Before, Reference()), Unit(After, Reference()) with { IsPrimary = false, TaskCount = 0 }))
            .ShouldBe(FreshnessState.Stale);

    [Fact]
    public void Old_tasks_that_never_had_the_secret_do_not_matter() =>
        FreshnessOf(Service(New, Unit(Before) with { IsPrimary = false })).ShouldBe(FreshnessState.Fresh);

    [Fact]
    public void A_deployment_created_at_the_moment_of_the_change_is_fresh() =>
        FreshnessOf(Service(Unit(Changed, Reference()))).ShouldBe(FreshnessState.Fresh);

    [Fact]
    public void A_service_without_deployments_holds_nothing() => Freshness.Of(Service(), Change()).ShouldBeNull();

    [Theory]
    // created, updated, in progress: whether tasks have to be read
    [InlineData(-60, -50, false, false)] // nothing happened since the change: all tasks are old
    [InlineData(-60, 10, false, true)]   // something happened: some may have been replaced
    [InlineData(-60, -50, true, true)]   // was rolling out when the secret changed
    [InlineData(10, 20, true, true)]     // younger than the change: a rollback may have kept old tasks
    public void Tasks_are_read_only_where_a_deployment_may_be_mixed(int created, int updated, bool inProgress, bool needsTasks)
    {
        var unit = Unit(Changed.AddMinutes(created), Reference()) with
        {
            UpdatedAt = Changed.AddMinutes(updated),
            Rollout = inProgress ? RolloutState.InProgress : RolloutState.Completed,
        };

        Freshness.Of(Service(unit), Change())!.NeedsTasks.ShouldBe(needsTasks);
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
    public void A_deployment_without_listed_tasks_is_judged_by_its_age() =>
        FreshnessOf(Service(Unit(Before, Reference())) with { Tasks = [] }).ShouldBe(FreshnessState.Stale);

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

    [Fact]
    public void Old_tasks_under_a_young_primary_after_a_rollback_are_stale()
    {
        var unit = Unit(After, Reference());
        var service = Service(unit) with { Tasks = [Task("a", Before, unit)], History = [Failed(Changed.AddSeconds(10))] };

        FreshnessOf(service).ShouldBe(FreshnessState.Stale);
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
    public void A_service_without_tasks_and_primary_holds_nothing() =>
        FreshnessOf(Service(Unit(Before, Reference()) with { IsPrimary = false, TaskCount = 0, FailedTaskCount = 1 }))
            .ShouldBe(FreshnessState.NoRunningTasks);

    [Fact]
    public void Old_tasks_of_a_service_without_a_primary_are_stale() =>
        FreshnessOf(Service(Unit(Before, Reference()) with { IsPrimary = false })).ShouldBe(FreshnessState.Stale);

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

    private static SecretReference Written(string text) =>
        text.StartsWith("registry:", StringComparison.Ordinal) ? Reference(text["registry:".Length..], ReferencePlace.RepositoryCredentials)
        : text.StartsWith("credentialspec:", StringComparison.Ordinal) ? Reference(text, ReferencePlace.CredentialSpec)
        : Reference(text);

    private static FreshnessState FreshnessOf(ServiceSnapshot service) => Freshness.Of(service, Change()).ShouldNotBeNull().State;
}
