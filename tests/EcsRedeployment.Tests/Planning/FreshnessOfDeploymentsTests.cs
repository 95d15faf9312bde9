using static RotationLambdas.EcsRedeployment.Tests.Planning.Given;

namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class FreshnessOfDeploymentsTests
{
    private const string Specification = "credentialspec:arn:aws:ssm:eu-west-1:123456789012:parameter/aws/reference/secretsmanager/db";
    private const string Pinned = SecretArn + ":::" + VersionId;
    private const string Blue = SecretArn + "::blue:";

    private static readonly Change BothLabels = ChangeOf("db-AbC123", "db", new Dictionary<string, ChangeTime>
    {
        ["AWSCURRENT"] = ChangeTime.Certain(Changed.AddHours(-2)),
        ["blue"] = ChangeTime.Certain(Changed),
    });

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
