using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What the superuser does for two users of whom neither can log in any more.</summary>
[Collection(RotationSandbox.Collection)]
public sealed class SuperuserHelpTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task Where_no_password_of_the_secret_works_the_log_says_that_the_superuser_helps()
    {
        AppSecret secret = await CreateLockedOutAsync("LOGIN");

        await secret.ShouldRotateAsync();

        fixture.Log.ShouldContain("none of the secret's passwords works");
    }

    [Fact]
    public async Task The_superuser_helps_no_administrator_whose_passwords_do_not_work()
    {
        AppSecret secret = await CreateLockedOutAsync("LOGIN CREATEROLE");

        RotationOutcome outcome = await fixture.RotateAsync(secret);

        outcome.ShouldFailWith<RoleUnsuitableException>();
        outcome.LastStep().ErrorMessage!.ShouldContain("None of the secret's passwords works");
    }

    private async Task<AppSecret> CreateLockedOutAsync(string attributes)
    {
        AppSecret superuser = await fixture.CreateSuperuserAsync();
        AppSecret secret = await fixture.CreateAppAsync(fields: $"\"masterarn\":\"{superuser.Arn}\"", attributes: attributes);
        await fixture.ExecuteAsync($"ALTER ROLE {(await secret.ValueAsync()).UserName} PASSWORD 'by hand'");
        return secret;
    }
}
