using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class DeleteResourcePolicy(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = store.GetLive(Requests.SecretId(input));
        secret.Policy = null;
        return Answers.Of(secret);
    }
}
