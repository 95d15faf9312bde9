namespace Amazon.ECS.Model;

/// <summary>Walks all pages of <c>ListTasks</c>, once.</summary>
internal sealed class ListTasksPaginator(IAmazonECS client, ListTasksRequest request) : IListTasksPaginator
{
    private readonly Pages<ListTasksResponse> _pages = new(
        (token, cancellationToken) => client.ListTasksAsync(
            new ListTasksRequest
            {
                Cluster = request.Cluster,
                ContainerInstance = request.ContainerInstance,
                DaemonName = request.DaemonName,
                DesiredStatus = request.DesiredStatus,
                Family = request.Family,
                LaunchType = request.LaunchType,
                MaxResults = request.MaxResults,
                ServiceName = request.ServiceName,
                StartedBy = request.StartedBy,
                NextToken = token,
            },
            cancellationToken),
        request.NextToken,
        page => page.NextToken);

    public IPaginatedEnumerable<ListTasksResponse> Responses => new PaginatedResponse<ListTasksResponse>(_pages);

    public IPaginatedEnumerable<string> TaskArns =>
        new PaginatedResultKeyResponse<ListTasksResponse, string>(_pages, page => page.TaskArns ?? []);
}
