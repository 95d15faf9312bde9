using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Tests.Scenarios;
using RotationLambdas.Sandbox.Faults;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.PostgresRotation.Tests.Steps;

[Collection(RotationSandbox.Collection)]
public sealed class FinishSecretTests(RotationSandbox world) : IDisposable
{
    public void Dispose() => world.Reset();

    [Fact]
    public async Task Before_setSecret_was_effective_it_is_refused_and_AWSCURRENT_stays()
    {
        AppSecret secret = await world.CreateAppAsync();
        AppValue before = await secret.ValueAsync();
        string token = await secret.PutChangedAsync("password", "not set yet", "AWSPENDING");

        RotationNotReadyException error = await Should.ThrowAsync<RotationNotReadyException>(() => world.StepAsync("finishSecret", secret.Arn, token));

        error.Problem.ShouldContain("setSecret has not taken effect");
        (await secret.ValueAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task AWSPENDING_stays_on_the_version_and_AWSPREVIOUS_follows()
    {
        AppSecret secret = await world.CreateAppAsync();
        string before = (await secret.HolderAsync("AWSCURRENT"))!;

        RotationOutcome outcome = await world.RotateAsync(secret);

        Dictionary<string, List<string>> labels = await secret.LabelsAsync();
        labels[outcome.VersionId].ShouldBe(["AWSCURRENT", "AWSPENDING"], ignoreOrder: true);
        labels[before].ShouldBe(["AWSPREVIOUS"]);
    }

    [Fact]
    public async Task A_lost_answer_to_the_label_move_is_no_failure()
    {
        AppSecret secret = await world.CreateAppAsync();
        FaultRule lost = world.Sandbox.Faults.Add(new FaultRule { Action = FaultAction.LoseReply, Operation = "UpdateSecretVersionStage" });

        (await world.RotateAsync(secret)).ShouldSucceed();

        lost.Fired.ShouldBe(1);
    }

    [Fact]
    public async Task A_label_that_somebody_else_moved_meanwhile_is_not_taken_away_again()
    {
        AppSecret secret = await world.CreateAppAsync();
        _ = await world.RotateUntilAsync(secret, "testSecret");
        string token = (await secret.HolderAsync("AWSPENDING"))!;
        bool moved = false;
        world.Sandbox.Calls.Added += async (_, call) =>
        {
            // Between finishSecret's look at the versions and its move.
            if (call.Call.Operation == "GetSecretValue" && !moved)
            {
                moved = true;
                _ = await secret.PutChangedAsync("password", "moved by hand");
            }
        };

        RotationNotReadyException error = await Should.ThrowAsync<RotationNotReadyException>(() => world.StepAsync("finishSecret", secret.Arn, token));

        error.Problem.ShouldContain("AWSCURRENT");
    }
}
