namespace RotationLambdas.Sandbox.Tests.Ecs.Engine;

public sealed class DeploymentStrategyTests : IDisposable
{
    private readonly EcsFixture _aws = new();

    public void Dispose() => _aws.Dispose();

    // ECS Developer Guide, "Amazon ECS blue/green service deployments workflow": blue tasks go in CLEAN_UP only. Shift times: ECS API
    // Reference, "LinearConfiguration" and "CanaryConfiguration".
    [Theory]
    [InlineData("""{"strategy":"BLUE_GREEN","bakeTimeInMinutes":5}""", 5)]
    [InlineData("""{"strategy":"CANARY","canaryConfiguration":{"canaryBakeTimeInMinutes":3},"bakeTimeInMinutes":2}""", 5)]
    [InlineData("""{"strategy":"CANARY","bakeTimeInMinutes":1}""", 11)]
    [InlineData("""{"strategy":"LINEAR","linearConfiguration":{"stepPercent":25,"stepBakeTimeInMinutes":2}}""", 6)]
    public async Task Old_tasks_live_until_the_bake_time_is_over(string configuration, int minutes)
    {
        await _aws.CreateAsync(2, ",\"deploymentConfiguration\":" + configuration);
        _aws.Pass(1);
        await _aws.ForceAsync();

        _aws.Pass((minutes * 60) - 2);
        var baking = await _aws.ServiceAsync();
        _aws.Running().Count.ShouldBe(4);
        _aws.Pass(10);

        baking["deployments"]!.AsArray().Count.ShouldBe(2);
        baking["deployments"]![0]!.AsObject().ContainsKey("rolloutState").ShouldBeFalse();
        _aws.Running().Count.ShouldBe(2);
        (await _aws.ServiceAsync())["deployments"]!.AsArray().ShouldHaveSingleItem();
    }

    // aws/amazon-ecs-agent issue 2031; the text: ECS Developer Guide, "Amazon ECS service event messages".
    [Theory]
    [InlineData(1, 50, 100)]
    [InlineData(1, 100, 100)]
    [InlineData(3, 90, 120)]
    public async Task A_deployment_that_cannot_move_is_reported_once(int desired, int minimum, int maximum)
    {
        await _aws.CreateAsync(
            desired,
            ",\"deploymentConfiguration\":{\"minimumHealthyPercent\":" + minimum + ",\"maximumPercent\":" + maximum + "}");
        _aws.Pass(1);
        var old = _aws.Running().Select(task => task.Arn).ToList();

        await _aws.ForceAsync();
        _aws.Pass(3600);
        await _aws.Ecs.WhenSteadyAsync();

        var service = await _aws.ServiceAsync();
        _aws.Running().Select(task => task.Arn).ShouldBe(old);
        ((string?)service["deployments"]![0]!["rolloutState"]).ShouldBe("IN_PROGRESS");
        service["events"]!.AsArray().Count(one => ((string?)one!["message"])!.Contains("was unable to stop or start tasks")).ShouldBe(1);
    }

    // ECS Developer Guide, "Deregistering an Amazon ECS task definition revision".
    [Fact]
    public async Task A_deregistered_revision_can_be_scaled_but_not_deployed()
    {
        await _aws.CreateAsync(1);
        _aws.Pass(1);
        await _aws.CallAsync("DeregisterTaskDefinition", """{"taskDefinition":"app:1"}""");

        var refusal = await Should.ThrowAsync<AwsServiceException>(_aws.ForceAsync);
        await _aws.CallAsync("UpdateService", """{"cluster":"c","service":"s","desiredCount":2}""");
        _aws.Pass(1);

        (refusal.Code, refusal.Message).ShouldBe(("ClientException", "TaskDefinition is inactive"));
        _aws.Running().Count.ShouldBe(2);
    }

    // ECS Developer Guide, "View service history using Amazon ECS service deployments": 90 days.
    [Fact]
    public async Task Refuses_a_filter_older_than_the_history()
    {
        await _aws.CreateAsync(1);
        var now = _aws.Clock.GetUtcNow();
        string Since(int days) =>
            $$$"""{"cluster":"c","service":"s","createdAt":{"after":{{{now.AddDays(-days).ToUnixTimeSeconds()}}}}}""";

        (await _aws.CallAsync("ListServiceDeployments", Since(89)))["serviceDeployments"]!.AsArray().ShouldHaveSingleItem();
        var refusal = await Should.ThrowAsync<AwsServiceException>(() => _aws.CallAsync("ListServiceDeployments", Since(91)));

        refusal.Code.ShouldBe("InvalidParameterException");
    }
}
