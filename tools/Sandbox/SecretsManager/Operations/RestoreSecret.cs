using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class RestoreSecret(SecretStore store, RotationScheduler scheduler) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = store.Get(Requests.SecretId(input));
        secret.Deletion = null;
        secret.Rotation?.Plan(store.Now);
        scheduler.Replan();
        return Answers.Of(secret);
    }
}
