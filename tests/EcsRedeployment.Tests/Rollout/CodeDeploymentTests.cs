using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using RotationLambdas.EcsRedeployment.Tests.Planning;

namespace RotationLambdas.EcsRedeployment.Tests.Rollout;

public sealed class CodeDeploymentTests
{
    private const string Json =
        """
        {"version":0.0,"Resources":[{"TargetService":{"Type":"AWS::ECS::Service","Properties":{
        "TaskDefinition":"arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7",
        "LoadBalancerInfo":{"ContainerName":"web","ContainerPort":8080},"PlatformVersion":"1.4.0"}}}],
        "Hooks":[{"BeforeAllowTraffic":"check"}]}
        """;

    private const string Yaml =
        """
        version: 0.0
        Resources:
          - TargetService:
              Type: AWS::ECS::Service
              Properties:
                TaskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"   # the newest
                LoadBalancerInfo: {ContainerName: web, ContainerPort: 8080}
                PlatformVersion: 1.4.0
        Hooks:
          - BeforeAllowTraffic: check
        """;

    private readonly FakeCodeDeploy _codeDeploy = new();

    [Theory]
    [InlineData(Json)]
    [InlineData(Yaml)]
    public async Task The_last_AppSpec_is_deployed_with_the_revision_that_runs(string appSpec)
    {
        AddLast(appSpec);

        var result = await BeginAsync();

        (result.Outcome, result.DeploymentId).ShouldBe((RolloutOutcome.Done, "d-new1"));
        var created = _codeDeploy.Created.ShouldHaveSingleItem();
        (created.ApplicationName, created.DeploymentGroupName).ShouldBe(("shop", "shop-d-1"));
        created.Revision.AppSpecContent.Content.ShouldBe(appSpec.Replace("web:7", "web:1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Resources":[{"TargetService":{"Properties":{"TaskDefinition":"web:7"}}}]}""", "platform version")]
    [InlineData("""{"Resources":[{"TargetService":{"Properties":{"TaskDefinition":"web:7","PlatformVersion":null}}}]}""",
        "platform version")]
    [InlineData("""{"Resources":[{"TargetService":{"Properties":{"TaskDefinition":"web:7","PlatformVersion":""}}}]}""", "platform version")]
    [InlineData("""{"Resources":[{"TargetService":{"Properties":{"PlatformVersion":"1.4.0"}}}]}""", "exactly one task definition")]
    [InlineData("version: 0.0\nResources:\n  - A:\n      TaskDefinition: a:1\n  - B:\n      TaskDefinition: b:1\n      PlatformVersion: "
        + "1.4.0\n", "exactly one task definition")]
    public async Task An_AppSpec_that_would_change_the_service_is_refused(string appSpec, string why)
    {
        AddLast(appSpec);

        var result = await BeginAsync();

        result.Outcome.ShouldBe(RolloutOutcome.Failed);
        result.Message.ShouldNotBeNull().ShouldContain(why);
        result.Message.ShouldContain("aws deploy create-deployment --application-name shop --deployment-group-name shop-d-1");
        _codeDeploy.Created.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_deployment_of_the_group_is_waited_for()
    {
        AddLast(Json);
        _codeDeploy.Deployments["d-9"] = new() { DeploymentGroupName = "shop-d-1", Status = DeploymentStatus.InProgress };

        (await BeginAsync()).Outcome.ShouldBe(RolloutOutcome.Later);
    }

    [Fact]
    public async Task A_revision_in_S3_is_refused()
    {
        AddLast(Json).Revision = new() { RevisionType = RevisionLocationType.S3, S3Location = new() { Bucket = "b", Key = "k" } };

        (await BeginAsync()).Outcome.ShouldBe(RolloutOutcome.Failed);
    }

    [Fact]
    public async Task A_deployment_that_CodeDeploy_no_longer_knows_is_reported() =>
        (await BeginAsync()).Message.ShouldNotBeNull().ShouldContain("could not be found");

    private DeploymentInfo AddLast(string appSpec) => _codeDeploy.AddLast("d-1", appSpec);

    private Task<RolloutResult> BeginAsync()
    {
        var service = Given.Service(Given.Unit(Given.Before, Given.Reference()) with { ExternalId = "d-1" });
        return new CodeDeployment(new(_codeDeploy)).BeginAsync(
            new ServicePlan(service, Decision.Redeploy, Reason.Stale, [], []), CancellationToken.None);
    }
}
