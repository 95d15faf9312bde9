namespace RotationLambdas.Sandbox.Tests.Ecs.Operations;

public sealed class EcsErrorTests : IDisposable
{
    private readonly EcsFixture _aws = new();

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("ListServices", """{"cluster":"c","maxResults":101}""", "InvalidParameterException",
        "maxResults must be between 1 and 100.")]
    [InlineData("ListServices", """{"cluster":"c","nextToken":"forged"}""", "InvalidParameterException", "Invalid token.")]
    [InlineData("ListServices", """{"cluster":7}""", "SerializationException", "The member cluster has an unexpected type.")]
    [InlineData("DescribeServices", """{"cluster":"c"}""", "InvalidParameterException", "Services cannot be empty.")]
    [InlineData("UpdateService", """{"cluster":"c","service":"blue","taskDefinition":"app:1","forceNewDeployment":true}""",
        "InvalidParameterException",
        "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new "
            + "deployment.")]
    [InlineData("UpdateService", """{"cluster":"c","service":"own","forceNewDeployment":true}""", "InvalidParameterException",
        "Cannot force a new deployment on services with a EXTERNAL deployment controller.")]
    [InlineData("CreateService", """{"cluster":"c","serviceName":"s","taskDefinition":"app"}""", "InvalidParameterException",
        "Creation of service was not idempotent.")]
    [InlineData("StopTask", """{"cluster":"c","task":"missing"}""", "InvalidParameterException", "The referenced task was not found.")]
    [InlineData("ListTasks", """{"cluster":"c","serviceName":"missing"}""", "ServiceNotFoundException", "Service not found.")]
    [InlineData("CreateCluster", """{"clusterName":"a b"}""", "InvalidParameterException",
        "Identifiers may only contain letters, numbers, underscores, and hyphens.")]
    [InlineData("TagResource", """{"resourceArn":"arn:aws:ecs:eu-west-1:123456789012:service/c/s","tags":[{"key":"a","value":"* 3"}]}""",
        "InvalidParameterException", "Tags may hold letters, numbers, spaces and _.:/=+-@ only.")]
    [InlineData("Fly", "{}", "UnknownOperationException", "The sandbox's ECS has no operation Fly.")]
    public async Task A_bad_call_is_refused_as_ECS_refuses_it(string operation, string input, string code, string text)
    {
        await _aws.CreateAsync(1);
        await _aws.CallAsync(
            "CreateService",
            """{"cluster":"c","serviceName":"blue","taskDefinition":"app","desiredCount":1,"deploymentController":{"type":"CODE_DEPLOY"}}""");
        await _aws.CallAsync("CreateService", """{"cluster":"c","serviceName":"own","deploymentController":{"type":"EXTERNAL"}}""");
        _aws.Pass(1);

        var refusal = await Should.ThrowAsync<AwsServiceException>(() => _aws.CallAsync(operation, input));

        (refusal.Code, refusal.Message).ShouldBe((code, text));
    }

    [Theory]
    [InlineData("""{"family":"a b","containerDefinitions":[{"name":"c","image":"i","memory":1}]}""", "Family contains invalid characters.")]
    [InlineData("""{"family":"f","containerDefinitions":[]}""", "Container list cannot be empty.")]
    [InlineData("""{"family":"f","containerDefinitions":[{"image":"i","memory":1}]}""", "Container.name should not be null or empty.")]
    [InlineData("""{"family":"f","containerDefinitions":[{"name":"c","memory":1}]}""", "Container.image should not be null or empty.")]
    [InlineData("""{"family":"f","containerDefinitions":[{"name":"c","image":"i"}]}""",
        "Invalid setting for container 'c'. At least one of 'memory' or 'memoryReservation' must be specified.")]
    [InlineData("""{"family":"f","containerDefinitions":[{"name":"c","image":"i","memory":1,"essential":false}]}""",
        "Task definition must contain at least one essential container.")]
    [InlineData("""{"family":"f","containerDefinitions":[{"name":"c","image":"i","memory":1,"secrets":[{"name":"A","valueFrom":"arn"}]}]}""",
        "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.")]
    [InlineData("""{"family":"f","executionRoleArn":"r","containerDefinitions":[{"name":"c","image":"i","memory":1,"environment":[{"name":"A","value":"v"}],"secrets":[{"name":"A","valueFrom":"arn"}]}]}""",
        "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'A'.")]
    [InlineData("""{"family":"f","requiresCompatibilities":["FARGATE"],"networkMode":"awsvpc","memory":"512","containerDefinitions":[{"name":"c","image":"i"}]}""",
        "Fargate requires that 'cpu' be defined at the task level.")]
    public async Task A_bad_task_definition_is_refused_as_ECS_refuses_it(string input, string text)
    {
        var refusal = await Should.ThrowAsync<AwsServiceException>(() => _aws.CallAsync("RegisterTaskDefinition", input));

        (refusal.Code, refusal.Message).ShouldBe(("ClientException", text));
    }
}
