using Amazon.ECS.Model;
using RotationLambdas.EcsRedeployment.Tests.Fakes;
using static RotationLambdas.EcsRedeployment.Tests.Fakes.Fixture;
using Task = System.Threading.Tasks.Task;

namespace RotationLambdas.EcsRedeployment.Tests.Rollout;

public sealed class RolloutTests
{
    private readonly Fixture _world = new();
    private readonly Service _web;

    public RolloutTests()
    {
        var definition = _world.Ecs.Define("app", _world.Db.ARN);
        _web = _world.Ecs.Add("blue", "web", definition, Yesterday);
        _world.Ecs.Add("blue", "api", definition, Yesterday);
    }

    [Fact]
    public async Task A_missing_permission_is_reported_and_not_redelivered()
    {
        FailOnce("UpdateService", "web", () => FakeEcs.Denied("UpdateService"));

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        DeploymentsOf("api").ShouldBe(2);
        var failed = _world.Bus.DetailsOf("Service Redeployment Failed").ShouldHaveSingleItem();
        failed["message"]!.GetValue<string>().ShouldBe(
            $"AWS refused ecs:UpdateService on {_web.ServiceArn}: {FakeEcs.Denied("UpdateService").Message} Add ecs:UpdateService to the policy of the function's role.");
    }

    [Fact]
    public async Task Five_active_deployments_postpone_the_service()
    {
        FailOnce("UpdateService", "web", () => new InvalidParameterException("5 active deployments exist, unable to create new deployment.")
        {
            ErrorCode = "InvalidParameterException",
        });

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        (DeploymentsOf("api"), DeploymentsOf("web")).ShouldBe((2, 1));
        _world.Metric("ServicesPostponed").ShouldBe(1);
        _world.Queue.Sent.Count.ShouldBe(1);
        _world.Metric("ServicesFailed").ShouldBe(0);
    }

    [Fact]
    public async Task A_service_that_was_deleted_meanwhile_is_let_go()
    {
        FailOnce("UpdateService", "web", () => new ServiceNotActiveException("Service was not ACTIVE.") { ErrorCode = "ServiceNotActiveException" });

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        DeploymentsOf("api").ShouldBe(2);
    }

    [Fact]
    public async Task Throttling_is_waited_out()
    {
        FailOnce("UpdateService", "web", FakeEcs.Throttled);

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        DeploymentsOf("web").ShouldBe(2);
    }

    [Fact]
    public async Task Throttling_that_lasts_postpones_the_service()
    {
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "UpdateService")
            {
                throw FakeEcs.Throttled();
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();
        _world.Queue.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_reply_does_not_make_a_second_deployment()
    {
        var lost = false;
        _world.Ecs.After = (operation, subject) =>
        {
            if (operation == "UpdateService" && subject == _web.ServiceArn && !lost)
            {
                lost = true;
                throw new HttpRequestException("The response ended prematurely.");
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        lost.ShouldBeTrue();
        DeploymentsOf("web").ShouldBe(2);
    }

    [Fact]
    public async Task A_service_that_another_invocation_has_deployed_since_the_look_is_left_alone()
    {
        var old = _web.Deployments[0];
        _world.Ecs.After = (operation, _) =>
        {
            if (operation == "DescribeTaskDefinition")
            {
                _world.Clock.Advance(TimeSpan.FromMinutes(5));
                var now = _world.Clock.GetUtcNow().UtcDateTime;
                _web.Deployments =
                [
                    new() { Id = "ecs-svc/elsewhere", Status = "PRIMARY", TaskDefinition = old.TaskDefinition, CreatedAt = now, UpdatedAt = now, RunningCount = 1, PendingCount = 0, RolloutState = "IN_PROGRESS" },
                    new() { Id = old.Id, Status = "ACTIVE", TaskDefinition = old.TaskDefinition, CreatedAt = old.CreatedAt, UpdatedAt = now, RunningCount = 1, PendingCount = 0, RolloutState = "COMPLETED" },
                ];
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["api"]);
        _world.Bus.DetailsOf("Secret Consumers Status").Single()["state"]!.GetValue<string>().ShouldBe("Rolling");
    }

    [Fact]
    public async Task A_call_that_never_arrived_is_made_again()
    {
        FailOnce("UpdateService", "web", () => new HttpRequestException("Connection refused"));

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        DeploymentsOf("web").ShouldBe(2);
    }

    [Fact]
    public async Task Any_other_refusal_is_told_with_the_words_of_Amazon_ECS()
    {
        FailOnce("UpdateService", "web", () => new ClientException("The container instance was on fire.") { ErrorCode = "ClientException" });

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Bus.DetailsOf("Service Redeployment Failed").Single()["message"]!.GetValue<string>().ShouldContain("on fire");
    }

    [Fact]
    public async Task A_deployment_is_never_older_than_the_change_it_answers()
    {
        // The event's time is this very second: the deployment has to wait until it has passed.
        await _world.BatchAsync(_world.RotateDb(Noon));

        var changed = Noon.AddSeconds(1).UtcDateTime;
        _web.Deployments[0].CreatedAt!.Value.ShouldBeGreaterThanOrEqualTo(changed);
        (await _world.BatchAsync(LabelUpdated(_world.Db.ARN, Noon))).ShouldBeEmpty();
        DeploymentsOf("web").ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_lies_ahead_of_the_clock_is_left_for_later()
    {
        (await _world.BatchAsync(LabelUpdated(_world.Db.ARN, Noon.AddMinutes(5)))).ShouldBeEmpty();

        _world.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_of_a_service_that_asks_for_it_are_stopped_one_after_another()
    {
        _web.Tags = [new() { Key = "rotation:redeploy", Value = "stop-tasks" }];

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Redeployed.ShouldBe(["api"]);
        var order = _world.Ecs.Calls.Where(call => call.Operation == "StopTask" || (call.Operation == "ListTasks" && call.Subject == "web"))
            .Select(call => call.Operation);
        order.ShouldBe(["ListTasks", "ListTasks", "ListTasks", "StopTask", "ListTasks", "ListTasks", "StopTask"]);
        _world.Ecs.Tasks.Where(task => task.DesiredStatus == "RUNNING" && task.Group == "service:web").Count().ShouldBe(2);
        (await _world.BatchAsync(LabelUpdated(_world.Db.ARN, Noon.AddSeconds(-10)))).ShouldBeEmpty();
        _world.Ecs.CountOf("StopTask").ShouldBe(2);
    }

    [Fact]
    public async Task A_stopped_task_that_is_not_replaced_keeps_the_others_from_being_stopped()
    {
        _web.Tags = [new() { Key = "rotation:redeploy", Value = "stop-tasks" }];
        _world.Ecs.After = (operation, _) =>
        {
            if (operation == "StopTask")
            {
                _world.Ecs.Tasks[^1].LastStatus = "PENDING";
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Ecs.CountOf("StopTask").ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_is_waited_out_where_tasks_are_stopped_as_well()
    {
        _web.Tags = [new() { Key = "rotation:redeploy", Value = "stop-tasks" }];
        var throttled = 0;
        _world.Ecs.Before = (operation, _) =>
        {
            if (operation == "StopTask" && Interlocked.Exchange(ref throttled, 1) == 0)
            {
                throw FakeEcs.Throttled();
            }
        };

        (await _world.BatchAsync(_world.RotateDb())).ShouldBeEmpty();

        _world.Ecs.Tasks.Count(task => task.DesiredStatus == "RUNNING" && task.Group == "service:web").ShouldBe(2);
    }

    private int DeploymentsOf(string service) => _world.Ecs.Clusters["blue"].Single(s => s.ServiceName == service).Deployments.Count;

    private void FailOnce(string operation, string service, Func<Exception> fault)
    {
        var failed = 0;
        _world.Ecs.Before = (name, subject) =>
        {
            if (name == operation && subject.EndsWith($"/{service}", StringComparison.Ordinal) && Interlocked.Exchange(ref failed, 1) == 0)
            {
                throw fault();
            }
        };
    }
}
