using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.Hosting;

/// <summary>
/// One AWS service that speaks AWS JSON: <c>POST /</c> with the header <c>X-Amz-Target: prefix.Operation</c>.
/// It is added to a running sandbox by <see cref="SandboxHost.AddService"/>.
/// </summary>
public interface IAwsService
{
    /// <summary>The target prefix, as in the service's model: <c>secretsmanager</c>, <c>AmazonEC2ContainerServiceV20141113</c>, <c>AWSEvents</c>, <c>AmazonSQS</c>.</summary>
    string TargetPrefix { get; }

    /// <summary>Answers a call. Calls arrive at the same time: the service locks what it must.</summary>
    /// <exception cref="AwsServiceException">The error that the service answers with.</exception>
    Task<JsonNode> CallAsync(AwsCall call);
}
