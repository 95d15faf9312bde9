namespace RotationLambdas.EndToEnd.Tests.Policies;

/// <summary>AWS CodeDeploy with one application, whose last deployment succeeded. GetDeployment names an AppSpec by its hash
/// only.</summary>
internal sealed class CodeDeployStub : IAwsService
{
    private const string AppSpec =
        """
        {"version":0.0,"Resources":[{"TargetService":{"Type":"AWS::ECS::Service","Properties":{
        "TaskDefinition":"arn:aws:ecs:eu-west-1:123456789012:task-definition/blue-green:1","PlatformVersion":"1.4.0"}}}]}
        """;

    public string TargetPrefix => "CodeDeploy_20141006";

    public Task<JsonNode> CallAsync(AwsCall call) => Task.FromResult<JsonNode>(call.Operation switch
    {
        "GetDeployment" => new JsonObject
        {
            ["deploymentInfo"] = new JsonObject
            {
                ["deploymentId"] = call.Input["deploymentId"]!.DeepClone(),
                ["applicationName"] = "shop",
                ["deploymentGroupName"] = "blue-green",
                ["status"] = "Succeeded",
                ["revision"] = Revision("sha256", "1"),
            },
        },
        "GetApplicationRevision" => new JsonObject { ["applicationName"] = "shop", ["revision"] = Revision("content", AppSpec) },
        "ListDeployments" => new JsonObject { ["deployments"] = new JsonArray() },
        "CreateDeployment" => new JsonObject { ["deploymentId"] = "d-NEXT" },
        _ => throw new AwsServiceException("UnknownOperationException", call.Operation),
    });

    private static JsonObject Revision(string member, string value) =>
        new() { ["revisionType"] = "AppSpecContent", ["appSpecContent"] = new JsonObject { [member] = value } };
}
