namespace Amazon.SecretsManager.Model;

/// <summary>Makes paginators that call by <paramref name="client"/>.</summary>
internal sealed class SecretsManagerPaginatorFactory(IAmazonSecretsManager client) : ISecretsManagerPaginatorFactory
{
    public IListSecretsPaginator ListSecrets(ListSecretsRequest request) => new ListSecretsPaginator(client, request);

    public IListSecretVersionIdsPaginator ListSecretVersionIds(ListSecretVersionIdsRequest request) =>
        new ListSecretVersionIdsPaginator(client, request);
}
