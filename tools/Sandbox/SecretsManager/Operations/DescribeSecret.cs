namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>Answers for a secret that is marked for deletion too, as the service does.</summary>
internal sealed class DescribeSecret(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input) => SecretDescription.Of(store.Get(Requests.SecretId(input)), "VersionIdsToStages");
}
