using Npgsql;
using RotationLambdas.EndToEnd.Tests.Databases;
using RotationLambdas.EndToEnd.Tests.Fixtures;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>What a client notices of alternating users: nothing.</summary>
public sealed class ContinuousLoginTests
{
    private const int Rotations = 200;

    [Fact]
    public async Task A_client_that_reconnects_for_every_query_is_never_refused_through_two_hundred_alternating_rotations()
    {
        await using var world = await RotationWorld.StartAsync();
        var secret = await world.CreateRoleWithSecretAsync("app", "the-first-password", await world.StoreSuperuserAsync());
        using var stopping = new CancellationTokenSource();
        var client = LogInAllTheTimeAsync(world, secret, stopping.Token);

        for (var rotation = 0; rotation < Rotations; rotation++)
        {
            await world.RotateWithSuccessAsync(secret);
        }

        await stopping.CancelAsync();
        var (accepted, refused) = await client;
        refused.ShouldBeEmpty();
        accepted.ShouldBeGreaterThan(Rotations);
    }

    private static async Task<(int Accepted, IReadOnlyList<string> Refused)> LogInAllTheTimeAsync(RotationWorld world, string secret, CancellationToken stopping)
    {
        var accepted = 0;
        var refused = new List<string>();
        while (!stopping.IsCancellationRequested)
        {
            var current = await world.ValueAsync(secret);
            try
            {
                await Sql.ScalarAsync(world.Database.ConnectionString(current.User, current.Password), "SELECT 1");
                accepted++;
            }
            catch (PostgresException refusal)
            {
                refused.Add($"login {accepted + refused.Count + 1} as {current.User}: {refusal.MessageText}");
            }
        }

        return (accepted, refused);
    }
}
