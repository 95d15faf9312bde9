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
    public async Task Without_the_breaker_a_deployment_never_fails()
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
    public async Task The_breaker_fails_a_deployment_after_three_tasks()
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
    public async Task A_first_deployment_has_no_rollback_target()
    {
        _aws.Secrets.Values.Clear();
        await _aws.CreateAsync(1, Breaker(rollback: true), WithSecret);
        _aws.Pass(60);

        (await _aws.ServiceAsync())["deployments"]!.AsArray().Single()!["rolloutStateReason"]!.GetValue<string>()
            .ShouldBe("ECS deployment circuit breaker: tasks failed to start. No rollback candidate was found to run the rollback.");
    }

    // ECS Developer Guide, "How the Amazon ECS deployment circuit breaker detects failures".
    [Theory]
    [InlineData("{}", 1, 3)]
    [InlineData("{}", 6, 3)]
    [InlineData("{}", 7, 4)]
    [InlineData("{}", 25, 13)]
    [InlineData("{}", 1000, 200)]
    [InlineData("""{"type":"BOUNDED_PERCENT","value":10}""", 100, 10)]
    [InlineData("""{"type":"UNBOUNDED_PERCENT","value":10}""", 10, 1)]
    [InlineData("""{"type":"UNBOUNDED_PERCENT","value":50}""", 1000, 500)]
    [InlineData("""{"type":"COUNT","value":2}""", 100, 2)]
    public void The_threshold_follows_type_and_value(string threshold, int desired, int failures)
    {
        var breaker = new JsonObject { ["enable"] = true, ["thresholdConfiguration"] = JsonNode.Parse(threshold) };

        DeploymentConfiguration.Replica.With(new JsonObject { ["deploymentCircuitBreaker"] = breaker }).BreakerThreshold(desired)
            .ShouldBe(failures);
    }

    // After a roll-back the old tasks live on under a COMPLETED primary (events of rolled-back deployments: "rolling back to deployment
    // ecs-svc/A", later "(deployment ecs-svc/A) deployment completed").
    [Fact]
    public async Task A_rollback_keeps_the_old_deployment_and_tasks()
    {
        await StartAsync(Breaker(rollback: true));
        var (old, id) = (_aws.Running().Single().Arn, (string?)(await _aws.ServiceAsync())["deployments"]![0]!["id"]);

        await _aws.ForceAsync();
        _aws.Pass(60);

        var service = await _aws.ServiceAsync();
        var primary = service["deployments"]!.AsArray().Single()!;
        ((string?)primary["id"], (string?)primary["rolloutState"]).ShouldBe((id, "COMPLETED"));
        _aws.Running().Single().Arn.ShouldBe(old);
        (await DeploymentsAsync()).ShouldBe(["ROLLBACK_SUCCESSFUL", "SUCCESSFUL"]);
        service["events"]!.AsArray().ShouldContain(one => ((string?)one!["message"])!.Contains($"rolling back to deployment {id}"));
    }

    // ECS Developer Guide, "Stopping Amazon ECS service deployments": works without a circuit breaker, goes on with a roll-back that goes
    // on already. ECS API Reference, "StopServiceDeployment", for the errors.
    [Fact]
    public async Task A_person_rolls_a_deployment_back()
    {
        await StartAsync("");
        await _aws.ForceAsync();
        var arn = (string?)(await ListAsync())[0]!["serviceDeploymentArn"];
        var stop = $$"""{"serviceDeploymentArn":"{{arn}}","stopType":"ROLLBACK"}""";

        await _aws.CallAsync("StopServiceDeployment", stop);
        await _aws.CallAsync("StopServiceDeployment", stop);
        _aws.Pass(5);

        (await DeploymentsAsync()).ShouldBe(["ROLLBACK_SUCCESSFUL", "SUCCESSFUL"]);
        var described = await _aws.CallAsync("DescribeServiceDeployments", $$"""{"serviceDeploymentArns":["{{arn}}"]}""");
        ((string?)described["serviceDeployments"]![0]!["deploymentCircuitBreaker"]!["status"]).ShouldBe("DISABLED");
        Reasons().ShouldNotContain(reason => reason.Contains("circuit breaker"));
        (await RefusalAsync(stop)).ShouldBe("ConflictException");
        (await RefusalAsync(stop.Replace("ROLLBACK", "ABORT", StringComparison.Ordinal))).ShouldBe("InvalidParameterException");
        (await RefusalAsync(stop.Replace("/s/", "/t/", StringComparison.Ordinal))).ShouldBe("ServiceDeploymentNotFoundException");
    }

    private async Task<string> RefusalAsync(string stop) =>
        (await Should.ThrowAsync<AwsServiceException>(() => _aws.CallAsync("StopServiceDeployment", stop))).Code;

    private async Task<JsonArray> ListAsync() =>
        (await _aws.CallAsync("ListServiceDeployments", """{"cluster":"c","service":"s"}"""))["serviceDeployments"]!.AsArray();

    private async Task<IEnumerable<string?>> DeploymentsAsync() => (await ListAsync()).Select(one => (string?)one!["status"]);

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

    private static string Breaker(bool rollback) => ",\"deploymentConfiguration\":" + new JsonObject
    {
        ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = rollback },
    }.ToJsonString();
}
