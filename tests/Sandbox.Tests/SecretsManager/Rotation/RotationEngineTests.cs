using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.Tests.SecretsManager.Rotation;

public sealed class RotationEngineTests : SandboxFixture
{
    private const string AllSteps = "createSecret setSecret testSecret finishSecret";

    protected override SandboxOptions Options => new() { RotationRetry = new RotationRetryOptions { Attempts = 2, Delay = TimeSpan.Zero } };

    [Fact]
    public async Task Four_steps_make_the_new_version_current()
    {
        var function = await ReadyAsync();

        var answer = await RotateAsync();
        var outcome = await Sandbox.SecretsManager.WaitForRotationAsync("db");

        answer["VersionId"]!.GetValue<string>().ShouldBe(Token.Of('2'));
        outcome.Result.ShouldBe(RotationResult.Succeeded);
        outcome.Attempts.Single().Steps.Select(step => step.Name).ShouldBe(AllSteps.Split(' '));
        function.Steps.ShouldBe(AllSteps);
        (await LabelsAsync()).ShouldBe("1:AWSPREVIOUS 2:AWSCURRENT+AWSPENDING");
        (await ValueAsync()).ShouldBe("made by " + Token.Of('2'));
    }

    [Fact]
    public async Task The_pending_version_is_empty_before_createSecret()
    {
        var function = await ReadyAsync();
        var (labels, error) = ("", "");
        function.Before = async step =>
        {
            if (step == "createSecret")
            {
                labels = await LabelsAsync();
                error = await RefusedAsync(
                    "GetSecretValue",
                    new JsonObject { ["SecretId"] = "db", ["VersionId"] = Token.Of('2'), ["VersionStage"] = "AWSPENDING" });
            }
        };

        await RotateAndWaitAsync();

        labels.ShouldBe("1:AWSCURRENT 2:AWSPENDING");
        error.ShouldBe($"ResourceNotFoundException: Secrets Manager can't find the specified secret value for VersionId: {Token.Of('2')}");
    }

    [Theory]
    [InlineData("createSecret")]
    [InlineData("setSecret")]
    [InlineData("testSecret")]
    [InlineData("finishSecret")]
    public async Task A_failed_rotation_is_retried_with_the_same_token(string failing)
    {
        var function = await ReadyAsync();
        function.FailOnceAt(failing);

        var outcome = await RotateAndWaitAsync();

        outcome.Result.ShouldBe(RotationResult.Succeeded);
        outcome.Attempts.Count.ShouldBe(2);
        outcome.Attempts[0].Error.ShouldBe($"Error when executing lambda {Sandbox.Functions.ArnOf("rotate")} during {failing} step");
        outcome.Attempts[0].Steps[^1].Invocation.ErrorType.ShouldBe("InvalidOperationException");
        function.Steps.ShouldEndWith(AllSteps);
        function.Received.Select(received => received["ClientRequestToken"]!.GetValue<string>()).Distinct().ShouldBe([Token.Of('2')]);
        (await LabelsAsync()).ShouldBe("1:AWSPREVIOUS 2:AWSCURRENT+AWSPENDING");
    }

    [Fact]
    public async Task RotateSecret_reuses_the_AWSPENDING_of_a_failed_rotation()
    {
        var function = await ReadyAsync();
        function.FailOnceAt("setSecret");
        function.FailOnceAt("setSecret");
        (await RotateAndWaitAsync()).Result.ShouldBe(RotationResult.Failed);
        (await LabelsAsync()).ShouldBe("1:AWSCURRENT 2:AWSPENDING");

        var error = await RefusedAsync("RotateSecret", new JsonObject { ["SecretId"] = "db", ["ClientRequestToken"] = Token.Of('3') });

        error.ShouldBe("InvalidRequestException: A previous rotation isn't complete. That rotation will be reattempted.");
        (await Sandbox.SecretsManager.WaitForRotationAsync("db")).Result.ShouldBe(RotationResult.Succeeded);
        (await LabelsAsync()).ShouldBe("1:AWSPREVIOUS 2:AWSCURRENT+AWSPENDING");
    }

    [Fact]
    public async Task A_function_that_puts_no_value_fails_after_createSecret()
    {
        await CreateAsync();
        Sandbox.Functions.Start("rotate", (_, _) => Task.FromResult<JsonNode?>(null));

        var outcome = await RotateAndWaitAsync();

        outcome.Result.ShouldBe(RotationResult.Failed);
        outcome.Attempts[0].Steps.Count.ShouldBe(1);
        outcome.Attempts[0].Error.ShouldStartWith($"Pending secret version {Token.Of('2')} for Secret ");
    }

    [Fact]
    public async Task A_value_put_by_hand_during_a_rotation_ends_it()
    {
        var function = await ReadyAsync();
        function.Before = step => step == "setSecret" ? PutAsync("by hand", Token.Of('3')) : Task.CompletedTask;

        var outcome = await RotateAndWaitAsync();

        outcome.Result.ShouldBe(RotationResult.Abandoned);
        function.Steps.ShouldBe("createSecret setSecret");
        (await LabelsAsync()).ShouldBe("1:AWSPREVIOUS 3:AWSCURRENT");
        EventNames().ShouldBe(["RotationStarted", "PutSecretValue", "AWSCURRENT", "RotationAbandoned", "PutSecretValue", "RotationFailed"]);
    }

    [Fact]
    public async Task Rotation_stays_off_until_RotateSecret()
    {
        var function = await ReadyAsync();
        function.FailOnceAt("setSecret");
        function.Before = step =>
            step == "setSecret" && function.Received.Count == 2 ? OkAsync("CancelRotateSecret", new JsonObject { ["SecretId"] = "db" })
            : Task.CompletedTask;

        var outcome = await RotateAndWaitAsync();

        outcome.Result.ShouldBe(RotationResult.Failed);
        outcome.Attempts.Count.ShouldBe(1);
        (await LabelsAsync()).ShouldBe("1:AWSCURRENT 2:AWSPENDING");
        (await OkAsync("DescribeSecret", new JsonObject { ["SecretId"] = "db" }))["RotationEnabled"]!.GetValue<bool>().ShouldBeFalse();

        await OkAsync(
            "UpdateSecretVersionStage",
            new JsonObject { ["SecretId"] = "db", ["VersionStage"] = "AWSPENDING", ["RemoveFromVersionId"] = Token.Of('2') });
        await OkAsync("RotateSecret", new JsonObject { ["SecretId"] = "db", ["ClientRequestToken"] = Token.Of('3') });
        (await Sandbox.SecretsManager.WaitForRotationAsync("db")).Result.ShouldBe(RotationResult.Succeeded);
        (await OkAsync("DescribeSecret", new JsonObject { ["SecretId"] = "db" }))["RotationEnabled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Without_RotateImmediately_only_testSecret_runs()
    {
        var function = await ReadyAsync();
        var pending = "";
        function.Before = async _ => pending = await ValueAsync("AWSPENDING");

        var outcome = await RotateAndWaitAsync(immediately: false);

        outcome.IsTest.ShouldBeTrue();
        outcome.Result.ShouldBe(RotationResult.Succeeded);
        function.Steps.ShouldBe("testSecret");
        pending.ShouldBe("one");
        (await LabelsAsync()).ShouldBe("1:AWSCURRENT");
        EventNames().ShouldBe(["TestRotationStarted", "TestRotationSucceeded"]);
    }

    [Fact]
    public async Task The_events_of_a_rotation_hold_no_value()
    {
        await ReadyAsync();
        var arn = (await RotateAndWaitAsync()).SecretArn;

        EventNames().ShouldBe(["RotationStarted", "PutSecretValue", "AWSCURRENT", "UpdateSecretVersionStage", "RotationSucceeded"]);
        var label = Events.Single(one => one["detail-type"]!.GetValue<string>() == "Secret Label Updated");
        label["resources"]!.AsArray().Single()!.GetValue<string>().ShouldBe(arn);
        label["detail"]!["versionId"]!.GetValue<string>().ShouldBe(Token.Of('2'));
        label["detail"]!["name"]!.GetValue<string>().ShouldBe("db");
        var succeeded = Events[^1];
        succeeded["resources"]!.AsArray().Count.ShouldBe(0);
        succeeded["detail"]!["additionalEventData"]!["SecretId"]!.GetValue<string>().ShouldBe(arn);
        Events.ShouldAllBe(one => !one.ToJsonString().Contains("made by", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer()
    {
        var function = await ReadyAsync();
        JsonObject? repeated = null;
        function.Before = async step => repeated = step == "setSecret" ? await RotateAsync() : repeated;

        await RotateAndWaitAsync();

        repeated!["VersionId"]!.GetValue<string>().ShouldBe(Token.Of('2'));
        function.Steps.ShouldBe(AllSteps);
    }

    private async Task<RotationFunction> ReadyAsync()
    {
        await CreateAsync();
        Events.Clear();
        var function = new RotationFunction(Sandbox.SecretsManager);
        Sandbox.Functions.Start("rotate", function.HandleAsync);
        return function;
    }

    private async Task<RotationOutcome> RotateAndWaitAsync(bool immediately = true)
    {
        await RotateAsync(immediately);
        return await Sandbox.SecretsManager.WaitForRotationAsync("db");
    }

    private Task<JsonObject> RotateAsync(bool immediately = true) => OkAsync("RotateSecret", new()
    {
        ["SecretId"] = "db",
        ["ClientRequestToken"] = Token.Of('2'),
        ["RotationLambdaARN"] = Sandbox.Functions.ArnOf("rotate"),
        ["RotateImmediately"] = immediately,
    });

    private List<string> EventNames()
    {
        lock (Events)
        {
            return [.. Events.Select(one => (one["detail"]!["eventName"] ?? one["detail"]!["labelUpdated"])!.GetValue<string>())];
        }
    }
}
