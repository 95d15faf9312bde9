namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

[Collection(RotationSandbox.Collection)]
public sealed class SuperuserHelpTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task The_superuser_sets_no_password_without_evidence()
    {
        var secret = await CreateLockedOutAsync();

        var outcome = await fixture.RotateAsync(secret);

        outcome.ShouldFailWith<RoleUnsuitableException>();
        outcome.LastStep().ErrorMessage!.ShouldContain("accepts none of the secret's passwords");
        (await fixture.AcceptsAsync(new AppValue((await secret.ValueAsync()).UserName, "by hand"))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_operator_may_list_a_role_as_recoverable()
    {
        var secret = await CreateLockedOutAsync();
        fixture.Allow("recoverable", secret.Arn, (await secret.ValueAsync()).UserName);

        await secret.ShouldRotateAsync();
    }

    [Fact]
    public async Task A_recoverable_role_is_not_recovered_from_another_host()
    {
        var secret = await CreateLockedOutAsync();
        fixture.Allow("recoverable", secret.Arn, (await secret.ValueAsync()).UserName);
        _ = await secret.PutChangedAsync("host", "localhost");

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();
    }

    private async Task<AppSecret> CreateLockedOutAsync()
    {
        var superuser = await fixture.CreateSuperuserAsync();
        fixture.Environment["SUPERUSER_SECRET_ARN"] = superuser.Arn;
        fixture.Environment["ROTATION_STRATEGY"] = "single-user";
        var secret = await fixture.CreateAppAsync();
        await fixture.ExecuteAsync($"ALTER ROLE {(await secret.ValueAsync()).UserName} PASSWORD 'by hand'");
        return secret;
    }
}
