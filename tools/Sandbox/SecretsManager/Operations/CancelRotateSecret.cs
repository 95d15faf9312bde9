using RotationLambdas.Sandbox.SecretsManager.Rotation;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>Switches rotation off. AWSPENDING stays where it is, and a step that runs runs on (CancelRotateSecret).</summary>
internal sealed class CancelRotateSecret(SecretStore store, RotationScheduler scheduler) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = store.GetLive(Requests.SecretId(input));
        if (secret.Rotation is { } rotation)
        {
            rotation.Enabled = false;
            rotation.Plan(store.Now);
            scheduler.Replan();
        }

        return secret.Versions.Unfinished is { } pending ? Answers.Of(secret, pending.Id) : Answers.Of(secret);
    }
}
