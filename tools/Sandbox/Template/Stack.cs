using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Iam;

namespace RotationLambdas.Sandbox.Template;

/// <summary>What one deployment of a template comes to: every function of CloudFormation worked out, every resource whose condition does not hold left out.</summary>
public sealed record Stack
{
    /// <summary>Where it is deployed.</summary>
    public required StackSettings Settings { get; init; }

    /// <summary>The resources as they were resolved, by logical id.</summary>
    public required JsonObject Resources { get; init; }

    /// <summary>The Lambda functions.</summary>
    public required IReadOnlyList<FunctionResource> Functions { get; init; }

    /// <summary>The queues.</summary>
    public required IReadOnlyList<QueueResource> Queues { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<RuleResource> Rules { get; init; }

    /// <summary>The queues that functions are invoked for.</summary>
    public required IReadOnlyList<EventSourceMappingResource> EventSourceMappings { get; init; }

    /// <summary>The roles.</summary>
    public required IReadOnlyList<RoleResource> Roles { get; init; }

    /// <summary>The alarms.</summary>
    public required IReadOnlyList<AlarmResource> Alarms { get; init; }

    /// <summary>The outputs, by name.</summary>
    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

    /// <summary>The function with this logical id.</summary>
    /// <exception cref="TemplateException">It does not exist.</exception>
    public FunctionResource Function(string logicalId) =>
        Functions.FirstOrDefault(one => one.LogicalId == logicalId) ?? throw new TemplateException($"The template has no function {logicalId}.");

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
        return this with { Roles = [.. Roles.Select(one => one.LogicalId == role ? one with { Statements = [.. change(one.Statements)] } : one)] };
    }
}
