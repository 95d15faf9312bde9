namespace RotationLambdas.Sandbox.Tests.Ecs.Engine;

public sealed class DeploymentEngineTests : IDisposable
{
    private readonly EcsFixture _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task A_new_service_completes_its_deployment()
    {
        await _aws.CreateAsync(3);
        var before = await _aws.ServiceAsync();
        (before["pendingCount"]!.GetValue<int>(), before["runningCount"]!.GetValue<int>()).ShouldBe((3, 0));
        before["deployments"]![0]!["rolloutState"]!.GetValue<string>().ShouldBe("IN_PROGRESS");

        _aws.Pass(1);

        var after = await _aws.ServiceAsync();
        (after["pendingCount"]!.GetValue<int>(), after["runningCount"]!.GetValue<int>()).ShouldBe((0, 3));
        after["deployments"]!.AsArray().Single()!["rolloutState"]!.GetValue<string>().ShouldBe("COMPLETED");
        after["events"]!.AsArray().Select(one => one!["message"]!.GetValue<string>()).First()
            .ShouldBe("(service s) has reached a steady state.");
        _aws.Events("ECS Deployment State Change").ShouldBe(["SERVICE_DEPLOYMENT_IN_PROGRESS", "SERVICE_DEPLOYMENT_COMPLETED"]);
        _aws.Events("ECS Service Action").ShouldBe(["SERVICE_STEADY_STATE"]);
    }

    [Fact]
    public async Task Every_state_of_a_task_is_an_event()
    {
        await _aws.CreateAsync(1);
        _aws.Pass(1);
        await _aws.CallAsync("UpdateService", """{"cluster":"c","service":"s","desiredCount":0}""");
        _aws.Pass(1);

        var details = _aws.Published.Where(one => (string?)one["detail-type"] == "ECS Task State Change").Select(one => one["detail"]!)
            .ToList();
        details.Select(detail => detail["lastStatus"]!.GetValue<string>())
            .ShouldBe(["PROVISIONING", "PENDING", "RUNNING", "STOPPING", "STOPPED"]);
        details.Select(detail => detail["version"]!.GetValue<int>()).ShouldBe([1, 2, 3, 4, 5]);
        details[^1]["stopCode"]!.GetValue<string>().ShouldBe("ServiceSchedulerInitiated");
        details[^1]["startedAt"]!.GetValue<string>().ShouldBe("2026-03-01T12:00:00.500Z");
        details[^1]["group"]!.GetValue<string>().ShouldBe("service:s");
    }

    [Fact]
    public async Task A_replaced_deployment_is_ACTIVE_until_its_last_task_stops()
    {
        await _aws.CreateAsync(2);
        _aws.Pass(1);
        var old = _aws.Running().Select(task => task.Arn).ToHashSet();

        var answer = await _aws.ForceAsync();
        answer["service"]!["deployments"]!.AsArray().Select(one => one!["status"]!.GetValue<string>()).ShouldBe(["PRIMARY", "ACTIVE"]);
        var id = answer["service"]!["deployments"]![0]!["id"]!.GetValue<string>();
        _aws.Pass(0.6);
        (await _aws.ServiceAsync())["deployments"]!.AsArray().Count.ShouldBe(2);
        _aws.Pass(0.4);

        _aws.Running().ShouldAllBe(task => task.StartedBy == id && !old.Contains(task.Arn));
        (await _aws.ServiceAsync())["deployments"]!.AsArray().Single()!["rolloutState"]!.GetValue<string>().ShouldBe("COMPLETED");
        var completed = _aws.Published.Last(one => (string?)one["detail-type"] == "ECS Deployment State Change")["detail"]!;
        (completed["eventName"]!.GetValue<string>(), completed["deploymentId"]!.GetValue<string>())
            .ShouldBe(("SERVICE_DEPLOYMENT_COMPLETED", id));
        completed["clusterArn"]!.GetValue<string>().ShouldBe("arn:aws:ecs:eu-west-1:123456789012:cluster/c");
    }

    [Fact]
    public async Task A_change_of_numbers_alone_begins_no_deployment()
    {
        await _aws.CreateAsync(1);
        _aws.Pass(1);

        await _aws.CallAsync(
            "UpdateService", """{"cluster":"c","service":"s","desiredCount":3,"deploymentConfiguration":{"minimumHealthyPercent":50}}""");
        _aws.Pass(1);

        var service = await _aws.ServiceAsync();
        service["deployments"]!.AsArray().Count.ShouldBe(1);
        service["runningCount"]!.GetValue<int>().ShouldBe(3);
        service["deploymentConfiguration"]!["maximumPercent"]!.GetValue<int>().ShouldBe(200);
        _aws.Events("ECS Deployment State Change").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_a_sixth_active_deployment()
    {
        await _aws.CreateAsync(1);
        for (var i = 0; i < 4; i++)
        {
            // Protected from scale-in, each generation's task keeps its deployment ACTIVE.
            _aws.Pass(1);
            var newest = _aws.Running().MaxBy(task => task.CreatedAt)!.Arn;
            await _aws.CallAsync(
                "UpdateTaskProtection", $$"""{"cluster":"c","tasks":["{{newest}}"],"protectionEnabled":true,"expiresInMinutes":60}""");
            await _aws.CallAsync(
                "UpdateService",
                """{"cluster":"c","service":"s","forceNewDeployment":true,"deploymentConfiguration":{"maximumPercent":1000}}""");
        }

        var refusal = await Should.ThrowAsync<AwsServiceException>(
            () => _aws.CallAsync("UpdateService", """{"cluster":"c","service":"s","desiredCount":7,"forceNewDeployment":true}"""));
        (await _aws.ServiceAsync())["desiredCount"]!.GetValue<int>().ShouldBe(1);
        refusal.Message.ShouldBe("5 active deployments exist, unable to create new deployment.");
        (await _aws.ServiceAsync())["deployments"]!.AsArray().Count.ShouldBe(5);
        _aws.Pass(3700);

        _aws.Running().Count.ShouldBe(1);
        (await _aws.ForceAsync()).ShouldNotBeNull();
    }
}
