using RotationLambdas.Sandbox.Faults;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>A person with the console open, and the secret of the role <c>app</c> in a fixture of its own.</summary>
internal sealed class Operator : IAsyncDisposable
{
    public const string FirstPassword = "the-first-password";

    private readonly Caller _caller = new("administrator", null, "arn:aws:iam::123456789012:root");

    private Operator(RotationFixture fixture, string secret) => (Fixture, Secret) = (fixture, secret);

    public RotationFixture Fixture { get; }

    /// <summary>The secret's ARN.</summary>
    public string Secret { get; }

    /// <summary>Makes the fixture, the role and its secret.</summary>
    /// <param name="withSuperuser">Whether the secret names the superuser's, by which two users alternate.</param>
    /// <param name="recoverable">Whether the operator lists the role, and its second user, as recoverable.</param>
    public static async Task<Operator> StartAsync(
        bool withSuperuser = false, RotationFixtureOptions? options = null, bool recoverable = false)
    {
        var fixture = await RotationFixture.StartAsync((options ?? new()) with { TrustSettingsInSecret = recoverable });
        var secret = await fixture.CreateRoleWithSecretAsync("app", FirstPassword, withSuperuser ? fixture.SuperuserArn : null);
        if (recoverable)
        {
            await fixture.AllowRecoveryAsync(secret, "app", "app_clone");
        }

        return new(fixture, secret);
    }

    /// <summary>Rotates, and stops the rotation after a step: the function's process dies before the next one has done anything.</summary>
    /// <returns>The version that the rotation was making.</returns>
    public Task<string> RotateUntilAsync(string step) => RotateUntilAsync(step, _ => { });

    /// <summary>Rotates, stops the rotation after a step, and does something to it at that moment.</summary>
    /// <param name="step">The last step that is run.</param>
    /// <param name="mistake">What is done; it receives the version that the rotation is making.</param>
    public async Task<string> RotateUntilAsync(string step, Action<string> mistake)
    {
        void Stop(object? sender, RotationStepEventArgs ended)
        {
            if (ended.Step.Name == step)
            {
                Fixture.Sandbox.Faults.Add(new FaultRule { Action = FaultAction.KillCallerBefore, Caller = RotationFixture.Function });
                mistake(ended.VersionId);
            }
        }

        Fixture.Sandbox.SecretsManager.StepEnded += Stop;
        var report = await Fixture.RotateAsync(Secret);
        Fixture.Sandbox.SecretsManager.StepEnded -= Stop;
        Fixture.Sandbox.Faults.Clear();
        report.Succeeded.ShouldBeFalse(report.Explanation);
        return report.Outcome.VersionId;
    }

    /// <summary>Lets Secrets Manager repeat the rotation that is not complete.</summary>
    public async Task<RotationOutcome> RetryAsync()
    {
        var refusal = await Should.ThrowAsync<AwsServiceException>(() => Fixture.RotateAsync(Secret));
        refusal.Message.ShouldContain("will be reattempted");
        return await Fixture.Sandbox.SecretsManager.WaitForRotationAsync(Secret);
    }

    /// <summary>Turns rotation on without rotating, which runs testSecret alone.</summary>
    public async Task EnableAsync()
    {
        Do("RotateSecret", new()
        {
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            ["RotateImmediately"] = false,
            ["RotationLambdaARN"] = Fixture.Sandbox.Functions.ArnOf(RotationFixture.Function),
            ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 30 },
        });
        (await Fixture.Sandbox.SecretsManager.WaitForRotationAsync(Secret)).Result.ShouldBe(RotationResult.Succeeded);
    }

    /// <summary>Rotates, cancels that after a step, and takes AWSPENDING away, as one does after a rotation that will never end.</summary>
    /// <returns>The version that the rotation was making.</returns>
    public async Task<string> CancelAfterAsync(string step)
    {
        var version = await RotateUntilAsync(step);
        Do("CancelRotateSecret", []);
        await Fixture.ForgetPendingAsync(Secret);
        return version;
    }

    /// <summary>Puts AWSPENDING on a version.</summary>
    public void LabelPending(string version) =>
        Do("UpdateSecretVersionStage", new() { ["VersionStage"] = "AWSPENDING", ["MoveToVersionId"] = version });

    /// <summary>Writes a new version with another password.</summary>
    public async Task OverwriteAsync(string label, string password) =>
        Overwrite(label, await Fixture.ValueAsync(Secret) with { Password = password });

    /// <summary>Writes a new version.</summary>
    public void Overwrite(string label, TestSecret value) => Do("PutSecretValue", new()
    {
        ["ClientRequestToken"] = Guid.NewGuid().ToString(),
        ["SecretString"] = value.ToJson().ToJsonString(),
        ["VersionStages"] = new JsonArray(label),
    });

    /// <summary>The next rotation succeeds, and the password that AWSCURRENT has then is the one that the database has.</summary>
    public async Task ShouldRotateAsync()
    {
        var before = await Fixture.ValueAsync(Secret);
        await Fixture.RotateWithSuccessAsync(Secret);
        await ShouldHaveMovedOnFromAsync(before);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Fixture.DisposeAsync();

    /// <summary>AWSCURRENT is another credential than before, and works.</summary>
    public async Task ShouldHaveMovedOnFromAsync(TestSecret before)
    {
        var after = await Fixture.ValueAsync(Secret);
        after.Password.ShouldNotBe(before.Password);
        (await Fixture.Database.AcceptsAsync(after.User, after.Password)).ShouldBeTrue();
    }

    // Straight to the service, so that it is done before the rotation goes on.
    private void Do(string operation, JsonObject input)
    {
        input["SecretId"] = Secret;
        var answer = Fixture.Sandbox.SecretsManager.CallAsync(
            new AwsCall("secretsmanager", operation, input, _caller, CancellationToken.None));
        answer.IsCompletedSuccessfully.ShouldBeTrue(answer.Exception?.Message);
    }
}
