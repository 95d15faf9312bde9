namespace RotationLambdas.PostgresRotation.Tests.Scenarios;

/// <summary>What people write into secrets and events; each ends in a typed error, with the secret's labels untouched and no password in
/// the message.</summary>
public sealed class BadInputTests(RotationSandbox fixture) : IClassFixture<RotationSandbox>, IDisposable
{
    private const string Password = "the password 4711";

    public static TheoryData<string> Steps => ["createSecret", "setSecret", "testSecret", "finishSecret"];

    public static TheoryData<string, string> MalformedSecrets => new()
    {
        { "not JSON", Password },
        { "host list", $$"""{"host":"127.0.0.1,evil","username":"app","password":"{{Password}}"}""" },
        { "twice", $$"""{"host":"127.0.0.1","username":"app","password":"{{Password}}","password":"x"}""" },
    };

    public void Dispose() => fixture.Reset();

    [Theory]
    [MemberData(nameof(MalformedSecrets))]
    public async Task An_unusable_secret_is_refused_before_anything_is_written(string name, string text)
    {
        var secret = await fixture.CreateSecretAsync(text);
        var current = (await secret.HolderAsync("AWSCURRENT"))!;

        (await fixture.RotateAsync(secret)).ShouldFailWith<SecretMalformedException>().ShouldNotContain(Password, Case.Sensitive, name);
        fixture.Log.ShouldNotContain(Password);
        (await secret.HolderAsync("AWSCURRENT")).ShouldBe(current);
        (await secret.TextAsync()).ShouldBe(text);
    }

    [Fact]
    public async Task A_host_with_a_closed_port_is_unreachable()
    {
        var secret = await fixture.CreateSecretAsync(
            $$"""{"host":"127.0.0.1","port":1,"username":"app","password":"{{Password}}","ssl":false}""");

        var outcome = await fixture.RotateAsync(secret);

        outcome.ShouldFailWith<DatabaseUnreachableException>();
        fixture.Log.ShouldContain($"SetSecret failed for {secret.Arn}, version {outcome.VersionId}, with DatabaseUnreachableException");
        outcome.LastStep().ErrorMessage!.ShouldNotContain(Password);
        JsonNode.Parse(await secret.TextAsync())!["password"]!.GetValue<string>().ShouldBe(Password);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_token_of_no_version_or_of_another_secrets_is_refused_by_every_step(string step)
    {
        var secret = await fixture.CreateAppAsync();
        var labels = await secret.LabelsTextAsync();
        var another = await fixture.CreateSecretAsync(await secret.TextAsync());
        foreach (var token in new[] { Guid.NewGuid().ToString(), await another.PutChangedAsync("password", "next", "AWSPENDING") })
        {
            (await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync(step, secret.Arn, token)))
                .Problem.ShouldContain("has no version");
        }

        (await secret.LabelsTextAsync()).ShouldBe(labels);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_version_that_lost_AWSPENDING_is_refused_by_every_step(string step)
    {
        var secret = await fixture.CreateAppAsync();
        var token = await secret.PutAsync(await secret.TextAsync());
        await secret.LabelAsync("KEEP", token);
        _ = await secret.PutAsync(await secret.TextAsync());
        _ = await secret.PutAsync(await secret.TextAsync());

        (await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync(step, secret.Arn, token)))
            .Problem.ShouldContain("is not AWSPENDING");
    }

    [Theory]
    [InlineData("createSecret")]
    [InlineData("setSecret")]
    [InlineData("finishSecret")]
    public async Task Every_step_that_changes_something_refuses_disabled_rotation(string step)
    {
        var secret = await fixture.CreateAppAsync();
        var stopped = await fixture.RotateUntilAsync(secret, "setSecret", then: secret.CancelAsync);
        var labels = await secret.LabelsTextAsync();

        var error = await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync(step, secret.Arn, stopped.VersionId));

        error.Problem.ShouldContain("not enabled");
        (await secret.LabelsTextAsync()).ShouldBe(labels);
    }

    [Theory]
    [InlineData("password", "", nameof(SecretMalformedException))]
    [InlineData("password", "md50123456789abcdef0123456789abcdef", nameof(SecretMalformedException))]
    [InlineData("password", "SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy", nameof(SecretMalformedException))]
    [InlineData("host", "localhost", nameof(SecretMismatchException))]
    [InlineData("port", "1", nameof(SecretMismatchException))]
    [InlineData("dbname", "template1", nameof(SecretMismatchException))]
    [InlineData("username", "postgres", nameof(SecretMismatchException))]
    public async Task A_pending_secret_that_cannot_be_right_is_refused_before_any_login(string key, string value, string error)
    {
        var secret = await fixture.CreateAppAsync();
        var token = await secret.PutChangedAsync(key, value, "AWSPENDING");
        var before = await fixture.ConnectionsAsync();

        (await Should.ThrowAsync<FunctionException>(() => fixture.StepAsync("setSecret", secret.Arn, token)))
            .GetType().Name.ShouldBe(error);

        (await fixture.ConnectionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_missing_secret_is_reported()
    {
        var error = await Should.ThrowAsync<SecretsManagerRefusedException>(
            () => fixture.StepAsync("createSecret", "no-such-secret", Guid.NewGuid().ToString()));

        error.Problem.ShouldContain("no secret no-such-secret");
    }
}
