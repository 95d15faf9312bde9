using RotationLambdas.EcsRedeployment.Planning;
using RotationLambdas.EcsRedeployment.References;
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
    [InlineData(RolloutState.Failed, 0, 0, Standing.Failed)]
    [InlineData(RolloutState.InProgress, 1, 1, Standing.Failed)]
    [InlineData(RolloutState.InProgress, 1, 0, Standing.NoRunningTasks)]
    [InlineData(RolloutState.InProgress, 0, 1, Standing.NoRunningTasks)]
    internal void A_service_without_tasks_has_failed_when_it_wants_some_and_they_do_not_start(
        RolloutState rollout, int desired, int failed, Standing standing)
    {
        var unit = Unit(Before, Reference()) with { TaskCount = 0, FailedTaskCount = failed, Rollout = rollout };

        StandingOf(Service(unit) with { DesiredCount = desired }).ShouldBe(standing);
    }

    [Fact]
    public void A_service_whose_tasks_are_all_gone_with_its_primary_holds_nothing() =>
        StandingOf(Service(Unit(Before, Reference()) with { IsPrimary = false, TaskCount = 0, FailedTaskCount = 1 })).ShouldBe(Standing.NoRunningTasks);

    [Fact]
    public void A_single_old_task_makes_a_service_stale() => StandingOf(Service(Unit(Before, Reference()) with { TaskCount = 1 })).ShouldBe(Standing.Stale);

    [Fact]
    public void Old_tasks_of_a_service_without_a_primary_are_stale() =>
        StandingOf(Service(Unit(Before, Reference()) with { IsPrimary = false })).ShouldBe(Standing.Stale);

    [Fact]
    public void A_deployment_that_reads_two_labels_is_judged_by_the_one_that_moved_last()
    {
        var created = Changed.AddHours(-1);

        Freshness.Of(Service(Unit(created, Reference(), Reference(Blue))), BothLabels)!.Standing.ShouldBe(Standing.Stale);
        Freshness.Of(Service(Unit(created, Reference(Blue), Reference())), BothLabels)!.Standing.ShouldBe(Standing.Stale);
        Freshness.Of(Service(Unit(created, Reference())), BothLabels)!.Standing.ShouldBe(Standing.Fresh);
    }

    [Fact]
    public void The_value_changed_when_the_last_of_the_labels_moved_that_the_service_reads()
    {
        var (current, blue) = (Unit(Before, Reference()), Unit(Before, Reference(Blue)) with { IsPrimary = false });

        Freshness.Of(Service(current, blue), BothLabels)!.ChangedAt.ShouldBe(Changed);
        Freshness.Of(Service(current), BothLabels)!.ChangedAt.ShouldBe(Changed.AddHours(-2));
    }

    [Theory]
    [InlineData(Standing.Indirect, Specification)]
    [InlineData(Standing.OtherStage, Specification + ":blue")]
    [InlineData(Standing.OtherStage, Specification + ":" + VersionId)]
    [InlineData(Standing.Indirect, Specification, Pinned, Blue)]
    [InlineData(Standing.Pinned, Specification + ":" + VersionId, Blue, Pinned)]
    [InlineData(Standing.OtherStage, Blue, "registry:" + Pinned)]
    [InlineData(Standing.OtherStage, Blue, "registry:" + SecretArn)]
    [InlineData(Standing.OnlyAtImagePull, "registry:" + SecretArn)]
    [InlineData(Standing.OnlyAtImagePull, "registry:" + Pinned)]
    [InlineData(Standing.OnlyAtImagePull, Specification + ":blue", "registry:" + SecretArn)]
    internal void Without_a_task_that_reads_the_value_the_most_telling_reference_counts(Standing standing, params string[] texts) =>
        Freshness.Of(Stale([.. texts.Select(Written)]), Change())!.Standing.ShouldBe(standing);

    private static SecretReference Written(string text) =>
        text.StartsWith("registry:", StringComparison.Ordinal) ? Reference(text["registry:".Length..], ReferencePlace.RepositoryCredentials)
        : text.StartsWith("credentialspec:", StringComparison.Ordinal) ? Reference(text, ReferencePlace.CredentialSpec)
        : Reference(text);

    private static Standing StandingOf(ServiceSnapshot service) => Freshness.Of(service, Change()).ShouldNotBeNull().Standing;
}
