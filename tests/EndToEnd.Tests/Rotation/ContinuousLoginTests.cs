namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>What a client notices of alternating users: nothing.</summary>
public sealed class ContinuousLoginTests
{
    private const int Rotations = 200;

    [Fact]
    public async Task A_reconnecting_client_is_never_refused_in_200_alternating_rotations()
    {
        await using var fixture = await RotationFixture.StartAsync();
        var secret = await fixture.CreateRoleWithSecretAsync("app", "the-first-password", fixture.SuperuserArn);
        using var stopping = new CancellationTokenSource();
        var client = new ReconnectingClient(fixture, secret);
        var running = client.RunAsync(stopping.Token);

        for (var rotation = 0; rotation < Rotations; rotation++)
        {
            await client.QueryUnderWayAsync();
            await fixture.RotateWithSuccessAsync(secret);
        }

        await stopping.CancelAsync();
        await running;
        client.Refused.ShouldBeEmpty();
        client.Accepted.ShouldBeGreaterThan(Rotations);
    }
}
