using RotationLambdas.PostgresRotation.Errors;

namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What the superuser does for two users of whom neither can log in any more.</summary>
[Collection(RotationSandbox.Collection)]
public sealed class SuperuserHelpTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task Where_no_password_of_the_secret_works_the_log_says_that_the_superuser_helps()
    {
        var secret = await CreateLockedOutAsync("LOGIN");

        await secret.ShouldRotateAsync();

        fixture.Log.ShouldContain("none of the secret's passwords works");
    }

    [Fact]
    public async Task The_superuser_helps_no_administrator_whose_passwords_do_not_work()
    {
        var secret = await CreateLockedOutAsync("LOGIN CREATEROLE");

        var outcome = await fixture.RotateAsync(secret);

        outcome.ShouldFailWith<RoleUnsuitableException>();
        outcome.LastStep().ErrorMessage!.ShouldContain("None of the secret's passwords works");
    }

    private async Task<AppSecret> CreateLockedOutAsync(string attributes)
    {
        var superuser = await fixture.CreateSuperuserAsync();
        var secret = await fixture.CreateAppAsync(fields: $"\"masterarn\":\"{superuser.Arn}\"", attributes: attributes);
        await fixture.ExecuteAsync($"ALTER ROLE {(await secret.ValueAsync()).UserName} PASSWORD 'by hand'");
        return secret;
    }
}
