using RotationLambdas.PostgresRotation.Postgres;
using RotationLambdas.PostgresRotation.Tests.Servers;

namespace RotationLambdas.PostgresRotation.Tests.Postgres.Roles;

/// <summary>Two users that take turns, on a real server.</summary>
internal sealed class UserPairOnServer(PostgresFixture postgres)
{
    /// <summary>Makes a first user, whose password is <c>first</c>.</summary>
    public async Task<string> NewUserAsync(string attributes = "")
    {
        var user = postgres.NewName();
        await postgres.ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD 'first' {attributes}");
        return user;
    }

    /// <summary>Has the administrator, or another, give the turn to <paramref name="next"/>.</summary>
    public async Task AssertAsync(string original, string next, string password = "next", bool actsAsOriginal = true, Credential? admin = null)
    {
        await using var session = await postgres.LogInAsync(admin ?? postgres.Administrator);
        await session.AssertAlternateRoleAsync(new(original, $"{original}_clone", next, password, actsAsOriginal), CancellationToken.None);
    }
}
