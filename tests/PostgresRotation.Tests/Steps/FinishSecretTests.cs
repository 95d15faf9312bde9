using System.Text.Json.Nodes;
using RotationLambdas.PostgresRotation.Errors;
using RotationLambdas.PostgresRotation.Tests.Scenarios;
using RotationLambdas.Sandbox.Faults;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.PostgresRotation.Tests.Steps;

[Collection(RotationSandbox.Collection)]
public sealed class FinishSecretTests(RotationSandbox fixture) : IDisposable
{
    public void Dispose() => fixture.Reset();

    [Fact]
    public async Task Before_setSecret_was_effective_it_is_refused_and_AWSCURRENT_stays()
    {
        AppSecret secret = await fixture.CreateAppAsync();
        AppValue before = await secret.ValueAsync();
        string token = await secret.PutChangedAsync("password", "not set yet", "AWSPENDING");

        RotationNotReadyException error = await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync("finishSecret", secret.Arn, token));

        error.Problem.ShouldContain("setSecret has not taken effect");
        (await secret.ValueAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task AWSPENDING_stays_on_the_version_and_AWSPREVIOUS_follows()
    {
        AppSecret secret = await fixture.CreateAppAsync();
        string before = (await secret.HolderAsync("AWSCURRENT"))!;

        RotationOutcome outcome = await fixture.RotateAsync(secret);

        Dictionary<string, List<string>> labels = await secret.LabelsAsync();
        labels[outcome.VersionId].ShouldBe(["AWSCURRENT", "AWSPENDING"], ignoreOrder: true);
        labels[before].ShouldBe(["AWSPREVIOUS"]);
    }

    [Fact]
    public async Task A_lost_answer_to_the_label_move_is_no_failure()
    {
        AppSecret secret = await fixture.CreateAppAsync();
        FaultRule lost = fixture.Sandbox.Faults.Add(new FaultRule { Action = FaultAction.LoseReply, Operation = "UpdateSecretVersionStage" });

        (await fixture.RotateAsync(secret)).ShouldSucceed();

        lost.Fired.ShouldBe(1);
    }

    [Fact]
    public async Task A_label_that_somebody_else_moved_meanwhile_is_not_taken_away_again()
    {
        FakeDatabase database = UseFakeDatabase();
        AppSecret secret = await fixture.CreateSecretAsync(Value);
        _ = await fixture.RotateUntilAsync(secret, "testSecret");
        string token = (await secret.HolderAsync("AWSPENDING"))!;
        string byHand = "";

        // The login comes between finishSecret's look at the versions and its move.
        database.BeforeLogin = async () => byHand = await secret.PutChangedAsync("password", "moved by hand");

        RotationNotReadyException error = await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync("finishSecret", secret.Arn, token));

        error.Problem.ShouldContain("was moved to another version");
        (await secret.HolderAsync("AWSCURRENT")).ShouldBe(byHand);
    }

    [Fact]
    public async Task The_log_says_where_the_label_was_and_where_it_is()
    {
        _ = UseFakeDatabase();
        AppSecret secret = await fixture.CreateSecretAsync(Value);
        string before = (await secret.HolderAsync("AWSCURRENT"))!;

        RotationOutcome outcome = await fixture.RotateAsync(secret);

        outcome.ShouldSucceed();
        fixture.Log.ShouldContain($"AWSCURRENT moved from version {before} to {outcome.VersionId}.");
    }

    [Fact]
    public async Task What_a_rotation_has_proven_is_of_no_use_once_its_label_was_moved()
    {
        FakeDatabase database = UseFakeDatabase();
        fixture.KeepsHandler = true;
        AppSecret secret = await fixture.CreateSecretAsync(Value);
        RotationOutcome outcome = await fixture.RotateAsync(secret);
        outcome.ShouldSucceed();

        // Within the minute somebody goes back to the old password, in the database and in the secret.
        database.Passwords["app"] = "old";
        await secret.MoveCurrentAsync(from: outcome.VersionId, to: (await secret.HolderAsync("AWSPREVIOUS"))!);

        _ = await Should.ThrowAsync<RotationNotReadyException>(() => fixture.StepAsync("finishSecret", secret.Arn, outcome.VersionId));
        (await secret.ValueAsync()).Password.ShouldBe("old");
    }

    private static JsonObject Value => new() { ["username"] = "app", ["password"] = "old", ["host"] = "db.example.com" };

    private FakeDatabase UseFakeDatabase()
    {
        FakeDatabase database = new() { Passwords = { ["app"] = "old" } };
        fixture.InsteadOfPostgres = database;
        return database;
    }
}
