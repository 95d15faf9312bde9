using System.Text.Json.Nodes;
using RotationLambdas.Sandbox.Wire;

namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class BatchGetSecretValue(SecretStore store, GetSecretValue single) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var ids = input.Texts("SecretIdList");
        var filters = SecretFilter.Read(input);
        if (ids.Count > 0 == filters.Count > 0)
        {
            throw new AwsServiceException("InvalidParameterException", "Either 'SecretIdList' or 'Filters' must be provided, but not both.");
        }

        var answer = new JsonObject();
        var sought = ids.Count > 0 ? ids : Page.Of([.. store.Secrets.Where(secret => secret.Deletion is null && filters.All(filter => filter.Admits(secret)))], input, answer)
            .Select(secret => secret.Name)
            .ToList();
        var (values, errors) = (new JsonArray(), new JsonArray());
        foreach (var id in sought)
        {
            try
            {
                values.Add(single.Answer(store.GetLive(id), versionId: null, stage: null));
            }
            catch (AwsServiceException error)
            {
                errors.Add(new JsonObject { ["SecretId"] = id, ["ErrorCode"] = error.Code, ["Message"] = error.Message });
            }
        }

        answer["SecretValues"] = values;
        answer["Errors"] = errors;
        return answer;
    }
}
