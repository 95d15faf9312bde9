namespace Amazon.SecretsManager.Model;

/// <summary>Walks all pages of <c>ListSecrets</c>, once.</summary>
internal sealed class ListSecretsPaginator(IAmazonSecretsManager client, ListSecretsRequest request) : IListSecretsPaginator
{
    private readonly Pages<ListSecretsResponse> _pages = new(
        (token, cancellationToken) => client.ListSecretsAsync(
            new ListSecretsRequest
            {
                Filters = request.Filters,
                IncludePlannedDeletion = request.IncludePlannedDeletion,
                MaxResults = request.MaxResults,
                SortBy = request.SortBy,
                SortOrder = request.SortOrder,
                NextToken = token,
            },
            cancellationToken),
        request.NextToken,
        page => page.NextToken);

    public IPaginatedEnumerable<ListSecretsResponse> Responses => new PaginatedResponse<ListSecretsResponse>(_pages);
}
