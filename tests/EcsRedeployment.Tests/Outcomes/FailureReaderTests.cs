using Amazon.ECS;
using Amazon.ECS.Model;

namespace RotationLambdas.EcsRedeployment.Tests.Outcomes;

public sealed class FailureReaderTests
{
    private readonly Fixture _fixture = new();
    private readonly Service _web;

    public FailureReaderTests()
    {
        _web = _fixture.Add();
        _fixture.Ecs.Tasks.Clear();
    }

    [Fact]
    public async Task The_last_stopped_task_has_the_reason()
    {
        AddStopped("first", stoppedAt: Noon.AddMinutes(-3));
        AddStopped("last", stoppedAt: Noon.AddMinutes(-1));
        AddStopped("second", stoppedAt: Noon.AddMinutes(-2));

        (await ReadAsync())!.Quoted.ShouldBe("last");
    }

    [Fact]
    public async Task Stopped_tasks_are_sorted_by_the_start_of_their_stop()
    {
        AddStopped("stopping", stoppingAt: Noon.AddMinutes(-1), createdAt: Noon.AddMinutes(-30));
        AddStopped("stopped", stoppedAt: Noon.AddMinutes(-2), stoppingAt: Noon, createdAt: Noon.AddMinutes(-30));
        (await ReadAsync())!.Quoted.ShouldBe("stopping");

        AddStopped("never ran", createdAt: Noon);
        (await ReadAsync())!.Quoted.ShouldBe("never ran");
    }

    [Fact]
    public async Task A_task_stopped_by_its_service_is_no_failure()
    {
        AddStopped("Scaling activity initiated by deployment", stoppedAt: Noon).StopCode = TaskStopCode.ServiceSchedulerInitiated;
        AddStopped("", stoppedAt: Noon);

        (await ReadAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_task_the_deployment_has_the_reason() =>
        (await ReadAsync("ECS deployment circuit breaker: tasks failed to start."))!.Quoted.ShouldBe("ECS deployment circuit breaker: "
            + "tasks failed to start.");

    [Fact]
    public async Task An_unreadable_cause_is_reported_in_its_place()
    {
        _fixture.Ecs.Before = (operation, _) => throw FakeEcs.Denied(operation);

        (await ReadAsync())!.Quoted.ShouldStartWith("(Not known: ");
    }

    private async Task<FailureCause?> ReadAsync(string? rolloutReason = null)
    {
        using var calls = new EcsCalls(_fixture.Ecs, _fixture.Ecs, new(), new EagerClock(Noon));
        return await new FailureReader(calls).ReadAsync(
            new ServiceSnapshot
            {
                Arn = _web.ServiceArn,
                Cluster = _web.ClusterArn,
                Name = _web.ServiceName,
                Units = [Planning.Given.Unit(Yesterday) with { RolloutReason = rolloutReason }],
            },
            CancellationToken.None);
    }

    private Amazon.ECS.Model.Task AddStopped(
        string reason, DateTimeOffset? stoppedAt = null, DateTimeOffset? stoppingAt = null, DateTimeOffset? createdAt = null)
    {
        var task = FakeEcs.TaskOf(_web, $"task-{_fixture.Ecs.Tasks.Count}", createdAt ?? Yesterday);
        (task.DesiredStatus, task.LastStatus, task.StoppedReason) = ("STOPPED", "STOPPED", reason);
        (task.StoppedAt, task.StoppingAt) = (stoppedAt?.UtcDateTime, stoppingAt?.UtcDateTime);
        _fixture.Ecs.Tasks.Add(task);
        return task;
    }
}
