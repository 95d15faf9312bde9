namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

public sealed class SingleUserTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task A_rotation_gives_the_database_and_the_secret_the_same_new_password()
    {
        var secret = await fixture.CreateAppAsync();
        var before = await secret.ValueAsync();

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        var after = await secret.ValueAsync();
        after.UserName.ShouldBe(before.UserName);
        after.Password.Length.ShouldBe(32);
        (await fixture.AcceptsAsync(after)).ShouldBeTrue();
        (await fixture.AcceptsAsync(before)).ShouldBeFalse();
        (await secret.ValueAsync("AWSPREVIOUS")).ShouldBe(before);
    }

    [Fact]
    public async Task No_password_is_in_the_servers_log_or_in_the_functions()
    {
        var secret = await fixture.CreateAppAsync();

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        var password = (await secret.ValueAsync()).Password;
        (await fixture.Database.ReadLogAsync()).ShouldNotContain(password);
        fixture.Log.ShouldNotContain(password);
        fixture.Log.ShouldContain("The database has the password of version");
    }

    [Theory]
    [InlineData("false", 1)]
    [InlineData("true", 0)]
    public async Task A_connection_without_TLS_is_one_warning_a_rotation(string ssl, int warnings)
    {
        var secret = await fixture.CreateAppAsync(fields: $"\"ssl\":{ssl}");
        fixture.Environment["TEST_QUERY"] = "SELECT 1";

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        var user = (await secret.ValueAsync()).UserName;
        fixture.Log.Split('\n')
            .Count(line => line.StartsWith($"Warning\tThe connection of {user} is not encrypted", StringComparison.Ordinal) && line.Contains("[139]"))
            .ShouldBe(warnings);
    }

    [Fact]
    public async Task Unknown_keys_and_the_text_of_numbers_stay_as_they_were()
    {
        var secret = await fixture.CreateAppAsync();
        var user = (await secret.ValueAsync()).UserName;
        await secret.PutAsync(
            $$"""{ "note":"a\u0062c", "n": 1.50e+3,"username":"{{user}}","port":"{{fixture.Database.Port}}", "password":"first password","host":"127.0.0.1","ssl":"FALSE","z":[null] }""");

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        var password = (await secret.ValueAsync()).Password;
        (await secret.TextAsync()).ShouldBe(
            $$"""{ "note":"a\u0062c", "n": 1.50e+3,"username":"{{user}}","port":"{{fixture.Database.Port}}", "password":"{{password}}","host":"127.0.0.1","ssl":"FALSE","z":[null] }""");
    }

    [Fact]
    public async Task Every_step_twice_ends_in_the_same_place()
    {
        var secret = await fixture.CreateAppAsync();
        var token = await secret.PutChangedAsync("password", "the next password", "AWSPENDING");
        foreach (var step in new[] { "createSecret", "createSecret", "setSecret", "setSecret", "testSecret", "testSecret", "finishSecret",
            "finishSecret", "createSecret", "setSecret", "testSecret" })
        {
            await fixture.StepAsync(step, secret.Arn, token);
        }

        (await secret.HolderAsync("AWSCURRENT")).ShouldBe(token);
        (await fixture.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_step_twice_at_once_ends_in_the_same_place()
    {
        var secret = await fixture.CreateAppAsync();
        fixture.BeforeStep = async step =>
        {
            if (step == "createSecret")
            {
                fixture.BeforeStep = _ => Task.CompletedTask;
                var token = (await secret.HolderAsync("AWSPENDING"))!;
                foreach (var each in new[] { "createSecret", "setSecret", "testSecret", "finishSecret" })
                {
                    await Task.WhenAll(
                        fixture.StepAsync(each, secret.Arn, token), fixture.StepAsync(each, secret.Arn, token),
                        fixture.StepAsync(each, secret.Arn, token));
                }
            }
        };

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        (await fixture.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue();
    }

    [Fact]
    public async Task A_test_without_rotation_passes_with_the_current_value()
    {
        var secret = await fixture.CreateAppAsync();
        var before = await secret.ValueAsync();

        var outcome = await fixture.EnableWithoutRotatingAsync(secret);

        outcome.IsTest.ShouldBeTrue();
        outcome.ShouldSucceed();
        (await secret.ValueAsync()).ShouldBe(before);
        (await fixture.AcceptsAsync(before)).ShouldBeTrue();
    }
}
