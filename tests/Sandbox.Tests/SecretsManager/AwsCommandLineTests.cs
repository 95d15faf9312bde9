namespace RotationLambdas.Sandbox.Tests.SecretsManager;

public sealed class AwsCommandLineTests : SandboxFixture
{
    [Trait("Needs", "aws")]
    [ToolFact("aws")]
    public async Task Names_calls_that_the_sandbox_lacks_in_every_protocol()
    {
        var aws = new AwsCommandLine(Sandbox.Endpoint);
        var offered = ". It offers Secrets Manager, ECS, EventBridge, SQS, two calls of RDS and Lambda's Invoke.";

        (await aws.FailAsync("logs", "describe-log-groups"))
            .ShouldEndWith("The sandbox does not offer Logs_20140328.DescribeLogGroups" + offered);
        (await aws.FailAsync("ssm", "get-parameter", "--name", "x"))
            .ShouldEndWith("The sandbox does not offer AmazonSSM.GetParameter" + offered);
        (await aws.FailAsync("cloudformation", "describe-stacks"))
            .ShouldEndWith("The sandbox does not offer DescribeStacks (version 2010-05-15)" + offered);
        (await aws.FailAsync("lambda", "list-functions"))
            .ShouldEndWith("The sandbox does not offer GET /2015-03-31/functions" + offered);
    }
}
