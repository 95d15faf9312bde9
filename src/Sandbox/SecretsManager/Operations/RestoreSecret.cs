using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class RestoreSecret(Vault vault) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = vault.Get(Requests.SecretId(input));
        secret.Deletion = null;
        return Answers.Of(secret);
    }
}
