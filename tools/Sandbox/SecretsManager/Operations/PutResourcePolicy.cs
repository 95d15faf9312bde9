using System.Text.Json;
using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

/// <summary>Keeps the policy; that it is JSON is all that is checked, and nothing is decided by it.</summary>
internal sealed class PutResourcePolicy(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var policy = input.RequiredText("ResourcePolicy");
        var secret = store.GetLive(Requests.SecretId(input));
        try
        {
            JsonNode.Parse(policy);
        }
        catch (JsonException)
        {
            throw new AwsServiceException("MalformedPolicyDocumentException", "This resource policy contains a syntax error.");
        }

        secret.Policy = policy;
        return Answers.Of(secret);
    }
}
