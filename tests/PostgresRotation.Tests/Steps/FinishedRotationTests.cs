namespace RotationLambdas.PostgresRotation.Tests.Steps;

/// <summary>Secrets Manager may repeat a step when the rotation is over.</summary>
public sealed class FinishedRotationTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Theory]
    [InlineData("createSecret", "DescribeSecret", "GetSecretValue", "GetSecretValue")]
    [InlineData("setSecret", "GetSecretValue", "DescribeSecret", "GetSecretValue", "GetSecretValue")]
    [InlineData("testSecret", "GetSecretValue", "DescribeSecret", "GetSecretValue", "GetSecretValue")]
    [InlineData("finishSecret", "DescribeSecret", "GetSecretValue", "GetSecretValue")]
    public async Task A_step_of_a_rotation_that_is_over_only_logs_in(string step, params string[] calls)
    {
        var database = fixture.UseFakeDatabase();
        var secret = await fixture.CreateSecretAsync(StubbedSecret.ValueOf("old"));
        var outcome = await fixture.RotateAsync(secret);
        outcome.ShouldSucceed();
        database.Logins.Clear();
        fixture.Sandbox.Calls.Clear();

        await fixture.StepAsync(step, secret.Arn, outcome.VersionId);

        fixture.Sandbox.Calls.Snapshot().Select(call => call.Operation).ShouldBe(calls);
        database.Logins.ShouldHaveSingleItem();
        database.PasswordsSet.Count.ShouldBe(1);
        fixture.Log.ShouldContain($"Version {outcome.VersionId} is AWSCURRENT already");
    }
}
