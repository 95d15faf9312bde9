namespace RotationLambdas.Sandbox.SecretsManager.Operations;

internal sealed class CreateSecret(SecretStore store) : IOperation
{
    public JsonObject Answer(JsonObject input)
    {
        var name = Requests.Name(input);
        var content = Requests.Content(input);
        var token = Requests.Token(input);
        var tags = SecretTags.Read(input);
        if (store.Named(name) is { } existing)
        {
            return Repeated(existing, token, content);
        }

        var secret = new Secret(name, SecretArn.New(store.Options, name), store.Now)
        {
            Description = input.Text("Description"),
            KmsKeyId = input.Text("KmsKeyId"),
        };
        SecretTags.Set(secret, tags);
        store.Add(secret);
        if (content is null)
        {
            return Answers.Of(secret);
        }

        store.Events.LabelsMoved(secret, secret.Versions.Put(token, content, stages: [], store.Now));
        return Answers.Of(secret, token);
    }

    private static JsonObject Repeated(Secret existing, string token, Versions.SecretContent? content)
    {
        if (existing.Deletion is not null)
        {
            throw new AwsServiceException(
                "InvalidRequestException",
                "You can't create this secret because a secret with this name is already scheduled for deletion.");
        }

        return content is not null && existing.Versions.Find(token)?.Content == content
            ? Answers.Of(existing, token)
            : throw new AwsServiceException(
                "ResourceExistsException", $"The operation failed because the secret {existing.Name} already exists.");
    }
}
