using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class RestoreSecret(Vault vault, RotationScheduler scheduler) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = vault.Get(Requests.SecretId(input));
        secret.Deletion = null;
        secret.Rotation?.Plan(vault.Now);
        scheduler.Replan();
        return Answers.Of(secret);
    }
}
