using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.Rotation;

public sealed class RotationSchedulerTests : SandboxFixture
{
    private readonly FakeTimeProvider _clock = new(TestTime.Start);

    protected override SandboxOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task A_rotation_begins_when_its_window_opens()
    {
        var function = await ScheduledAsync("rate(10 days)");
        (await NextAsync()).ShouldBe("2026-03-11T23:59:59Z");

        _clock.Advance(TimeSpan.FromDays(9));
        function.Steps.ShouldBe("createSecret setSecret testSecret finishSecret");

        var ended = NextRotation();
        _clock.Advance(TimeSpan.FromDays(1));
        (await ended).Result.ShouldBe(RotationResult.Succeeded);

        function.Received.Count.ShouldBe(8);
        (await NextAsync()).ShouldBe("2026-03-21T23:59:59Z");
    }

    [Fact]
    public async Task Disabled_rotation_has_no_next_date()
    {
        var function = await ScheduledAsync("rate(1 day)");
        await OkAsync("CancelRotateSecret", new JsonObject { ["SecretId"] = "db" });

        _clock.Advance(TimeSpan.FromDays(3));

        function.Received.Count.ShouldBe(4);
        (await NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_secret_that_is_marked_for_deletion_is_not_rotated()
    {
        var function = await ScheduledAsync("rate(1 day)");
        await OkAsync("DeleteSecret", new JsonObject { ["SecretId"] = "db" });

        _clock.Advance(TimeSpan.FromDays(3));

        function.Received.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_pause_before_a_retry_is_by_the_sandboxs_clock()
    {
        await CreateAsync();
        var function = new RotationFunction(Sandbox.SecretsManager);
        function.FailOnceAt("testSecret");
        var failed = new TaskCompletionSource();
        Sandbox.SecretsManager.StepEnded += (_, ended) =>
        {
            if (!ended.Step.Invocation.Succeeded)
            {
                failed.TrySetResult();
            }
        };
        Sandbox.Functions.Start("rotate", function.HandleAsync);
        await RotateAsync("rate(1 day)");
        await failed.Task;

        // The pause begins a moment after the step has ended: the clock is moved until the retry has come through.
        var rotation = Sandbox.SecretsManager.WaitForRotationAsync("db");
        while (!rotation.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        (await rotation).Attempts.Count.ShouldBe(2);
    }

    private async Task<RotationFunction> ScheduledAsync(string expression)
    {
        await CreateAsync();
        var function = new RotationFunction(Sandbox.SecretsManager);
        Sandbox.Functions.Start("rotate", function.HandleAsync);
        await RotateAsync(expression);
        await Sandbox.SecretsManager.WaitForRotationAsync("db");
        return function;
    }

    private Task<JsonObject> RotateAsync(string expression) => OkAsync("RotateSecret", new JsonObject
    {
        ["SecretId"] = "db",
        ["ClientRequestToken"] = Token.Of('2'),
        ["RotationLambdaARN"] = "rotate",
        ["RotationRules"] = new JsonObject { ["ScheduleExpression"] = expression },
    });

    private Task<RotationOutcome> NextRotation()
    {
        var next = new TaskCompletionSource<RotationOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        Sandbox.SecretsManager.RotationEnded += (_, ended) => next.TrySetResult(ended.Outcome);
        return next.Task;
    }

    private async Task<string?> NextAsync()
    {
        var next = (await OkAsync("DescribeSecret", new JsonObject { ["SecretId"] = "db" }))["NextRotationDate"];
        return next is null ? null : AwsEvent.Timestamp(DateTimeOffset.FromUnixTimeMilliseconds((long)(next.GetValue<decimal>() * 1000)));
    }
}
