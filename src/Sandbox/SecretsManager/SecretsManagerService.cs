using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Hosting;
using RotationLambdas.Sandbox.Lambda;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager;

/// <summary>Secrets Manager: secrets, their versions and stages, and their rotation.</summary>
public sealed class SecretsManagerService : IAwsService
{
    internal SecretsManagerService(SandboxOptions options, IEventBus events, FunctionHost functions)
    {
        _ = (options, events, functions);
    }

    /// <inheritdoc/>
    public string TargetPrefix => "secretsmanager";

    /// <inheritdoc/>
    public Task<JsonNode> CallAsync(AwsCall call) => throw new AwsServiceException("UnknownOperationException", $"The sandbox does not know the operation {call.Operation}.");
}
