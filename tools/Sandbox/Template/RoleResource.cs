using RotationLambdas.Sandbox.Iam;

namespace RotationLambdas.Sandbox.Template;

public sealed record RoleResource(string LogicalId, string Name, IReadOnlyList<PolicyStatement> Statements);
