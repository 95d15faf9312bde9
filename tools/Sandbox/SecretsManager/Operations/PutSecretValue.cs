namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class PutSecretValue(SecretStore store, ValueWriter values) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secretId = Requests.SecretId(input);
        var token = Requests.Token(input);
        var stages = Requests.Stages(input);
        var content = Requests.Content(input)
            ?? throw new AwsServiceException("InvalidRequestException", "You must provide either SecretString or SecretBinary.");
        var secret = store.GetLive(secretId);
        values.Write(secret, token, content, stages);
        var answer = Answers.Of(secret, token);
        answer["VersionStages"] = Answers.Texts(secret.Versions.Find(token)!.Stages);
        return answer;
    }
}
