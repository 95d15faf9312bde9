using RotationLambdas.EndToEnd.Tests.Faults;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>What a client notices of alternating users: nothing.</summary>
public sealed class ContinuousLoginTests
{
    private const int Rotations = 200;

    // Several logins in each step of a rotation, and yet time for other tests.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    [Fact]
    public async Task A_reconnecting_client_is_never_refused_in_200_alternating_rotations()
    {
        await using var fixture = await RotationFixture.StartAsync();
        var secret = await fixture.CreateRoleWithSecretAsync("app", "the-first-password", fixture.SuperuserArn);
        var client = new WatchingClient(fixture, secret, Pause, value => fixture.Database.AcceptsAsync(value.User, value.Password));

        for (var rotation = 0; rotation < Rotations; rotation++)
        {
            await client.LoginUnderWayAsync();
            await fixture.RotateWithSuccessAsync(secret);
        }

        await client.StopAsync();
        client.Refusals.ShouldBe(0);
        client.Accepted.ShouldBeGreaterThan(Rotations);
    }
}
