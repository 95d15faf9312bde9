namespace RotationLambdas.EcsRedeployment.Tests.Planning;

public sealed class PlannerTests
{
    private static readonly Planner Planner = new(new RedeploymentOptions());

    [Fact]
    public void A_service_without_a_reference_has_no_plan() =>
        Plan(Stale(Reference("arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbC123"))).ShouldBeNull();

    [Theory]
    // What is meant by `db`, in every form.
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123:password::", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123::AWSCURRENT:", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123::AWSPREVIOUS:", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db:password::", true)]
    [InlineData("/aws/reference/secretsmanager/db", true)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/aws/reference/secretsmanager/db", true)]
    // What is not: longer and shorter names, another suffix, another place, a parameter of the same name.
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-replica-AbC123", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-replica", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:d", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC124", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123-Xyz789", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db", false)]
    [InlineData("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbC123", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:210987654321:secret:db-AbC123", false)]
    [InlineData("arn:aws-cn:secretsmanager:eu-west-1:123456789012:secret:db-AbC123", false)]
    [InlineData("/aws/reference/secretsmanager/db-replica", false)]
    [InlineData("db", false)]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/db", false)]
    public void A_reference_is_matched_exactly(string text, bool isMeant) => (Plan(Stale(Reference(text))) is not null).ShouldBe(isMeant);

    [Fact]
    public void A_secret_whose_name_ends_like_another_s_ARN_is_not_that_one()
    {
        // The secret called "db-AbC123" has an ARN of its own; the reference is the complete ARN of "db".
        var change = ChangeOf("db-AbC123-Xyz789", "db-AbC123");

        Planner.Plan(Stale(), [change]).ShouldBeNull();
        Planner.Plan(Stale(Reference("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbC123-Xyz789")), [change]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(ReferencePlace.ContainerSecret, Decision.Redeploy, Reason.Stale)]
    [InlineData(ReferencePlace.LogOption, Decision.Redeploy, Reason.Stale)]
    [InlineData(ReferencePlace.ServiceConnectLogOption, Decision.Redeploy, Reason.Stale)]
    [InlineData(ReferencePlace.FileSystemCredentials, Decision.Redeploy, Reason.Stale)]
    [InlineData(ReferencePlace.EnvironmentValue, Decision.Redeploy, Reason.Stale)]
    [InlineData(ReferencePlace.ServiceTag, Decision.Redeploy, Reason.Stale)]
    [InlineData(ReferencePlace.RepositoryCredentials, Decision.Skip, Reason.OnlyAtImagePull)]
    internal void The_place_of_a_reference_decides_whether_a_running_task_depends_on_it(
        ReferencePlace place, Decision decision, Reason reason) =>
        Expect(Stale(Reference(place: place)), decision, reason);

    [Fact]
    public void A_pinned_version_is_left_alone_with_a_warning()
    {
        var plan = Expect(Stale(Reference($"{SecretArn}:::{VersionId}")), Decision.Skip, Reason.PinnedVersion);

        plan.Warnings.ShouldBe([new Warning(WarningKind.PinnedVersion, $"{SecretArn}:::{VersionId}")]);
    }

    [Fact]
    public void One_pinned_reference_does_not_block_a_deployment() =>
        Expect(Stale(Reference(), Reference($"{SecretArn}:::{VersionId}")), Decision.Redeploy, Reason.Stale)
            .Warnings.ShouldContain(warning => warning.Kind == WarningKind.PinnedVersion);

    [Fact]
    public void A_moved_custom_label_restarts_its_readers()
    {
        var change = Change(label: "blue");

        Planner.Plan(Stale(Reference($"{SecretArn}::blue:")), [change])!.Decision.ShouldBe(Decision.Redeploy);
        Planner.Plan(Stale(Reference()), [change])!.Reason.ShouldBe(Reason.OtherStage);
    }

    [Theory]
    [InlineData(ControllerKind.CodeDeploy, Reason.CodeDeployController)]
    [InlineData(ControllerKind.External, Reason.ExternalController)]
    internal void A_service_that_others_deploy_needs_a_hand(ControllerKind controller, Reason reason) =>
        Expect(Stale() with { Controller = controller }, Decision.Notify, reason);

    [Fact]
    public void A_service_is_not_restarted_into_a_deleted_secret() =>
        Planner.Plan(Stale(), [Change() with { IsDeleted = true }])!.Reason.ShouldBe(Reason.SecretMissing);

    [Theory]
    [InlineData("AWSCURRENT", "::blue:", Reason.SecretMissing)]
    [InlineData("AWSCURRENT blue", "::blue:", Reason.Stale)]
    [InlineData("AWSPREVIOUS", "", Reason.SecretMissing)]
    [InlineData("blue", ":::" + VersionId, Reason.Stale)]
    internal void A_label_that_no_version_has_keeps_its_service_from_a_restart(string labels, string suffix, Reason reason)
    {
        var other = ChangeOf("other-AbC123", "other", new Dictionary<string, ChangeTime>()) with { LabelsThere = labels.Split(' ') };
        var draining = Unit(Before.AddDays(-1), Reference($"{other.Arn}::deleted:")) with { IsPrimary = false };

        Planner.Plan(Service(Unit(Before, Reference(), Reference(other.Arn + suffix)), draining), [Change(), other])!
            .Reason.ShouldBe(reason);
    }

    [Fact]
    public void Several_changed_secrets_make_one_decision()
    {
        var other = ChangeOf("other-AbC123", "other");
        var service = Service(Unit(Before, Reference(), Reference(other.Arn)));

        var plan = Planner.Plan(service, [Change(), other]).ShouldNotBeNull();

        plan.Decision.ShouldBe(Decision.Redeploy);
        plan.SecretStates.Count.ShouldBe(2);
    }

    private static ServicePlan? Plan(ServiceSnapshot service) => Planner.Plan(service, [Change()]);

    private static ServicePlan Expect(ServiceSnapshot service, Decision decision, Reason reason)
    {
        var plan = Plan(service).ShouldNotBeNull();
        (plan.Decision, plan.Reason).ShouldBe((decision, reason));
        return plan;
    }
}
