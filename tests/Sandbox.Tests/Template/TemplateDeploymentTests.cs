namespace RotationLambdas.Sandbox.Tests.Template;

public sealed class TemplateDeploymentTests : SandboxFixture
{
    private Stack _stack = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _stack = ExampleStack.Template.Resolve(ExampleStack.Settings with { Endpoint = Sandbox.Endpoint }, ExampleStack.EverythingOn);
    }

    [Fact]
    public void Queues_rules_and_functions_are_those_of_the_template()
    {
        Deploy(_stack);

        var queue = Queue("RedeploymentQueue");
        queue.Settings.VisibilityTimeout.ShouldBe(TimeSpan.FromSeconds(3900));
        queue.Settings.MaxReceiveCount.ShouldBe(5);
        queue.Settings.DeadLetterTargetArn.ShouldBe(Queue("RedeploymentDeadLetterQueue").Arn);
        queue.Url.ShouldBe(_stack.Outputs["RedeploymentQueueUrl"]);
        Sandbox.Functions.Find(_stack.Outputs["RotationFunctionArn"]).ShouldNotBeNull();
        var mapping = Sandbox.Sqs.EventSourceMappings.ShouldHaveSingleItem().Settings;
        (mapping.BatchSize, mapping.BatchingWindow, mapping.MaximumConcurrency, mapping.ReportBatchItemFailures)
            .ShouldBe((100, TimeSpan.FromSeconds(30), 2, true));
        _stack.Rules.ShouldAllBe(rule => Sandbox.EventBridge.Rule(rule.Name).Settings.ScheduleExpression == rule.ScheduleExpression);
    }

    [Theory]
    [InlineData("aws.secretsmanager", "Secret Label Updated", """{"name":"a","labelUpdated":"AWSCURRENT","versionId":"1"}""", 1)]
    [InlineData("aws.secretsmanager", "Secret Label Updated", """{"name":"a","labelUpdated":"custom","versionId":"1"}""", 1)]
    [InlineData("aws.secretsmanager", "AWS Service Event via CloudTrail", """{"eventName":"RotationSucceeded"}""", 1)]
    [InlineData("aws.secretsmanager", "AWS Service Event via CloudTrail", """{"eventName":"TestRotationSucceeded"}""", 0)]
    [InlineData("aws.secretsmanager", "AWS API Call via CloudTrail", """{"eventName":"PutSecretValue"}""", 1)]
    [InlineData("aws.secretsmanager", "AWS API Call via CloudTrail", """{"eventName":"UpdateSecret"}""", 1)]
    [InlineData("aws.secretsmanager", "AWS API Call via CloudTrail", """{"eventName":"UpdateSecretVersionStage"}""", 1)]
    [InlineData("aws.secretsmanager", "AWS API Call via CloudTrail", """{"eventName":"TagResource"}""", 0)]
    [InlineData("aws.ssm", "Parameter Store Change", """{"name":"a","operation":"Update"}""", 1)]
    [InlineData("aws.ssm", "Parameter Store Change", """{"name":"a","operation":"Delete"}""", 0)]
    [InlineData("aws.ecs", "ECS Deployment State Change", """{"eventName":"SERVICE_DEPLOYMENT_FAILED"}""", 1)]
    [InlineData("aws.ecs", "ECS Deployment State Change", """{"eventName":"SERVICE_DEPLOYMENT_IN_PROGRESS"}""", 0)]
    [InlineData("aws.ecs", "ECS Task State Change", """{"lastStatus":"STOPPED"}""", 0)]
    public void The_queue_receives_every_event_about_a_changed_secret(string source, string detailType, string detail, int messages)
    {
        Deploy(_stack, "PostgresRotationFunction");

        Sandbox.Events.Publish(AwsEvent.Create(Sandbox.Options, source, detailType, JsonNode.Parse(detail)!.AsObject()));

        Queue("RedeploymentQueue").ApproximateNumberOfMessages.ShouldBe(messages);
    }

    [Theory]
    [InlineData("PostgresRotationRole", "LambdaReadsNetwork", "DescribeSubnets on EC2")]
    [InlineData("PostgresRotationRole", "LambdaAttachesToNetwork", "CreateNetworkInterface on EC2")]
    [InlineData("EcsRedeploymentRole", "ReceiveFromQueue", "ReceiveMessage on SQS")]
    [InlineData("EcsRedeploymentRole", "DecryptQueue", "Decrypt on KMS")]
    public void A_missing_right_of_Lambda_fails_the_deployment(string role, string sid, string missing)
    {
        var without = _stack.With(role, statements => statements.Where(statement => statement.Sid != sid));

        Should.Throw<TemplateException>(() => Deploy(without))
            .Message.ShouldEndWith($"The provided execution role does not have permissions to call {missing}");
    }

    [Fact]
    public void A_queue_that_shuts_out_a_rule_is_noticed_when_it_is_deployed()
    {
        var shut = _stack with { Queues = [.. _stack.Queues.Select(queue => queue with { Policy = [] })] };

        Should.Throw<TemplateException>(() => Deploy(shut)).Message.ShouldContain("does not let rotation-SecretLabelUpdatedRule-");
    }

    [Fact]
    public void What_was_used_and_what_was_not_is_known_afterwards()
    {
        var usage = Deploy(_stack).Guard.Usage;

        usage.Uses["PostgresRotationRole/LambdaAttachesToNetwork: ec2:CreateNetworkInterface"].ShouldBe(1);
        usage.Unused.ShouldContain("PostgresRotationRole/RotateSecretsOfThisFunction");
        usage.Unused.ShouldNotContain("PostgresRotationRole/LambdaAttachesToNetwork");
        usage.UnusedActions.ShouldContain("PostgresRotationRole/RotateSecretsOfThisFunction: secretsmanager:PutSecretValue");
    }

    [Fact]
    public void A_statement_that_nothing_needs_is_reported()
    {
        var surplus =
            new PolicyStatement
            {
                Sid = "Surplus",
                Effect = PolicyEffect.Allow,
                Actions = ["s3:GetObject"],
                Resources = ["arn:aws:s3:::bucket/*"]
            };

        var usage = Deploy(_stack.With("EcsRedeploymentRole", statements => statements.Append(surplus))).Guard.Usage;

        usage.Unused.ShouldContain("EcsRedeploymentRole/Surplus");
    }

    [Fact]
    public void A_statement_that_another_one_covers_is_reported()
    {
        var broad = new PolicyStatement { Sid = "Broad", Effect = PolicyEffect.Allow, Actions = ["ec2:*"], Resources = ["*"] };

        var usage = Deploy(_stack.With("PostgresRotationRole", statements => statements.Append(broad))).Guard.Usage;

        usage.Dispensable.ShouldBe(["PostgresRotationRole/LambdaReadsNetwork", "PostgresRotationRole/LambdaAttachesToNetwork"]);
    }

    private MessageQueue Queue(string id) => Sandbox.Sqs.Find(_stack.Queues.Single(queue => queue.LogicalId == id).Name)!;

    private TemplateDeployment Deploy(Stack stack, params string[] functions) => TemplateDeployment.Deploy(
        Sandbox,
        stack,
        (functions is [] ? stack.Functions.Select(function => function.LogicalId) : functions)
            .ToDictionary(id => id, _ => Path.Combine(AppContext.BaseDirectory, "Lambda", "Package")));
}
