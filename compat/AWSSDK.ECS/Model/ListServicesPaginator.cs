namespace Amazon.ECS.Model;

/// <summary>Walks all pages of <c>ListServices</c>, once.</summary>
internal sealed class ListServicesPaginator(IAmazonECS client, ListServicesRequest request) : IListServicesPaginator
{
    private readonly Pages<ListServicesResponse> _pages = new(
        (token, cancellationToken) => client.ListServicesAsync(
            new ListServicesRequest
            {
                Cluster = request.Cluster,
                LaunchType = request.LaunchType,
                MaxResults = request.MaxResults,
                ResourceManagementType = request.ResourceManagementType,
                SchedulingStrategy = request.SchedulingStrategy,
                NextToken = token,
            },
            cancellationToken),
        request.NextToken,
        page => page.NextToken);

    public IPaginatedEnumerable<ListServicesResponse> Responses => new PaginatedResponse<ListServicesResponse>(_pages);

    public IPaginatedEnumerable<string> ServiceArns =>
        new PaginatedResultKeyResponse<ListServicesResponse, string>(_pages, page => page.ServiceArns ?? []);
}
