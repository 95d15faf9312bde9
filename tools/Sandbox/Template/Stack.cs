using RotationLambdas.Sandbox.Iam;

namespace RotationLambdas.Sandbox.Template;

public sealed record Stack
{
    public required StackSettings Settings { get; init; }

    public required JsonObject Resources { get; init; }

    public required IReadOnlyList<FunctionResource> Functions { get; init; }

    public required IReadOnlyList<QueueResource> Queues { get; init; }

    public required IReadOnlyList<RuleResource> Rules { get; init; }

    public required IReadOnlyList<EventSourceMappingResource> EventSourceMappings { get; init; }

    public required IReadOnlyList<RoleResource> Roles { get; init; }

    public required IReadOnlyList<AlarmResource> Alarms { get; init; }

    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

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
    public Stack With(string role, Func<IReadOnlyList<PolicyStatement>, IEnumerable<PolicyStatement>> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with
        {
            Roles = [
            .. Roles.Select(one => one.LogicalId == role ? one with { Statements = [.. change(one.Statements)] } : one)]
        };
    }
}
