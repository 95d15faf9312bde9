using RotationLambdas.Sandbox.Faults;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>Faults of Secrets Manager that pass are absorbed inside the step.</summary>
public sealed class SecretsFaultTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public static TheoryData<string, FaultAction> EveryCall()
    {
        TheoryData<string, FaultAction> cases = [];
        foreach (var action in new[] { FaultAction.DropBefore, FaultAction.LoseReply, FaultAction.Throttle, FaultAction.InternalError })
        {
            foreach (var operation in new[] { "DescribeSecret", "GetSecretValue", "PutSecretValue", "UpdateSecretVersionStage" })
            {
                cases.Add(operation, action);
            }
        }

        return cases;
    }

    public void Dispose() => fixture.Reset();

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_fault_in_a_call_costs_no_attempt(string operation, FaultAction action)
    {
        var secret = await fixture.CreateAppAsync();
        FaultRule? fault = null;
        fixture.BeforeStep = _ =>
        {
            fault ??= fixture.Sandbox.Faults.Add(new FaultRule { Action = action, Operation = operation });
            return Task.CompletedTask;
        };

        var outcome = await fixture.RotateAsync(secret);

        outcome.ShouldSucceed();
        fault!.Fired.ShouldBe(1);
        (await fixture.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue();
    }

    [Theory]
    [InlineData(FaultAction.Throttle, "throttled DescribeSecret")]
    [InlineData(FaultAction.InternalError, "InternalServiceError")]
    public async Task A_fault_that_outlasts_the_step_is_named_with_its_attempts(FaultAction action, string named)
    {
        var secret = await fixture.CreateAppAsync();
        fixture.Time = TimeSpan.FromSeconds(9); // The client's own attempts take up to three seconds.
        fixture.BeforeStep = _ => Task.FromResult(
            fixture.Sandbox.Faults.Add(new FaultRule { Action = action, Operation = "DescribeSecret", Times = 1000 }));

        var error = (await fixture.RotateAsync(secret)).ShouldFailWith<SecretsManagerRefusedException>();

        error.ShouldContain(named);
        error.ShouldMatch("in all of [0-9]+ attempts");
        error.ShouldNotContain("NAT gateway");
    }

    [Fact]
    public async Task Throttling_beyond_the_clients_own_retries_is_retried()
    {
        var secret = await fixture.CreateAppAsync();
        var throttling = fixture.Sandbox.Faults.Add(
            new FaultRule { Action = FaultAction.Throttle, Operation = "PutSecretValue", Times = 5 });

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        throttling.Fired.ShouldBe(5);
    }
}
