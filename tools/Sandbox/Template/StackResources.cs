namespace RotationLambdas.Sandbox.Template;

/// <param name="Role">The logical id of its role.</param>
/// <param name="MemorySize">In MB.</param>
/// <param name="ReservedConcurrency"><see langword="null"/> for none.</param>
/// <param name="LogGroupArn">The log group that it writes to, with <c>:*</c> at the end.</param>
public sealed record FunctionResource(
    string LogicalId,
    string Name,
    string Arn,
    string CodeUri,
    string Role,
    TimeSpan Timeout,
    int MemorySize,
    int? ReservedConcurrency,
    IReadOnlyDictionary<string, string> Environment,
    string LogGroupArn,
    bool InVpc,
    bool Traced);

public sealed record QueueResource(
    string LogicalId, string Name, string Arn, QueueSettings Settings, IReadOnlyList<PolicyStatement> Policy);

/// <param name="EventPattern"><see langword="null"/> for a rule with a schedule.</param>
/// <param name="ScheduleExpression"><see langword="null"/> for a rule with a pattern.</param>
public sealed record RuleResource(
    string LogicalId, string Name, string Arn, JsonObject? EventPattern, string? ScheduleExpression,
    IReadOnlyList<EventTarget> Targets);

/// <summary>A queue that Lambda reads for a function: an <c>SQS</c> event of the function.</summary>
/// <param name="Function">The function's logical id.</param>
public sealed record EventSourceMappingResource(string Function, EventSourceMappingSettings Settings);

public sealed record RoleResource(string LogicalId, string Name, IReadOnlyList<PolicyStatement> Statements);

public sealed record AlarmResource(string Name, string Description, string Namespace, string MetricName);
