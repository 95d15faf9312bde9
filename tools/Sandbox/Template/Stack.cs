namespace RotationLambdas.Sandbox.Template;

public sealed record Stack(
    StackSettings Settings,
    JsonObject Resources,
    IReadOnlyList<FunctionResource> Functions,
    IReadOnlyList<QueueResource> Queues,
    IReadOnlyList<RuleResource> Rules,
    IReadOnlyList<EventSourceMappingResource> EventSourceMappings,
    IReadOnlyList<RoleResource> Roles,
    IReadOnlyList<AlarmResource> Alarms,
    IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>The function with this logical id.</summary>
    /// <exception cref="TemplateException">It does not exist.</exception>
    public FunctionResource Function(string logicalId) =>
        Functions.FirstOrDefault(one => one.LogicalId == logicalId)
            ?? throw new TemplateException($"The template has no function {logicalId}.");

    /// <summary>The queue with this ARN.</summary>
    /// <exception cref="TemplateException">It does not exist.</exception>
    public QueueResource Queue(string arn) =>
        Queues.FirstOrDefault(one => one.Arn == arn) ?? throw new TemplateException($"The template has no queue {arn}.");

    /// <summary>The role with this logical id.</summary>
    /// <exception cref="TemplateException">It does not exist.</exception>
    public RoleResource Role(string logicalId) =>
        Roles.FirstOrDefault(one => one.LogicalId == logicalId) ?? throw new TemplateException($"The template has no role {logicalId}.");

    /// <summary>The same stack with other statements in one role: for trying what a statement is needed for.</summary>
    public Stack With(string role, Func<IReadOnlyList<PolicyStatement>, IEnumerable<PolicyStatement>> change) => this with
    {
        Roles = [.. Roles.Select(one => one.LogicalId == role ? one with { Statements = [.. change(one.Statements)] } : one)],
    };
}
