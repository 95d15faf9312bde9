using System.Text.RegularExpressions;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What a rotation costs when one warm process does all steps, and when every step lands in another.</summary>
[Collection(RotationSandbox.Collection)]
public sealed partial class CostTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Theory]
    [InlineData(false, true, 9, 2)]
    [InlineData(false, false, 10, 3)]
    [InlineData(true, true, 10, 3)]
    [InlineData(true, false, 11, 4)]
    public async Task A_rotation_takes_that_many_calls_and_logins_and_no_refused_one(bool alternating, bool oneProcess, int calls, int logins)
    {
        var superuser = await fixture.CreateSuperuserAsync();
        var secret = await (alternating ? fixture.CreateAppAsync(superuser) : fixture.CreateAppAsync());
        fixture.KeepsHandler = oneProcess;
        fixture.Sandbox.Calls.Clear();

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        fixture.Sandbox.Calls.Snapshot().Count(call => call.Operation != "RotateSecret").ShouldBe(calls);
        LoggedIn().Count(fixture.Log).ShouldBe(logins);
        fixture.Log.ShouldNotContain("The database refused");
    }

    [GeneratedRegex("Logged in as")]
    private static partial Regex LoggedIn();
}
