using System.Text.Json.Nodes;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class TagResource(Vault vault) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var tags = SecretTags.Read(input);
        SecretTags.Set(vault.GetLive(Requests.SecretId(input)), tags);
        return [];
    }
}
