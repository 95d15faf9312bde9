using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class GetResourcePolicy(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = store.GetLive(Requests.SecretId(input));
        var answer = Answers.Of(secret);
        if (secret.Policy is not null)
        {
            answer["ResourcePolicy"] = secret.Policy;
        }

        return answer;
    }
}
