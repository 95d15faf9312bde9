namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class UpdateSecretVersionStage(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var stage = Requests.Limited(input.RequiredText("VersionStage"), "versionStage", 1, 256);
        var secret = store.GetLive(secretId);
        var moves = secret.Versions.MoveStage(stage, input.Text("RemoveFromVersionId"), input.Text("MoveToVersionId"));
        secret.LastChangedAt = store.Now;
        store.Events.LabelsMoved(secret, moves);
        return Answers.Of(secret);
    }
}
