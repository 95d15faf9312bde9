using RotationLambdas.Sandbox.SecretsManager.Versions;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>What PutSecretValue and UpdateSecret have in common: a value is written, labels move, a rotation that was overtaken is
/// abandoned.</summary>
internal sealed class ValueWriter(SecretStore store)
{
    public void Write(Secret secret, string token, SecretContent content, IReadOnlyList<string> stages)
    {
        var unfinished = secret.Versions.Unfinished;
        var isNew = secret.Versions.Find(token)?.Content is null;
        var moves = secret.Versions.Put(token, content, stages, store.Now);
        if (!isNew)
        {
            return;
        }

        secret.LastChangedAt = store.Now;
        store.Events.LabelsMoved(secret, moves);
        if (unfinished is not null && unfinished.Id != token)
        {
            // User Guide, "Secrets Manager information in CloudTrail", RotationAbandoned: AWSPENDING is removed because a version was
            // created during the rotation.
            unfinished.Detach(Stages.Pending);
            store.Events.Service("RotationAbandoned", secret, unfinished.Id);
        }
    }
}
