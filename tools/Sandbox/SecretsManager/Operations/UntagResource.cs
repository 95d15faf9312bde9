using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class UntagResource(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var secret = store.GetLive(Requests.SecretId(input));
        foreach (var key in input.Texts("TagKeys"))
        {
            secret.Tags.Remove(key);
        }

        return [];
    }
}
