using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Ecs.Model;

namespace RotationLambdas.Sandbox.Tests.Ecs.Engine;

public sealed class CircuitBreakerTests : IDisposable
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
    private const string WithSecret = ",\"secrets\":[{\"name\":\"DB\",\"valueFrom\":\"" + Secret + "\"}]";
    private readonly EcsFixture _aws = new();

    public CircuitBreakerTests() => _aws.Secrets.Values[Secret] = "one";

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Without_the_breaker_a_deployment_that_cannot_start_its_tasks_goes_on_trying_and_is_never_FAILED()
    {
        await StartAsync("");

        await _aws.ForceAsync();
        _aws.Pass(7200);

        var primary = (await _aws.ServiceAsync())["deployments"]![0]!;
        primary["rolloutState"]!.GetValue<string>().ShouldBe("IN_PROGRESS");
        // 1 s, 2 s, 4 s … 15 min: about a dozen tries in the first half hour, then four an hour.
        primary["failedTasks"]!.GetValue<int>().ShouldBeInRange(12, 20);
        _aws.Events("ECS Deployment State Change").ShouldNotContain("SERVICE_DEPLOYMENT_FAILED");
        _aws.Events("ECS Service Action").ShouldContain("SERVICE_TASK_START_IMPAIRED");
        _aws.Running().Count.ShouldBe(1);
    }

    [Fact]
    public async Task With_it_the_deployment_is_FAILED_after_three_tasks_and_the_old_one_goes_on()
    {
        await StartAsync(Breaker(rollback: false));
        var old = _aws.Running().Single().Arn;

        await _aws.ForceAsync();
        _aws.Pass(60);

        var service = await _aws.ServiceAsync();
        var primary = service["deployments"]![0]!;
        (primary["rolloutState"]!.GetValue<string>(), primary["failedTasks"]!.GetValue<int>()).ShouldBe(("FAILED", 3));
        service["deployments"]!.AsArray().Count.ShouldBe(2);
        _aws.Running().Single().Arn.ShouldBe(old);
        var failed = _aws.Published.Single(one => (string?)one["detail"]!["eventName"] == "SERVICE_DEPLOYMENT_FAILED")["detail"]!;
        (failed["eventType"]!.GetValue<string>(), failed["reason"]!.GetValue<string>())
            .ShouldBe(("ERROR", "ECS deployment circuit breaker: task failed to start."));
        await _aws.Ecs.WhenSteadyAsync();
    }

    [Fact]
    public async Task With_rollback_the_last_completed_deployment_is_begun_again_and_gets_the_new_secret()
    {
        await StartAsync(Breaker(rollback: true));
        var bad = await _aws.RegisterAsync(container: ",\"secrets\":[{\"name\":\"DB\",\"valueFrom\":\"" + Secret + ":nokey::\"}]");
        _aws.Secrets.Values[Secret] = "{}";
        _aws.Ecs.AllowSecretReads(EcsFixture.Role, Secret);

        await _aws.CallAsync("UpdateService", $$"""{"cluster":"c","service":"s","taskDefinition":"{{bad}}"}""");
        _aws.Pass(60);

        var service = await _aws.ServiceAsync();
        var primary = service["deployments"]!.AsArray().Single()!;
        primary["taskDefinition"]!.GetValue<string>().ShouldEndWith("/app:1");
        primary["rolloutState"]!.GetValue<string>().ShouldBe("COMPLETED");
        _aws.Events("ECS Deployment State Change").ShouldBe([
            "SERVICE_DEPLOYMENT_IN_PROGRESS", "SERVICE_DEPLOYMENT_COMPLETED", "SERVICE_DEPLOYMENT_IN_PROGRESS", "SERVICE_DEPLOYMENT_FAILED",
                "SERVICE_DEPLOYMENT_IN_PROGRESS",
            "SERVICE_DEPLOYMENT_COMPLETED"]);
        Reasons()[4].ShouldStartWith("ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/");
    }

    [Fact]
    public async Task A_first_deployment_that_fails_has_nothing_to_roll_back_to()
    {
        _aws.Secrets.Values.Clear();
        await _aws.CreateAsync(1, Breaker(rollback: true), WithSecret);
        _aws.Pass(60);

        (await _aws.ServiceAsync())["deployments"]!.AsArray().Single()!["rolloutStateReason"]!.GetValue<string>()
            .ShouldBe("ECS deployment circuit breaker: tasks failed to start. No rollback candidate was found to run the rollback.");
    }

    [Fact]
    public async Task A_deployment_after_a_failed_one_starts_afresh()
    {
        await StartAsync(Breaker(rollback: false));
        await _aws.ForceAsync();
        _aws.Pass(60);
        _aws.Ecs.AllowSecretReads(EcsFixture.Role, Secret);

        await _aws.ForceAsync();
        _aws.Pass(5);

        (await _aws.ServiceAsync())["deployments"]!.AsArray().Single()!["rolloutState"]!.GetValue<string>().ShouldBe("COMPLETED");
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(6, 3)]
    [InlineData(7, 4)]
    [InlineData(25, 13)]
    [InlineData(1000, 200)]
    public void The_threshold_is_half_the_desired_count_but_3_to_200(int desired, int threshold) =>
        DeploymentConfiguration.BreakerThreshold(desired).ShouldBe(threshold);

    private async Task StartAsync(string configuration)
    {
        await _aws.CreateAsync(1, configuration, WithSecret);
        _aws.Pass(1);
        _aws.Running().ShouldHaveSingleItem();
        _aws.Ecs.DenySecretReads(EcsFixture.Role, Secret);
    }

    private string[] Reasons() =>
        [.. _aws.Published.Where(one => (string?)one["detail-type"] == "ECS Deployment State Change")
        .Select(one => (string)one["detail"]!["reason"]!)];

    private static string Breaker(bool rollback) =>
        ",\"deploymentConfiguration\":"
            + new JsonObject { [
            "deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = rollback } }.ToJsonString();
}
