namespace RotationLambdas.Sandbox.Template;

/// <summary>Makes the resources that the sandbox plays out of a resolved template.</summary>
internal sealed class StackReader(StackSettings settings, JsonObject resources, ResourceIdentities identities)
{
    public Stack Read(IReadOnlyDictionary<string, string> outputs) => new(
        settings,
        resources,
        Functions: [.. FunctionsOf().Select(one => Function(one.Id, one.Properties))],
        Queues: [.. OfType("AWS::SQS::Queue").Select(one => Queue(one.Id, one.Properties))],
        Rules: [.. OfType("AWS::Events::Rule").Select(one => Rule(one.Id, one.Properties))],
        EventSourceMappings: [.. OfType("AWS::Lambda::EventSourceMapping").Select(one => Mapping(one.Properties))],
        Roles: [.. OfType("AWS::IAM::Role").Select(one => Role(one.Id, one.Properties))],
        Alarms: [.. OfType("AWS::CloudWatch::Alarm").Select(one => Alarm(one.Properties))],
        outputs);

    private static AlarmResource Alarm(JsonObject properties) =>
        new(Text(properties, "AlarmName")!, Text(properties, "AlarmDescription")!, Text(properties, "Namespace")!,
            Text(properties, "MetricName")!);

    private static RoleResource Role(string id, JsonObject properties) =>
        new(id, id,
            [.. (properties["Policies"]?.AsArray() ?? []).SelectMany(policy => PolicyStatement.ReadAll(policy!["PolicyDocument"]!))]);

    // The function is named by its name or by the ARN of its alias.
    private EventSourceMappingResource Mapping(JsonObject mapping)
    {
        var function = FunctionsOf().First(one => identities.Reference(one.Id) == FunctionHost.NameIn(Text(mapping, "FunctionName")!)).Id;
        return new(function, new EventSourceMappingSettings
        {
            QueueArn = Text(mapping, "EventSourceArn")!,
            FunctionName = identities.Reference(function)!,
            BatchSize = Number(mapping, "BatchSize") ?? 10,
            BatchingWindow = TimeSpan.FromSeconds(Number(mapping, "MaximumBatchingWindowInSeconds") ?? 0),
            MaximumConcurrency = mapping["ScalingConfig"] is { } scaling ? Number(scaling, "MaximumConcurrency") : null,
            ReportBatchItemFailures =
                mapping["FunctionResponseTypes"]?.AsArray().Any(type => Intrinsics.Text(type) == "ReportBatchItemFailures") ?? false,
        });
    }

    private static string? Text(JsonNode node, string name) => Intrinsics.Text(node[name]);

    private static int? Number(JsonNode node, string name) =>
        Text(node, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    // Lambda API Reference, "CreateFunction", FunctionName.
    private string FunctionName(string id) => identities.Reference(id) is { Length: <= 64 } name ? name
        : throw new TemplateException($"{id}: a function's name has at most 64 characters. It is '{identities.Reference(id)}'.");

    private FunctionResource Function(string id, JsonObject properties) => new(
        LogicalId: id,
        Name: FunctionName(id),
        Arn: identities.Attribute(id, "Arn")!,
        CodeUri: Text(properties, "CodeUri") ?? Text(properties["Code"]!, "S3Key")!,
        Role: OfType("AWS::IAM::Role").First(role => identities.Attribute(role.Id, "Arn") == Text(properties, "Role")).Id,
        Timeout: TimeSpan.FromSeconds(Number(properties, "Timeout") ?? 3),
        MemorySize: Number(properties, "MemorySize") ?? 128,
        ReservedConcurrency: Number(properties, "ReservedConcurrentExecutions"),
        Environment: (properties["Environment"]?["Variables"]?.AsObject() ?? [])
            .ToDictionary(one => one.Key, one => Intrinsics.Text(one.Value)!),
        LogGroupArn: $"arn:{StackSettings.Partition}:logs:{settings.Region}:{settings.AccountId}:log-group:{LogGroupOf(properties, id)}:*",
        InVpc: properties.ContainsKey("VpcConfig"),
        Traced: (Text(properties, "Tracing") ?? (properties["TracingConfig"] is { } tracing ? Text(tracing, "Mode") : null)) == "Active");

    private string LogGroupOf(JsonObject properties, string id) =>
        properties["LoggingConfig"] is { } logging && Text(logging, "LogGroup") is { } group ? group
            : $"/aws/lambda/{identities.Reference(id)}";

    private QueueResource Queue(string id, JsonObject properties)
    {
        var redrive = properties["RedrivePolicy"];
        return new QueueResource(
            id,
            identities.Attribute(id, "QueueName")!,
            identities.Attribute(id, "Arn")!,
            new QueueSettings
            {
                VisibilityTimeout = TimeSpan.FromSeconds(Number(properties, "VisibilityTimeout") ?? 30),
                RetentionPeriod = TimeSpan.FromSeconds(Number(properties, "MessageRetentionPeriod") ?? 345600),
                DeadLetterTargetArn = redrive is null ? null : Text(redrive, "deadLetterTargetArn"),
                MaxReceiveCount = redrive is null ? null : Number(redrive, "maxReceiveCount"),
                KmsMasterKeyId = Text(properties, "KmsMasterKeyId"),
            },
            [.. OfType("AWS::SQS::QueuePolicy")
                .Where(policy => policy.Properties["Queues"]!.AsArray().Any(queue => Intrinsics.Text(queue) == identities.Reference(id)))
                .SelectMany(policy => PolicyStatement.ReadAll(policy.Properties["PolicyDocument"]!))]);
    }

    private RuleResource Rule(string id, JsonObject properties) => new(
        id,
        identities.Reference(id)!,
        identities.Attribute(id, "Arn")!,
        properties["EventPattern"]?.DeepClone().AsObject(),
        Text(properties, "ScheduleExpression"),
        [.. (properties["Targets"]?.AsArray() ?? []).Select(target => new EventTarget
        {
            Id = Text(target!, "Id")!,
            Arn = Text(target!, "Arn")!,
            Input = Text(target!, "Input"),
            DeadLetterQueueArn = target!["DeadLetterConfig"] is { } deadLetters ? Text(deadLetters, "Arn") : null,
            RoleArn = Text(target!, "RoleArn"),
        })]);

    private IEnumerable<(string Id, JsonObject Properties)> FunctionsOf() =>
        OfType("AWS::Serverless::Function").Concat(OfType("AWS::Lambda::Function"));

    private IEnumerable<(string Id, JsonObject Properties)> OfType(string type) => resources
        .Where(one => Text(one.Value!, "Type") == type)
        .Select(one => (one.Key, one.Value!["Properties"]?.AsObject() ?? []));
}
