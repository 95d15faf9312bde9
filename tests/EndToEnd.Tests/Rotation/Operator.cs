using System.Text.Json.Nodes;
using RotationLambdas.EndToEnd.Tests.Databases;
using RotationLambdas.EndToEnd.Tests.Fixtures;
using RotationLambdas.Sandbox.Faults;
using RotationLambdas.Sandbox.SecretsManager.Rotation;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.EndToEnd.Tests.Rotation;

/// <summary>A person with the console open, and one secret.</summary>
internal sealed class Operator(RotationWorld world, string secret)
{
    private readonly Caller _caller = new("administrator", null, "arn:aws:iam::123456789012:root");

    /// <summary>Rotates, and stops the rotation after a step: the function's process dies before the next one has done anything.</summary>
    /// <returns>The version that the rotation was making.</returns>
    public Task<string> RotateUntilAsync(string step) => RotateUntilAsync(step, _ => { });

    /// <summary>Rotates, stops the rotation after a step, and does something to it at that moment.</summary>
    /// <param name="step">The last step that is run.</param>
    /// <param name="mistake">What is done; it is told the version that the rotation is making.</param>
    public async Task<string> RotateUntilAsync(string step, Action<string> mistake)
    {
        void Stop(object? sender, RotationStepEventArgs ended)
        {
            if (ended.Step.Name == step)
            {
                world.Sandbox.Faults.Add(new FaultRule { Action = FaultAction.KillCallerBefore, Caller = RotationWorld.Function });
                mistake(ended.VersionId);
            }
        }

        world.Sandbox.SecretsManager.StepEnded += Stop;
        var report = await world.RotateAsync(secret);
        world.Sandbox.SecretsManager.StepEnded -= Stop;
        world.Sandbox.Faults.Clear();
        report.Succeeded.ShouldBeFalse(report.Explanation);
        return report.Outcome.VersionId;
    }

    /// <summary>Lets Secrets Manager repeat the rotation that is not complete.</summary>
    public async Task<RotationOutcome> RetryAsync()
    {
        var refusal = await Should.ThrowAsync<AwsServiceException>(() => world.RotateAsync(secret));
        refusal.Message.ShouldContain("will be reattempted");
        return await world.Sandbox.SecretsManager.WaitForRotationAsync(secret);
    }

    /// <summary>Turns rotation on again without rotating, which runs testSecret alone.</summary>
    public async Task EnableAsync()
    {
        Do("RotateSecret", new()
        {
            ["ClientRequestToken"] = Guid.NewGuid().ToString(),
            ["RotateImmediately"] = false,
            ["RotationLambdaARN"] = world.Sandbox.Functions.ArnOf(RotationWorld.Function),
            ["RotationRules"] = new JsonObject { ["AutomaticallyAfterDays"] = 30 },
        });
        (await world.Sandbox.SecretsManager.WaitForRotationAsync(secret)).Result.ShouldBe(RotationResult.Succeeded);
    }

    /// <summary>Cancels rotation.</summary>
    public void Cancel() => Do("CancelRotateSecret", []);

    /// <summary>Puts AWSPENDING on a version.</summary>
    public void LabelPending(string version) => Do("UpdateSecretVersionStage", new() { ["VersionStage"] = "AWSPENDING", ["MoveToVersionId"] = version });

    /// <summary>Writes a new version with another password.</summary>
    public async Task OverwriteAsync(string label, string password) => Overwrite(label, await world.ValueAsync(secret) with { Password = password });

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
        var before = await world.ValueAsync(secret);
        await world.RotateWithSuccessAsync(secret);
        await ShouldHaveMovedOnFromAsync(before);
    }

    /// <summary>AWSCURRENT is another credential than before, and works.</summary>
    public async Task ShouldHaveMovedOnFromAsync(TestSecret before)
    {
        var after = await world.ValueAsync(secret);
        after.Password.ShouldNotBe(before.Password);
        (await world.Database.AcceptsAsync(after.User, after.Password)).ShouldBeTrue();
    }

    // Straight to the service, so that it is done before the rotation goes on.
    private void Do(string operation, JsonObject input)
    {
        input["SecretId"] = secret;
        var answer = world.Sandbox.SecretsManager.CallAsync(new AwsCall("secretsmanager", operation, input, _caller, CancellationToken.None));
        answer.IsCompletedSuccessfully.ShouldBeTrue(answer.Exception?.Message);
    }
}
