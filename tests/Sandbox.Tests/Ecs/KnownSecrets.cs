namespace RotationLambdas.Sandbox.Tests.Ecs;

/// <summary>Secrets Manager's GetSecretValue over secrets that a test writes down, by id, id|stage or id|version.</summary>
internal sealed class KnownSecrets : IAwsService
{
    public Dictionary<string, string> Values { get; } = [];

    public List<string> Asked { get; } = [];

    public string TargetPrefix => "secretsmanager";

    public Task<JsonNode> CallAsync(AwsCall call)
    {
        var id = (string)call.Input["SecretId"]!;
        var key = id + ((string?)(call.Input["VersionId"] ?? call.Input["VersionStage"]) is { } version ? "|" + version : "");
        Asked.Add(key + " " + call.Caller.Arn.Split('/')[1]);
        return Values.TryGetValue(key, out var value)
            ? Task.FromResult<JsonNode>(new JsonObject { ["ARN"] = id, ["SecretString"] = value })
            : throw new AwsServiceException("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }
}
