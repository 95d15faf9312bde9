using RotationLambdas.Sandbox.Iam;
using RotationLambdas.Sandbox.Sqs;

namespace RotationLambdas.Sandbox.Template;

public sealed record QueueResource(
    string LogicalId, string Name, string Arn, QueueSettings Settings, IReadOnlyList<PolicyStatement> Policy);
