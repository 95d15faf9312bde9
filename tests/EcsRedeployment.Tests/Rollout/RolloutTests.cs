using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Rollout;

public sealed class RolloutTests
{
    private readonly Fixture _fixture = new();
    private readonly Service _web;

    public RolloutTests()
    {
        var definition = _fixture.Ecs.Define("app", _fixture.Db.ARN);
        _web = _fixture.Ecs.Add("blue", "web", definition, Yesterday);
        _fixture.Ecs.Add("blue", "api", definition, Yesterday);
    }

    [Fact]
    public async Task A_missing_permission_is_reported_and_not_redelivered()
    {
        await RefuseWebAsync(FakeEcs.Denied("UpdateService"));

        DeploymentsOf("api").ShouldBe(2);
        var failed = _fixture.Bus.DetailsOf("Service Redeployment Failed").ShouldHaveSingleItem();
        failed["message"]!.GetValue<string>().ShouldBe(
            $"AWS refused ecs:UpdateService on {_web.ServiceArn}: {FakeEcs.Denied("UpdateService").Message} Add ecs:UpdateService to the "
                + "policy of the function's role.");
    }

    [Fact]
    public async Task Five_active_deployments_postpone_the_service()
    {
        await RefuseWebAsync(new InvalidParameterException("5 active deployments exist, unable to create new deployment.")
        {
            ErrorCode = "InvalidParameterException",
        });

        (DeploymentsOf("api"), DeploymentsOf("web")).ShouldBe((2, 1));
        _fixture.Metric("ServicesPostponed").ShouldBe(1);
        _fixture.Queue.Sent.Count.ShouldBe(1);
        _fixture.Metric("ServicesFailed").ShouldBe(0);
    }

    [Fact]
    public async Task A_service_that_was_deleted_meanwhile_is_let_go()
    {
        await RefuseWebAsync(new ServiceNotActiveException("Service was not ACTIVE.") { ErrorCode = "ServiceNotActiveException" });

        DeploymentsOf("api").ShouldBe(2);
    }

    [Fact]
    public async Task Throttling_that_lasts_postpones_the_service()
    {
        _fixture.Ecs.Before = Refusing("UpdateService", FakeEcs.Throttled());

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();
        _fixture.Queue.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_whose_tasks_were_replaced_since_the_scan_is_left_alone()
    {
        _web.Deployments[0].UpdatedAt = Noon.UtcDateTime; // Its tasks are read.
        var isReplaced = false;
        _fixture.Ecs.After = (operation, _) =>
        {
            if (operation == "DescribeTasks" && !isReplaced)
            {
                isReplaced = true;
                _fixture.Clock.Advance(TimeSpan.FromMinutes(5));
                var now = _fixture.Clock.GetUtcNow().UtcDateTime;
                _web.Deployments = [new() { Id = "ecs-svc/elsewhere", Status = "PRIMARY", TaskDefinition = _web.TaskDefinition,
                    CreatedAt = now, UpdatedAt = now, RunningCount = 2, PendingCount = 0 }];
                _fixture.Ecs.Complete(_web);
                _fixture.Clock.Advance(TimeSpan.FromMinutes(5));
            }
        };

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        isReplaced.ShouldBeTrue();
        _fixture.Redeployed.ShouldBe(["api"]);
    }

    [Fact]
    public async Task Any_other_refusal_is_reported_as_ECS_words_it()
    {
        await RefuseWebAsync(new ClientException("The instance of inactive-jobs was on fire.") { ErrorCode = "ClientException" });

        _fixture.Bus.DetailsOf("Service Redeployment Failed").Single()["message"]!.GetValue<string>().ShouldContain("on fire");
    }

    [Fact]
    public async Task A_deployment_is_never_older_than_the_change_it_answers()
    {
        // The event's time is this very second: the deployment has to wait until it has passed.
        await _fixture.BatchAsync(_fixture.RotateDb(Noon));

        var changed = Noon.AddSeconds(1).UtcDateTime;
        _web.Deployments[0].CreatedAt!.Value.ShouldBeGreaterThanOrEqualTo(changed);
        (await _fixture.BatchAsync(LabelUpdated(_fixture.Db.ARN, Noon))).ShouldBeEmpty();
        DeploymentsOf("web").ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_lies_ahead_of_the_clock_is_left_for_later()
    {
        (await _fixture.BatchAsync(LabelUpdated(_fixture.Db.ARN, Noon.AddMinutes(5)))).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_of_a_service_that_asks_for_it_are_stopped_one_after_another()
    {
        _web.Tags = [new() { Key = "rotation:redeploy", Value = "stop-tasks" }];

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["api"]);
        var order = _fixture.Ecs.Calls.Where(
            call => call.Operation == "StopTask" || (call.Operation == "ListTasks" && call.Subject == "web"))
            .Select(call => call.Operation);
        order.ShouldBe(["ListTasks", "ListTasks", "ListTasks", "ListTasks", "StopTask", "ListTasks", "ListTasks", "StopTask"]);
        _fixture.Ecs.Tasks.Where(task => task.DesiredStatus == "RUNNING" && task.Group == "service:web").Count().ShouldBe(2);
        (await _fixture.BatchAsync(LabelUpdated(_fixture.Db.ARN, Noon.AddSeconds(-10)))).ShouldBeEmpty();
        _fixture.Ecs.CountOf("StopTask").ShouldBe(2);
    }

    [Theory]
    [InlineData("REPLICA", "PENDING")]
    [InlineData("DAEMON", "PENDING")]
    [InlineData("DAEMON", "STOPPED")]
    public async Task A_task_without_replacement_keeps_the_others_running(string strategy, string status)
    {
        (_web.SchedulingStrategy, _web.DesiredCount) = (strategy, strategy == "DAEMON" ? 0 : 2);
        _web.Tags = [new() { Key = "rotation:redeploy", Value = "stop-tasks" }];
        _fixture.Ecs.After = On("StopTask", () =>
        {
            (_fixture.Ecs.Tasks[^1].LastStatus, _fixture.Ecs.Tasks[^1].DesiredStatus) = (status, status == "STOPPED" ? status : "RUNNING");
            (_fixture.Ecs.Tasks[^1].StopCode, _fixture.Ecs.Tasks[0].StopCode) = ("TaskFailedToStart", "UserInitiated");
        });

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();
        _fixture.Ecs.Complete(_fixture.Ecs.Clusters["blue"][1]);
        for (var sweep = 0; sweep < 2; sweep++)
        {
            (await _fixture.BatchAsync(Sweep(_fixture.Clock.GetUtcNow()))).ShouldBeEmpty();
        }

        _fixture.Ecs.CountOf("StopTask").ShouldBe(1);
    }

    [Fact]
    public async Task Services_whose_tasks_are_stopped_keep_no_other_waiting()
    {
        for (var i = 0; i < 9; i++)
        {
            _fixture.Ecs.Add("blue", $"a{i}", _web.TaskDefinition, Yesterday).Tags =
                [new() { Key = "rotation:redeploy", Value = "stop-tasks" }];
        }

        using var areOthersBegun = new CountdownEvent(2);
        _fixture.Ecs.Before = On("StopTask", () => areOthersBegun.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue());
        _fixture.Ecs.After = On("UpdateService", () => areOthersBegun.Signal());

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Redeployed.ShouldBe(["api", "web"]);
        _fixture.Ecs.CountOf("StopTask").ShouldBe(18);
    }

    [Fact]
    public async Task Work_that_was_done_is_reported_when_the_time_runs_out()
    {
        for (var i = 0; i < 30; i++)
        {
            _fixture.Ecs.Add("blue", $"a{i}", _web.TaskDefinition, Yesterday);
        }

        _fixture.Ecs.After = On("UpdateService", () => _fixture.Clock.Advance(_fixture.RemainingTime - TimeSpan.FromSeconds(20)));

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty("a message to itself goes on");

        var begun = _fixture.Redeployed.Count;
        begun.ShouldBeInRange(1, 4, "each of the four workers finds the time over after its first one");
        _fixture.Metric("ServicesRedeployed").ShouldBe(begun);
        var services = _fixture.Bus.DetailsOf("Secret Consumers Status").ShouldHaveSingleItem()["services"]!.AsArray();
        (services.Count, services.Count(one => one!["deploymentId"] is not null)).ShouldBe((32, begun));
    }

    [Fact]
    public async Task Throttling_is_waited_out_where_tasks_are_stopped_as_well()
    {
        _web.Tags = [new() { Key = "rotation:redeploy", Value = "stop-tasks" }];
        FailOnce("StopTask", "", FakeEcs.Throttled());

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();

        _fixture.Ecs.Tasks.Count(task => task.DesiredStatus == "RUNNING" && task.Group == "service:web").ShouldBe(2);
    }

    private int DeploymentsOf(string service) => _fixture.Ecs.Clusters["blue"].Single(s => s.ServiceName == service).Deployments.Count;

    private async Task RefuseWebAsync(Exception error)
    {
        FailOnce("UpdateService", "/web", error);

        (await _fixture.BatchAsync(_fixture.RotateDb())).ShouldBeEmpty();
    }

    private void FailOnce(string operation, string subjectsEnd, Exception error)
    {
        var failed = 0;
        _fixture.Ecs.Before = (name, subject) =>
        {
            if (name == operation && subject.EndsWith(subjectsEnd, StringComparison.Ordinal) && Interlocked.Exchange(ref failed, 1) == 0)
            {
                throw error;
            }
        };
    }
}
