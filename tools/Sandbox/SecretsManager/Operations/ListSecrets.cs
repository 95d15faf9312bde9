namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class ListSecrets(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var includeDeleted = input.Flag("IncludePlannedDeletion") ?? false;
        var filters = SecretFilter.Read(input);
        var found = store.Secrets.Where(
            secret => (includeDeleted || secret.Deletion is null) && filters.All(filter => filter.Admits(secret))).ToList();
        if (input.Text("SortOrder") != "asc")
        {
            found.Reverse(); // ListSecrets: "Secrets are listed by CreatedDate", the newest first unless SortOrder is asc.
        }

        var answer = new JsonObject();
        answer["SecretList"] = new JsonArray(
            [.. Page.Of(found, input, answer).Select(secret => SecretDescription.Of(secret, "SecretVersionsToStages"))]);
        return answer;
    }
}
