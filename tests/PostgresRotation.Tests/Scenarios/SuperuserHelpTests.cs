namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

public sealed class SuperuserHelpTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task The_superuser_sets_no_password_without_evidence()
    {
        var secret = await CreateLockedOutAsync();

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>()
            .ShouldContain("accepts none of the secret's passwords");
        (await fixture.AcceptsAsync(new AppValue((await secret.ValueAsync()).UserName, "by hand"))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_recoverable_role_is_not_recovered_from_another_host()
    {
        var secret = await CreateLockedOutAsync();
        fixture.Allow("recoverable", secret.Arn, (await secret.ValueAsync()).UserName);
        _ = await secret.PutChangedAsync("host", "localhost");

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();
    }

    [Fact]
    public async Task A_listed_user_of_another_superusers_secret_is_not_changed()
    {
        var first = await fixture.CreateSuperuserAsync();
        var admin = fixture.NewName("admin");
        await fixture.ExecuteAsync($"CREATE ROLE {admin} LOGIN CREATEROLE PASSWORD 'admin'");
        var second = await fixture.CreateSecretAsync(
            (await first.TextAsync()).Replace("\"postgres\"", $"\"{admin}\"", StringComparison.Ordinal)
            .Replace(fixture.Database.AdministratorPassword, "admin", StringComparison.Ordinal));
        fixture.Environment["SUPERUSER_SECRET_ARN"] = $"{first.Arn},{second.Arn}";
        fixture.Environment["ROTATION_STRATEGY"] = "alternating-users";
        var secret = await fixture.CreateSecretAsync(await second.TextAsync());
        fixture.Allow("privileged", secret.Arn, admin);
        fixture.Allow("privileged", secret.Arn, admin + "_clone");

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        (await fixture.AskAsync($"SELECT 1 FROM pg_roles WHERE rolname = '{admin}_clone'")).ShouldBeNull();
    }

    [Fact]
    public async Task A_second_user_is_created_only_where_the_operator_lists_it()
    {
        var secret = await CreateLockedOutAsync();
        fixture.Environment["ROTATION_STRATEGY"] = "alternating-users";
        var user = (await secret.ValueAsync()).UserName;
        fixture.Allow("recoverable", secret.Arn, user);

        (await fixture.RotateAsync(secret)).ShouldFailWith<RoleUnsuitableException>();

        fixture.Log.ShouldContain($"list this secret and {user}_clone under recoverable");
        (await fixture.AskAsync($"SELECT 1 FROM pg_roles WHERE rolname = '{user}_clone'")).ShouldBeNull();
        fixture.Allow("recoverable", secret.Arn, user + "_clone");
        await secret.ShouldRotateAsync(fixture.RetryAsync);
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
