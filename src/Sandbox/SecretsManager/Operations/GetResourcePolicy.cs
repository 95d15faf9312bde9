using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class GetResourcePolicy(Vault vault) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = vault.GetLive(Requests.SecretId(input));
        var answer = Answers.Of(secret);
        if (secret.Policy is not null)
        {
            answer["ResourcePolicy"] = secret.Policy;
        }

        return answer;
    }
}
