using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class TagResource(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var tags = SecretTags.Read(input);
        SecretTags.Set(store.GetLive(Requests.SecretId(input)), tags);
        return [];
    }
}
