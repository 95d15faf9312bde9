namespace Amazon.SecretsManager.Model;

/// <summary>Walks all pages of <c>ListSecretVersionIds</c>, once.</summary>
public interface IListSecretVersionIdsPaginator
{
    IPaginatedEnumerable<ListSecretVersionIdsResponse> Responses { get; }
}
