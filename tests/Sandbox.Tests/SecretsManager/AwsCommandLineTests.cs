using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.Tests.SecretsManager;

/// <summary>What a person types.</summary>
public sealed class AwsCommandLineTests : SandboxFixture
{
    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Creates_rotates_and_describes_a_secret()
    {
        var aws = new AwsCommandLine(Sandbox.Endpoint);
        Sandbox.Functions.Start("rotate", new RotationFunction(Sandbox.SecretsManager).HandleAsync);

        var created = await aws.RunAsync(
            "secretsmanager", "create-secret", "--name", "db", "--secret-string", """{"username":"app","password":"ü&<"}""", "--tags",
            "Key=a,Value=b");
        var rotated = await aws.RunAsync(
            "secretsmanager", "rotate-secret", "--secret-id", "db", "--rotation-lambda-arn", Sandbox.Functions.ArnOf("rotate"),
            "--rotation-rules", "AutomaticallyAfterDays=30");
        (await Sandbox.SecretsManager.WaitForRotationAsync("db")).Result.ShouldBe(RotationResult.Succeeded);
        var described = await aws.RunAsync("secretsmanager", "describe-secret", "--secret-id", "db");
        var value = await aws.RunAsync(
            "secretsmanager", "get-secret-value", "--secret-id", created["ARN"]!.GetValue<string>(), "--version-stage", "AWSPREVIOUS");
        var versions = await aws.RunAsync("secretsmanager", "list-secret-version-ids", "--secret-id", "db", "--include-deprecated");
        var cancelled = await aws.RunAsync("secretsmanager", "cancel-rotate-secret", "--secret-id", "db");
        var after = await aws.RunAsync("secretsmanager", "describe-secret", "--secret-id", "db");

        var versionId = rotated["VersionId"]!.GetValue<string>();
        described["RotationEnabled"]!.GetValue<bool>().ShouldBeTrue();
        described["RotationRules"]!["AutomaticallyAfterDays"]!.GetValue<int>().ShouldBe(30);
        described["VersionIdsToStages"]![versionId]!.AsArray().Select(stage => stage!.GetValue<string>()).ShouldContain("AWSCURRENT");
        value["SecretString"]!.GetValue<string>().ShouldBe("""{"username":"app","password":"ü&<"}""");
        versions["Versions"]!.AsArray().Count.ShouldBe(2);
        cancelled["Name"]!.GetValue<string>().ShouldBe("db");
        after["RotationEnabled"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Shows_an_error_of_the_service()
    {
        var said = await new AwsCommandLine(Sandbox.Endpoint).FailAsync("secretsmanager", "get-secret-value", "--secret-id", "gone");

        said.ShouldBe(
            "An error occurred (ResourceNotFoundException) when calling the GetSecretValue operation: Secrets Manager can't find the "
                + "specified secret.");
    }

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Names_calls_that_the_sandbox_lacks_in_every_protocol()
    {
        var aws = new AwsCommandLine(Sandbox.Endpoint);
        var offered = ". It offers Secrets Manager, ECS, EventBridge, SQS and Lambda's Invoke.";

        (await aws.FailAsync("logs", "describe-log-groups"))
            .ShouldEndWith("The sandbox does not offer Logs_20140328.DescribeLogGroups" + offered);
        (await aws.FailAsync("ssm", "get-parameter", "--name", "x"))
            .ShouldEndWith("The sandbox does not offer AmazonSSM.GetParameter" + offered);
        (await aws.FailAsync("cloudformation", "describe-stacks"))
            .ShouldEndWith("The sandbox does not offer DescribeStacks (version 2010-05-15)" + offered);
        (await aws.FailAsync("lambda", "list-functions"))
            .ShouldEndWith("The sandbox does not offer GET /2015-03-31/functions" + offered);
    }

    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task A_function_is_invoked()
    {
        Sandbox.Functions.Start("echo", (given, _) => Task.FromResult<JsonNode?>(given));
        var (payload, file) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllTextAsync(payload, """{"a":1}""");

        var answer = await new AwsCommandLine(Sandbox.Endpoint)
            .RunAsync("lambda", "invoke", "--function-name", "echo", "--payload", "fileb://" + payload, file);

        answer["StatusCode"]!.GetValue<int>().ShouldBe(200);
        (await File.ReadAllTextAsync(file)).ShouldBe("""{"a":1}""");
        File.Delete(payload);
        File.Delete(file);
    }
}
