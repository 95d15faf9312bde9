using System.Text.RegularExpressions;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>The calls and logins of a rotation, whether or not its steps share a process.</summary>
[Collection(RotationSandbox.Collection)]
public sealed partial class CostTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Theory]
    [InlineData(false, 10, 4)]
    [InlineData(true, 11, 5)]
    public async Task A_rotation_takes_that_many_calls_and_logins(bool alternating, int calls, int logins)
    {
        var superuser = await fixture.CreateSuperuserAsync();
        var secret = await (alternating ? fixture.CreateAppAsync(superuser) : fixture.CreateAppAsync());
        fixture.Sandbox.Calls.Clear();

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        fixture.Sandbox.Calls.Snapshot().Count(call => call.Operation != "RotateSecret").ShouldBe(calls);
        LoggedIn().Count(fixture.Log).ShouldBe(logins);
        fixture.Log.ShouldNotContain("The database refused");
    }

    [GeneratedRegex("Logged in as")]
    private static partial Regex LoggedIn();
}
