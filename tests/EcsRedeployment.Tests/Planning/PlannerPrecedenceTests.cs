namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class PlannerPrecedenceTests
{
    private const string OtherArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbC123";
    private static readonly Planner Planner = new(new RedeploymentOptions { RolloutAttempts = 1, MinimumInterval = TimeSpan.Zero });

    [Fact]
    public void The_most_urgent_of_several_secrets_decides()
    {
        var service = Stale(Reference($"{SecretArn}:::{VersionId}"), Reference(OtherArn));

        PlanOf(service, Change(), ChangeOf("other-AbC123", "other")).ShouldBe((Decision.Redeploy, Reason.Stale));
    }

    [Theory]
    [InlineData(ReferencePlace.ContainerSecret, Decision.Notify, Reason.SecretMissing)]
    [InlineData(ReferencePlace.RepositoryCredentials, Decision.Notify, Reason.SecretMissing)]
    [InlineData(ReferencePlace.EnvironmentValue, Decision.Redeploy, Reason.Stale)]
    [InlineData(ReferencePlace.ServiceTag, Decision.Redeploy, Reason.Stale)]
    internal void Only_a_deleted_secret_that_ECS_reads_blocks_a_restart(ReferencePlace place, Decision decision, Reason reason)
    {
        var service = Stale(Reference(), Reference(OtherArn, place));
        var deleted = ChangeOf(
            "other-AbC123", "other", new Dictionary<string, ChangeTime> { ["AWSCURRENT"] = ChangeTime.Certain(DateTimeOffset.MaxValue) });

        var plan = new Planner(new RedeploymentOptions()).Plan(service, [Change(), deleted with { IsDeleted = true }])!;

        (plan.Decision, plan.Reason).ShouldBe((decision, reason));
        if (decision is Decision.Redeploy)
        {
            plan.StaleSince.ShouldBe(Changed);
        }
    }

    [Theory]
    [InlineData(-1, Decision.Redeploy, Reason.Stale)]
    [InlineData(0, Decision.Notify, Reason.RolloutFailed)]
    internal void Only_deployments_that_failed_since_the_last_change_count(int seconds, Decision decision, Reason reason)
    {
        var earlier = ChangeOf(
            "other-AbC123", "other", new Dictionary<string, ChangeTime> { ["AWSCURRENT"] = ChangeTime.Certain(Changed.AddMinutes(-1)) });
        var service = Stale(Reference(), Reference(OtherArn)) with { History = [Failed(Changed.AddSeconds(seconds))] };

        PlanOf(service, Change(), earlier).ShouldBe((decision, reason));
        PlanOf(service, earlier, Change()).ShouldBe((decision, reason));
    }

    [Fact]
    public void A_change_that_left_nothing_stale_forgives_no_failed_deployment()
    {
        var later = ChangeOf("other-AbC123", "other", new Dictionary<string, ChangeTime> { ["AWSCURRENT"] = ChangeTime.Certain(After) });
        var idle = Unit(Before, Reference(OtherArn)) with { IsPrimary = false, TaskCount = 0 };
        var service = Service(Unit(Before, Reference()), idle) with { History = [Failed(Changed)] };

        PlanOf(service, Change(), later).ShouldBe((Decision.Notify, Reason.RolloutFailed));
    }

    [Theory]
    [InlineData(4, Decision.Redeploy, Reason.Stale)]
    [InlineData(5, Decision.Later, Reason.TooManyDeployments)]
    internal void A_sixth_deployment_waits(int deployments, Decision decision, Reason reason)
    {
        var old = Enumerable.Range(1, deployments - 1).Select(i => Unit(Before.AddMinutes(-i), Reference()) with { IsPrimary = false });

        PlanOf(Service([Unit(Before, Reference()), .. old]), Change()).ShouldBe((decision, reason));
    }

    private static (Decision Decision, Reason Reason) PlanOf(ServiceSnapshot service, params IReadOnlyList<Change> changes)
    {
        var plan = Planner.Plan(service, changes).ShouldNotBeNull();
        return (plan.Decision, plan.Reason);
    }
}
