using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.SecretsManager.Events;

/// <summary>The three kinds of events that Secrets Manager publishes. None carries a value.</summary>
internal sealed class SecretEvents(SandboxOptions options, Action<JsonObject> publish)
{
    private const string Source = "aws.secretsmanager";

    /// <summary>The native event, for every label but AWSPENDING and AWSPREVIOUS (User Guide, "Secret event notifications").</summary>
    public void LabelsMoved(Secret secret, IEnumerable<StageMove> moves)
    {
        foreach (var move in moves.Where(move => move.Stage is not (Stages.Pending or Stages.Previous)))
        {
            var detail = new JsonObject { ["name"] = secret.Name, ["labelUpdated"] = move.Stage, ["versionId"] = move.VersionId };
            publish(AwsEvent.Create(options, Source, "Secret Label Updated", detail, secret.Arn));
        }
    }

    public void Service(string eventName, Secret secret, string versionId, string? errorMessage = null)
    {
        var detail = CloudTrailDetail.Of(options, eventName, "AwsServiceEvent");
        detail["userIdentity"] = new JsonObject { ["accountId"] = options.AccountId, ["invokedBy"] = CloudTrailDetail.EventSource };
        detail["sourceIPAddress"] = CloudTrailDetail.EventSource;
        detail["userAgent"] = CloudTrailDetail.EventSource;
        detail["requestParameters"] = null;
        detail["responseElements"] = null;
        detail["additionalEventData"] = new JsonObject { ["SecretId"] = secret.Arn };
        detail["requestID"] = $"Rotation-{secret.Arn}-{versionId}";
        if (errorMessage is not null)
        {
            detail["errorMessage"] = errorMessage;
        }

        publish(AwsEvent.Create(options, Source, "AWS Service Event via CloudTrail", detail));
    }

    public void ApiCall(AwsCall call, JsonObject requestParameters, string arn)
    {
        var detail = CloudTrailDetail.Of(options, call.Operation, "AwsApiCall");
        detail["userIdentity"] = new JsonObject
        {
            ["type"] = call.Caller.FunctionName is null ? "Root" : "AssumedRole",
            ["arn"] = call.Caller.Arn,
            ["accountId"] = options.AccountId,
            ["accessKeyId"] = call.Caller.AccessKeyId,
        };
        detail["sourceIPAddress"] = "127.0.0.1";
        detail["userAgent"] = "sandbox";
        detail["requestParameters"] = requestParameters;
        detail["responseElements"] = new JsonObject { ["arn"] = arn };
        detail["requestID"] = Guid.NewGuid().ToString();
        publish(AwsEvent.Create(options, Source, "AWS API Call via CloudTrail", detail));
    }
}
