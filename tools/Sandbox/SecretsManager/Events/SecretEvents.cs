namespace RotationLambdas.Sandbox.SecretsManager.Events;

/// <summary>The three kinds of events that Secrets Manager publishes. None carries a value.</summary>
internal sealed class SecretEvents(SandboxOptions options, Action<JsonObject> publish)
{
    private const string Source = "aws.secretsmanager";
    private const string EventSource = "secretsmanager.amazonaws.com";

    /// <summary>The calls that become CloudTrail events here, with the parameters that may be seen.</summary>
    private static readonly Dictionary<string, string[]> AuditedCalls = new()
    {
        ["PutSecretValue"] = ["SecretId", "ClientRequestToken", "VersionStages"],
        ["UpdateSecretVersionStage"] = ["SecretId", "VersionStage", "RemoveFromVersionId", "MoveToVersionId"],
    };

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
        var detail = Detail(eventName, "AwsServiceEvent");
        detail["userIdentity"] = new JsonObject { ["accountId"] = options.AccountId, ["invokedBy"] = EventSource };
        detail["sourceIPAddress"] = EventSource;
        detail["userAgent"] = EventSource;
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

    public void ApiCall(AwsCall call, string? arn)
    {
        if (!AuditedCalls.TryGetValue(call.Operation, out var visible))
        {
            return;
        }

        var detail = Detail(call.Operation, "AwsApiCall");
        detail["userIdentity"] = new JsonObject
        {
            ["type"] = call.Caller.FunctionName is null ? "Root" : "AssumedRole",
            ["arn"] = call.Caller.Arn,
            ["accountId"] = options.AccountId,
            ["accessKeyId"] = call.Caller.AccessKeyId,
        };
        detail["sourceIPAddress"] = "127.0.0.1";
        detail["userAgent"] = "sandbox";
        detail["requestParameters"] = new JsonObject(visible.Where(name => call.Input[name] is not null)
            .Select(name => KeyValuePair.Create(char.ToLowerInvariant(name[0]) + name[1..], call.Input[name]?.DeepClone())));
        detail["responseElements"] = new JsonObject { ["arn"] = arn };
        detail["requestID"] = Guid.NewGuid().ToString();
        publish(AwsEvent.Create(options, Source, "AWS API Call via CloudTrail", detail));
    }

    /// <summary>The members that every CloudTrail record has (CloudTrail User Guide, "CloudTrail record contents").</summary>
    private JsonObject Detail(string eventName, string eventType) => new()
    {
        ["eventVersion"] = "1.08",
        ["eventTime"] = AwsEvent.Timestamp(options.TimeProvider.GetUtcNow()),
        ["eventSource"] = EventSource,
        ["eventName"] = eventName,
        ["awsRegion"] = options.Region,
        ["eventID"] = Guid.NewGuid().ToString(),
        ["readOnly"] = false,
        ["eventType"] = eventType,
        ["managementEvent"] = true,
        ["recipientAccountId"] = options.AccountId,
        ["eventCategory"] = "Management",
    };
}
