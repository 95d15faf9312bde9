namespace RotationLambdas.Sandbox.Iam;

/// <summary>What IAM is asked for each call of each service, as the Service Authorization Reference has it ("Actions, resources, and
/// condition keys for ..."). A call may need several permissions, for example on every service that it describes.</summary>
internal sealed class CallActions(SandboxOptions account, Func<string, SecretIdentity?> secrets)
{
    private readonly SecretActions _secrets = new(account, secrets);
    private readonly EcsActions _ecs = new(account);

    public IEnumerable<IamRequest> Of(AwsCall call) => call.Service switch
    {
        "secretsmanager" => _secrets.Of(call),
        "AmazonEC2ContainerServiceV20141113" => _ecs.Of(call),
        "AWSEvents" when call.Operation == "PutEvents" => (call.Input["Entries"]?.AsArray() ?? [])
            .Select(entry => new IamRequest("events:PutEvents", Bus((string?)entry!["EventBusName"] ?? "default"))
            .With("events:source", (string?)entry["Source"])
            .With("events:detail-type", (string?)entry["DetailType"])),
        "AmazonSQS" =>
            [new IamRequest($"sqs:{WithoutBatch(call.Operation)}", Arn("sqs", LastPart(call.Input["QueueUrl"]?.GetValue<string>())))],
        "CodeDeploy_20141006" => CodeDeploy(call),
        "rds" => [new IamRequest($"rds:{call.Operation}", Database(call))],
        // A service without a table here: nothing that a template allows by name fits, so it is denied.
        _ => [new IamRequest($"{call.Service}:{call.Operation}", "*")],
    };

    // A batch needs the permission of the single call (SQS API Reference, "ChangeMessageVisibilityBatch" and others).
    private static string WithoutBatch(string operation) =>
        operation.EndsWith("Batch", StringComparison.Ordinal) ? operation[..^5] : operation;

    private static string LastPart(string? url) => url is null ? "*" : url[(url.LastIndexOf('/') + 1)..];

    // CreateDeployment registers its revision and reads the group's configuration with its caller's rights, as the README of AWS's action
    // amazon-ecs-deploy-task-definition lists them. GetDeployment is authorised on the deployment's group, which the request does not name.
    private IEnumerable<IamRequest> CodeDeploy(AwsCall call)
    {
        var application = call.Input["applicationName"]?.GetValue<string>() ?? "*";
        var group = new IamRequest(
            $"codedeploy:{call.Operation}",
            Arn("codedeploy", $"deploymentgroup:{application}/{call.Input["deploymentGroupName"]?.GetValue<string>() ?? "*"}"));
        return call.Operation switch
        {
            "CreateDeployment" =>
            [
                group,
                new IamRequest("codedeploy:GetDeploymentConfig", Arn("codedeploy", "deploymentconfig:CodeDeployDefault.ECSAllAtOnce")),
                new IamRequest("codedeploy:RegisterApplicationRevision", Arn("codedeploy", $"application:{application}")),
            ],
            "GetDeployment" => [group],
            _ => [new IamRequest($"codedeploy:{call.Operation}", Arn("codedeploy", $"application:{application}"))],
        };
    }

    // Both actions support databases as resources ("Actions, resources, and condition keys for Amazon RDS").
    private string Database(AwsCall call)
    {
        var (type, identifier) = call.Input["DBClusterIdentifier"] is { } cluster
            ? ("cluster", cluster) : ("db", call.Input["DBInstanceIdentifier"]);
        var text = identifier?.GetValue<string>() ?? "*";
        return text.Contains(':', StringComparison.Ordinal) ? text : Arn("rds", $"{type}:{text}");
    }

    private string Bus(string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn : Arn("events", $"event-bus/{nameOrArn}");

    private string Arn(string service, string resource) => $"arn:aws:{service}:{account.Region}:{account.AccountId}:{resource}";
}
