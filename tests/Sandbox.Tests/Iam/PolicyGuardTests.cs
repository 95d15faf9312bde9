namespace RotationLambdas.Sandbox.Tests.Iam;

public class PolicyGuardTests
{
    private const string Prefix = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";
    private const string Rotation = "rotation-PostgresRotation";
    private const string Redeployment = "rotation-EcsRedeployment";

    private static readonly SecretIdentity Own = new(
        Prefix + "orders-AbCdEf", null, $"arn:aws:lambda:eu-west-1:123456789012:function:{Rotation}");
    private static readonly SecretIdentity OwnUnderKey = Own with { Arn = Prefix + "keyed-AbCdEf", KmsKeyArn = ExampleStack.SecretKeyArn };
    private static readonly SecretIdentity Foreign = new(
        Prefix + "other-AbCdEf", null, "arn:aws:lambda:eu-west-1:123456789012:function:another");
    private static readonly SecretIdentity UnderForeignKey =
        Own with { Arn = Prefix + "elsewhere-AbCdEf", KmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/another" };
    private static readonly SecretIdentity Superuser = new(ExampleStack.SuperuserSecretArn, ExampleStack.SuperuserKeyArn, null);

    [Theory]
    [InlineData("DescribeSecret")]
    [InlineData("GetSecretValue")]
    [InlineData("ListSecretVersionIds")]
    [InlineData("PutSecretValue")]
    [InlineData("UpdateSecretVersionStage")]
    public void The_rotation_may_call_only_on_its_own_secrets(string operation)
    {
        var guard = Guard(ExampleStack.Full);

        Should.NotThrow(() => guard.Authorize(Call(Rotation, operation, Own.Arn)));
        Should.NotThrow(() => guard.Authorize(Call(Rotation, operation, OwnUnderKey.Arn)));
        Should.Throw<AwsServiceException>(() => guard.Authorize(Call(Rotation, operation, Foreign.Arn)));
        Should.Throw<AwsServiceException>(() => guard.Authorize(Call(Rotation, operation, Prefix + "missing")));
    }

    [Fact]
    public void A_refusal_is_worded_as_AWS_words_it()
    {
        var error = Should.Throw<AwsServiceException>(() => Guard(ExampleStack.Full).Authorize(Call(Rotation, "DeleteSecret", Own.Arn)));

        error.Code.ShouldBe("AccessDeniedException");
        error.Status.ShouldBe(400);
        error.Message.ShouldBe(
            "User: arn:aws:sts::123456789012:assumed-role/PostgresRotationRole/rotation-PostgresRotation is not authorized to perform: "
                + "secretsmanager:DeleteSecret "
            + $"on resource: {Own.Arn} because no identity-based policy allows the secretsmanager:DeleteSecret action");
    }

    [Theory]
    [InlineData("GetSecretValue")]
    [InlineData("PutSecretValue")]
    public void A_secret_under_another_key_is_refused_as_Secrets_Manager_words_it(string operation) =>
        Should.Throw<AwsServiceException>(() => Guard(ExampleStack.Full).Authorize(Call(Rotation, operation, UnderForeignKey.Arn)))
            .Message.ShouldBe("Access to KMS is not allowed");

    [Fact]
    public void The_superuser_secret_may_be_read_and_not_written()
    {
        var guard = Guard(ExampleStack.Full);

        Should.NotThrow(() => guard.Authorize(Call(Rotation, "GetSecretValue", Superuser.Arn)));
        Should.NotThrow(() => guard.Authorize(Call(Rotation, "DescribeSecret", Superuser.Arn)));
        foreach (var operation in new[] { "PutSecretValue", "UpdateSecretVersionStage", "ListSecretVersionIds" })
        {
            Should.Throw<AwsServiceException>(() => guard.Authorize(Call(Rotation, operation, Superuser.Arn)));
        }

        Should.Throw<AwsServiceException>(() => Guard(ExampleStack.Default).Authorize(Call(Rotation, "GetSecretValue", Superuser.Arn)));
    }

    [Fact]
    public void The_redeployer_never_reads_a_value()
    {
        var guard = Guard(ExampleStack.Full);

        Should.NotThrow(() => guard.Authorize(Call(Redeployment, "DescribeSecret", Own.Arn)));
        Should.Throw<AwsServiceException>(() => guard.Authorize(Call(Redeployment, "GetSecretValue", Own.Arn)));
    }

    [Theory]
    [InlineData("web", true)]
    [InlineData("batch-nightly", true)]
    [InlineData("webshop", false)]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:cluster/web", true)]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:cluster/other", false)]
    public void Services_are_restarted_in_the_clusters_of_the_parameter_alone(string cluster, bool allowed)
    {
        var guard = Guard(ExampleStack.Full);
        foreach (var input in new[]
        {
            ("UpdateService", """ "service": "api" """), ("DescribeServices", """ "services": ["api"] """),
            ("ListServices", """ "maxResults": 100 """),
            ("ListTasks", """ "serviceName": "api" """), ("DescribeTasks", """ "tasks": ["1"] """), ("StopTask", """ "task": "1" """),
        })
        {
            var call = Ecs(input.Item1, $$"""{"cluster": "{{cluster}}", {{input.Item2}}}""");
            (Record.Exception(() => guard.Authorize(call)) is null).ShouldBe(allowed, $"{input.Item1} {cluster}");
        }
    }

    [Fact]
    public void Every_service_of_one_call_is_asked_for()
    {
        var error = Should.Throw<AwsServiceException>(() => Guard(ExampleStack.Full).Authorize(Ecs(
            "DescribeServices",
            """{"cluster":"web","services":["api","arn:aws:ecs:eu-west-1:999999999999:service/web/api"]}""")));

        error.Message.ShouldContain("ecs:DescribeServices on resource: arn:aws:ecs:eu-west-1:999999999999:service/web/api");
    }

    [Theory]
    [InlineData("rotation-lambdas", "default", true)]
    [InlineData("rotation-lambdas", null, true)]
    [InlineData("aws.secretsmanager", "default", false)]
    [InlineData("rotation-lambdas", "another", false)]
    public void Outcomes_are_published_on_one_bus_under_one_name(string source, string? bus, bool allowed)
    {
        var entry = new JsonObject { ["Source"] = source, ["DetailType"] = "x", ["Detail"] = "{}" };
        if (bus is not null)
        {
            entry["EventBusName"] = bus;
        }

        var call = new AwsCall(
            "AWSEvents", "PutEvents", new JsonObject { ["Entries"] = new JsonArray(entry) }, Caller(Redeployment), CancellationToken.None);
        (Record.Exception(() => Guard(ExampleStack.Full).Authorize(call)) is null).ShouldBe(allowed);
    }

    [Fact]
    public void Only_Lambda_may_attach_the_function_to_the_network()
    {
        var guard = Guard(ExampleStack.Full);
        var function = ExampleStack.Full.Function("PostgresRotationFunction");
        var uses = LambdaRoleUse.WhenCreated(ExampleStack.Full, function).ToList();

        uses.Count.ShouldBe(6);
        uses.ShouldAllBe(use => guard.AskForLambda(function, use).IsAllowed);
        LambdaRoleUse.WhenCreated(ExampleStack.Full, function).ShouldAllBe(use => guard.AskForCode(function, use).IsExplicitDeny);
    }

    [Fact]
    public void Calls_of_others_than_the_stacks_functions_pass()
    {
        var guard = Guard(ExampleStack.Full);

        Should.NotThrow(
            () => guard.Authorize(
                new AwsCall(
                    "secretsmanager", "DeleteSecret", [], new Caller("AKIA", null, "arn:aws:iam::123456789012:root"),
                    CancellationToken.None)));
        Should.NotThrow(() => guard.Authorize(Call("somebody-else", "DeleteSecret", Own.Arn)));
    }

    [Fact]
    public void A_service_without_a_table_is_refused() =>
        Should.Throw<AwsServiceException>(() => Guard(ExampleStack.Full).Authorize(
            new AwsCall("DynamoDB_20120810", "Scan", [], Caller(Rotation), CancellationToken.None)));

    private static PolicyGuard Guard(Stack stack) => new(stack, new SandboxOptions(), id =>
        new[] { Own, OwnUnderKey, Foreign, UnderForeignKey, Superuser }.FirstOrDefault(secret => secret.Arn == id));

    private static Caller Caller(string function) =>
        new("ASIAEXAMPLE", function, $"arn:aws:sts::123456789012:assumed-role/{function}/{function}");

    private static AwsCall Call(string function, string operation, string secretId) =>
        new("secretsmanager", operation, new JsonObject { ["SecretId"] = secretId }, Caller(function), CancellationToken.None);

    private static AwsCall Ecs(string operation, string input) =>
        new("AmazonEC2ContainerServiceV20141113", operation, JsonNode.Parse(input)!.AsObject(), Caller(Redeployment),
            CancellationToken.None);
}
