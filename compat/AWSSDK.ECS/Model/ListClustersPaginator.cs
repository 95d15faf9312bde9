namespace Amazon.ECS.Model;

/// <summary>Walks all pages of <c>ListClusters</c>, once.</summary>
internal sealed class ListClustersPaginator(IAmazonECS client, ListClustersRequest request) : IListClustersPaginator
{
    private readonly Pages<ListClustersResponse> _pages = new(
        (token, cancellationToken) => client.ListClustersAsync(
            new ListClustersRequest
            {
                MaxResults = request.MaxResults,
                NextToken = token,
            },
            cancellationToken),
        request.NextToken,
        page => page.NextToken);

    public IPaginatedEnumerable<ListClustersResponse> Responses => new PaginatedResponse<ListClustersResponse>(_pages);

    public IPaginatedEnumerable<string> ClusterArns =>
        new PaginatedResultKeyResponse<ListClustersResponse, string>(_pages, page => page.ClusterArns ?? []);
}
