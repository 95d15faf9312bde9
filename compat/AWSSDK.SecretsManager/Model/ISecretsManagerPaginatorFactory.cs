namespace Amazon.SecretsManager.Model;

/// <summary>Makes paginators for listings that come in pages.</summary>
public interface ISecretsManagerPaginatorFactory
{
    IListSecretsPaginator ListSecrets(ListSecretsRequest request);

    IListSecretVersionIdsPaginator ListSecretVersionIds(ListSecretVersionIdsRequest request);
}
