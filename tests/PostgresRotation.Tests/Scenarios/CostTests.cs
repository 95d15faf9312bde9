using System.Text.RegularExpressions;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What a rotation costs when one warm process does all steps, and when every step lands in another.</summary>
[Collection(RotationSandbox.Collection)]
public sealed partial class CostTests(RotationSandbox world) : IDisposable
{
    public void Dispose() => world.Reset();

    [Theory]
    [InlineData(false, true, 9, 2)]
    [InlineData(false, false, 10, 3)]
    [InlineData(true, true, 10, 3)]
    [InlineData(true, false, 11, 4)]
    public async Task A_rotation_takes_that_many_calls_and_logins_and_no_refused_one(bool alternating, bool oneProcess, int calls, int logins)
    {
        AppSecret superuser = await world.CreateSuperuserAsync();
        AppSecret secret = await (alternating ? world.CreateAppAsync(superuser) : world.CreateAppAsync());
        world.KeepsHandler = oneProcess;
        world.Sandbox.Calls.Clear();

        (await world.RotateAsync(secret)).ShouldSucceed();

        world.Sandbox.Calls.Snapshot().Count(call => call.Operation != "RotateSecret").ShouldBe(calls);
        LoggedIn().Count(world.Log).ShouldBe(logins);
        world.Log.ShouldNotContain("The database refused");
    }

    [GeneratedRegex("Logged in as")]
    private static partial Regex LoggedIn();
}
