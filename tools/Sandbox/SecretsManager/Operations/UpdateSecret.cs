namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class UpdateSecret(SecretStore store, ValueWriter values) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var content = Requests.Content(input);
        var token = Requests.Token(input);
        var secret = store.GetLive(secretId);
        if (content is not null)
        {
            values.Write(secret, token, content, stages: []);
        }

        secret.Description = input.Text("Description") ?? secret.Description;
        secret.KmsKeyId = input.Text("KmsKeyId") ?? secret.KmsKeyId;
        secret.LastChangedAt = store.Now;
        return content is null ? Answers.Of(secret) : Answers.Of(secret, token);
    }
}
