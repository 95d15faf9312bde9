namespace RotationLambdas.Sandbox.Tests.SecretsManager;

public sealed class AwsCommandLineTests : SandboxFixture
{
    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Names_calls_that_the_sandbox_lacks_in_every_protocol()
    {
        var offered = ". It offers Secrets Manager, ECS, EventBridge, SQS, two calls of RDS and Lambda's Invoke.";

        (await FailAsync("logs", "describe-log-groups"))
            .ShouldEndWith("The sandbox does not offer Logs_20140328.DescribeLogGroups" + offered);
        (await FailAsync("ssm", "get-parameter", "--name", "x"))
            .ShouldEndWith("The sandbox does not offer AmazonSSM.GetParameter" + offered);
        (await FailAsync("cloudformation", "describe-stacks"))
            .ShouldEndWith("The sandbox does not offer DescribeStacks (version 2010-05-15)" + offered);
        (await FailAsync("lambda", "list-functions"))
            .ShouldEndWith("The sandbox does not offer GET /2015-03-31/functions" + offered);
    }

    private async Task<string> FailAsync(params string[] arguments) =>
        (await Command.AwsAsync(Sandbox.Endpoint, arguments)).Failed().Trim();
}
