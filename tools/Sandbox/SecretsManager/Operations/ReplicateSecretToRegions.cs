using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class ReplicateSecretToRegions : IOperation
{
    public JsonObject Answer(JsonObject input) => throw NotSupported.Replication();
}
