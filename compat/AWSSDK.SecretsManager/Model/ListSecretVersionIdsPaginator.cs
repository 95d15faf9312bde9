namespace Amazon.SecretsManager.Model;

/// <summary>Walks all pages of <c>ListSecretVersionIds</c>, once.</summary>
internal sealed class ListSecretVersionIdsPaginator(IAmazonSecretsManager client, ListSecretVersionIdsRequest request)
    : IListSecretVersionIdsPaginator
{
    private readonly Pages<ListSecretVersionIdsResponse> _pages = new(
        (token, cancellationToken) => client.ListSecretVersionIdsAsync(
            new ListSecretVersionIdsRequest
            {
                IncludeDeprecated = request.IncludeDeprecated,
                MaxResults = request.MaxResults,
                SecretId = request.SecretId,
                NextToken = token,
            },
            cancellationToken),
        request.NextToken,
        page => page.NextToken);

    public IPaginatedEnumerable<ListSecretVersionIdsResponse> Responses => new PaginatedResponse<ListSecretVersionIdsResponse>(_pages);
}
