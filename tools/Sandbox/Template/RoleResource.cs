using RotationLambdas.Sandbox.Iam;

namespace RotationLambdas.Sandbox.Template;

/// <summary>A role as the template describes it.</summary>
/// <param name="LogicalId">Its key under Resources.</param>
/// <param name="Name">Its name, as it stands in the ARN of its sessions.</param>
/// <param name="Statements">The statements of all its inline policies, in order.</param>
public sealed record RoleResource(string LogicalId, string Name, IReadOnlyList<PolicyStatement> Statements);
