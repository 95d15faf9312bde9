namespace Amazon.SecretsManager.Model;

/// <summary>Walks all pages of <c>ListSecrets</c>, once.</summary>
public interface IListSecretsPaginator
{
    IPaginatedEnumerable<ListSecretsResponse> Responses { get; }
}
