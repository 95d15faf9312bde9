using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Tests.Scenarios;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.PostgresRotation.Tests.Steps;

[Collection(RotationSandbox.Collection)]
public sealed class TestSecretTests(RotationSandbox world) : IDisposable
{
    public void Dispose() => world.Reset();

    [Fact]
    public async Task A_failed_test_puts_the_current_password_back()
    {
        world.Environment["TEST_QUERY"] = "SELECT * FROM there_is_no_such_table";
        AppSecret secret = await world.CreateAppAsync();
        AppValue before = await secret.ValueAsync();

        RotationOutcome outcome = await world.RotateAsync(secret);

        outcome.Attempts[^1].Steps[^1].Name.ShouldBe("testSecret");
        outcome.ShouldFailWith<CredentialUnusableException>();
        (await secret.ValueAsync()).ShouldBe(before);
        (await world.AcceptsAsync(before)).ShouldBeTrue();
        (await world.AcceptsAsync(await secret.ValueAsync("AWSPENDING"))).ShouldBeFalse();
        world.Log.ShouldContain($"the database accepts the AWSCURRENT password of {before.UserName}");
        world.Log.ShouldNotContain("and is what it should be");
    }

    [Fact]
    public async Task After_the_cause_is_mended_the_same_token_succeeds()
    {
        world.Environment["TEST_QUERY"] = "SELECT * FROM there_is_no_such_table";
        AppSecret secret = await world.CreateAppAsync();
        RotationOutcome failed = await world.RotateAsync(secret);
        world.Environment["TEST_QUERY"] = "SELECT 1";

        RotationOutcome retried = await world.RetryAsync(secret);

        retried.ShouldSucceed();
        retried.VersionId.ShouldBe(failed.VersionId);

        (await world.AcceptsAsync(await secret.ValueAsync())).ShouldBeTrue();
    }

    [Fact]
    public async Task A_test_before_setSecret_leaves_the_current_password_alone()
    {
        AppSecret secret = await world.CreateAppAsync();
        AppValue before = await secret.ValueAsync();
        string token = await secret.PutChangedAsync("password", "not set yet", "AWSPENDING");

        await Should.ThrowAsync<LoginRefusedException>(() => world.StepAsync("testSecret", secret.Arn, token));

        (await world.AcceptsAsync(before)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_test_of_alternating_users_leaves_the_current_user_alone()
    {
        world.Environment["TEST_QUERY"] = "SELECT * FROM there_is_no_such_table";
        AppSecret superuser = await world.CreateSuperuserAsync();
        AppSecret secret = await world.CreateAppAsync(superuser);
        AppValue before = await secret.ValueAsync();

        (await world.RotateAsync(secret)).Result.ShouldBe(RotationResult.Failed);

        (await world.AcceptsAsync(before)).ShouldBeTrue();
        world.Log.ShouldNotContain("AWSCURRENT password of");
    }

    [Fact]
    public async Task A_version_without_a_value_is_reported_as_what_it_is()
    {
        AppSecret secret = await world.CreateAppAsync();
        world.BeforeStep = _ => throw new OperationCanceledException();
        RotationOutcome empty = await world.RotateAsync(secret);
        world.BeforeStep = _ => Task.CompletedTask;

        RotationNotReadyException error = await Should.ThrowAsync<RotationNotReadyException>(() => world.StepAsync("testSecret", secret.Arn, empty.VersionId));

        error.Problem.ShouldContain("has no value");
    }
}
