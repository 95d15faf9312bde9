using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class DeleteResourcePolicy(Vault vault) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = vault.GetLive(Requests.SecretId(input));
        secret.Policy = null;
        return Answers.Of(secret);
    }
}
